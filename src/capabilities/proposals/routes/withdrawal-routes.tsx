import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { type Channel, channels } from '../../procedures/index.ts'
import { withdrawProposal } from '../actions/withdraw.ts'
import { readWithdrawal } from '../form.ts'
import { paths } from '../paths.ts'
import { actsForGroup, canWithdraw } from '../policy.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { WithdrawalPage } from '../views/withdrawal-page.tsx'
import { crumbsOf, findShown, lockShown, type Shown } from './request.ts'

const isOnBehalf = ({ scope }: PageRequest, proposal: Proposal): boolean =>
  !actsForGroup(scope.actor, proposal)

const withdrawalPage = (
  request: PageRequest,
  { proposal }: Shown,
  errors: readonly FieldError[] = [],
): Answer => {
  const { city, language, form } = request
  const { title } = sentences[language].withdrawal
  return page(
    request,
    {
      title,
      unlisted: true,
      breadcrumb: crumbsOf(request, proposal, title),
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <WithdrawalPage
      lang={language}
      city={city}
      proposal={proposal}
      onBehalf={isOnBehalf(request, proposal)}
      typed={{ reason: form.text('reason'), channel: form.text('channel') }}
      errors={errors}
      formKey={newFormKey()}
    />,
  )
}

/** Everything that may no longer be withdrawn is shown as it stands. */
const turnAway = (request: PageRequest, { proposal, reading }: Shown): Answer | undefined => {
  const verdict = canWithdraw(request.scope.actor, proposal)
  if (verdict.ok) return undefined
  if (reading === 'full')
    return redirect(`${paths.show(request.city.slug, proposal.id)}?done=moved-on`)
  allow(verdict)
  return undefined
}

const showWithdrawal = async (request: PageRequest): Promise<Answer> => {
  const shown = await findShown(request)
  return turnAway(request, shown) ?? withdrawalPage(request, shown)
}

/** A group's own word comes from the web; the office says how the letter came. */
const channelOf = (request: PageRequest, proposal: Proposal): Channel => {
  if (!isOnBehalf(request, proposal)) return 'web'
  const sent = request.form.text('channel')
  return channels.find((one) => one !== 'web' && one === sent) ?? 'counter'
}

const withdraw = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const shown = await lockShown(request)
  const elsewhere = turnAway(request, shown)
  if (elsewhere) return elsewhere
  const { proposal, call } = shown
  const read = readWithdrawal(form)
  if (!read.ok)
    return withdrawalPage(
      request,
      shown,
      read.error.map(({ name, text }) => ({ id: name, message: text[language] })),
    )
  const channel = channelOf(request, proposal)
  const done = await withdrawProposal(scope, city, { proposal, call, reason: read.value, channel })
  if (!done.ok)
    return withdrawalPage(request, shown, [
      { id: 'reason', message: sentences[language].withdrawal.notNow },
    ])
  return redirect(`${paths.show(city.slug, proposal.id)}?done=withdrawn`)
}

/** 取下げ: before the decision, with a reason. */
export const withdrawalRoutes: readonly Route[] = [
  get(
    '/:city/proposals/:id/withdrawal',
    'proposals.show-withdrawal',
    ['member', 'office'],
    showWithdrawal,
  ),
  post('/:city/proposals/:id/withdrawal', 'proposals.withdraw', ['member', 'office'], withdraw),
]
