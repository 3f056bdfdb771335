import { tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { type Examination, examineProposal, isSendable } from '../actions/examine.ts'
import { type SubmitRefusal, submitProposal } from '../actions/submit.ts'
import { unmetConditions } from '../conditions.ts'
import { paths } from '../paths.ts'
import { canWrite, isOfficeFor } from '../policy.ts'
import { isEditable } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { ConfirmationPage } from '../views/confirmation-page.tsx'
import { problemLinks } from '../views/problem-links.ts'
import { crumbsOf, findShown, lockShown, revisionIn, type Shown } from './request.ts'

/** True for the office that sends what came on paper: it says on which day. */
const sendsPaper = (request: PageRequest, { proposal }: Shown): boolean =>
  proposal.channel !== 'web' &&
  proposal.state === 'draft' &&
  isOfficeFor(request.scope.actor, proposal)

const confirmationPage = (
  request: PageRequest,
  shown: Shown,
  given: { readonly examination: Examination; readonly errors?: readonly FieldError[] },
): Answer => {
  const { scope, city, language, form } = request
  const { proposal, call } = shown
  const { examination, errors = [] } = given
  const { sheet } = examination
  if (!sheet) return redirect(paths.edit(city.slug, proposal.id))
  const words = sentences[language].confirm
  return page(
    request,
    {
      title: words.title,
      unlisted: true,
      breadcrumb: crumbsOf(request, proposal, words.title),
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <ConfirmationPage
      lang={language}
      city={city}
      proposal={proposal}
      call={call}
      sheet={sheet}
      files={examination.files}
      conditions={examination.conditions}
      warnings={examination.warnings}
      errors={errors}
      receivedOn={
        sendsPaper(request, shown) ? form.text('received_on') || tokyoDayOf(scope.now) : undefined
      }
      formKey={newFormKey()}
    />,
  )
}

const showConfirmation = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const shown = await findShown(request)
  const { proposal, call } = shown
  if (!isEditable(proposal.state)) return redirect(paths.show(city.slug, proposal.id))
  allow(canWrite(scope.actor, proposal))
  const examination = await examineProposal(scope, city, { proposal, call })
  return isSendable(examination)
    ? confirmationPage(request, shown, { examination })
    : redirect(`${paths.edit(city.slug, proposal.id)}#missing`)
}

/** Why it was not sent, each with the place where one can do something about it. */
const errorsOf = (
  request: PageRequest,
  refusal: Exclude<SubmitRefusal, { kind: 'step' }>,
): readonly FieldError[] => {
  const { language } = request
  const words = sentences[language].confirm
  const { examination, kind } = refusal
  if (kind === 'changed-since') return [{ id: 'answers', message: words.changed }]
  if (kind === 'received-on') return [{ id: 'received_on', message: words.receivedOnWrong }]
  const problems = [...unmetConditions(examination.conditions), ...examination.problems]
  return problemLinks(examination.form.definition, problems, language).map(({ id, message }) => ({
    // The fields themselves are on the page before; here their answers stand.
    id: id.startsWith('condition-') ? id : 'answers',
    message,
  }))
}

const readReceivedOn = (request: PageRequest, shown: Shown) => {
  if (!sendsPaper(request, shown)) return { ok: true, value: undefined } as const
  return parseDate(request.form.text('received_on'))
}

const send = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const shown = await lockShown(request)
  const { proposal, call } = shown
  // Somebody else of the group was faster: the page shows how it stands, and says so.
  if (!isEditable(proposal.state))
    return redirect(`${paths.show(city.slug, proposal.id)}?done=sent-before`)
  allow(canWrite(scope.actor, proposal))
  const receivedOn = readReceivedOn(request, shown)
  if (!receivedOn.ok)
    return confirmationPage(request, shown, {
      examination: await examineProposal(scope, city, { proposal, call }),
      errors: [{ id: 'received_on', message: sentences[language].confirm.receivedOnWrong }],
    })
  const sent = await submitProposal(scope, city, {
    proposal,
    call,
    seen: revisionIn(request),
    receivedOn: receivedOn.value,
  })
  if (sent.ok) return redirect(`${paths.show(city.slug, proposal.id)}?done=submitted`)
  if (sent.error.kind === 'step')
    throw new Error(`a held proposal could not be sent: ${sent.error.problem}`)
  return confirmationPage(request, shown, {
    examination: sent.error.examination,
    errors: errorsOf(request, sent.error),
  })
}

/** The last look, and the sending itself. */
export const confirmationRoutes: readonly Route[] = [
  get(
    '/:city/proposals/:id/confirmation',
    'proposals.confirm',
    ['member', 'office'],
    showConfirmation,
  ),
  post('/:city/proposals/:id/confirmation', 'proposals.submit', ['member', 'office'], send),
]
