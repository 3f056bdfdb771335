import { accountOf } from '#kernel/actor.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { allow } from '#kernel/refusals.ts'
import type { Result } from '#kernel/result.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import {
  inviteByRecovery,
  objectToRecovery,
  openRecovery,
  type RecoveryRefusal,
  withdrawRecovery,
} from '../actions/recoveries.ts'
import { paths } from '../paths.ts'
import { canRecover, isDeskOf } from '../policy.ts'
import { listMembers } from '../queries/memberships.ts'
import { findOpenRecovery } from '../queries/recoveries.ts'
import { type FieldFault, readRecovery, readRecoveryReason } from '../recovery-form.ts'
import { memberSentences } from '../sentences/members.ts'
import { recoverySentences } from '../sentences/recovery.ts'
import { RecoveryPage } from '../views/recovery-page.tsx'
import { getGroup } from './group.ts'

type Again = { readonly errors?: readonly FieldError[]; readonly refusal?: RecoveryRefusal }

const againHead = (request: PageRequest, again: Again | undefined) => {
  if (!again) return {}
  const heading = again.refusal && recoverySentences[request.language].refused[again.refusal]
  return { status: 422, ...(heading ? { notice: { kind: 'error' as const, heading } } : {}) }
}

const toErrors = ({ language }: PageRequest, faults: readonly FieldFault[]): FieldError[] =>
  faults.map(({ field, reason }) => ({
    id: field,
    message: recoverySentences[language].fault[reason],
  }))

const recoveryPage = async (request: PageRequest, again?: Again): Promise<Answer> => {
  const { scope, city, language } = request
  const group = await getGroup(request)
  const members = await listMembers(scope, group.id)
  const recovery = await findOpenRecovery(scope, group.id)
  const words = recoverySentences[language]
  return page(
    request,
    {
      title: words.title,
      breadcrumb: [
        { label: group.name, href: paths.group(city.slug, group.id) },
        { label: memberSentences[language].title, href: paths.members(city.slug, group.id) },
        { label: words.title },
      ],
      unlisted: true,
      done: words.done,
      ...againHead(request, again),
    },
    <RecoveryPage
      lang={language}
      city={city}
      today={tokyoDayOf(scope.now)}
      group={group}
      representative={members.find((one) => one.role === 'representative')}
      recovery={recovery}
      desk={isDeskOf(scope.actor, group.id)}
      old={recovery?.old?.accountId === accountOf(scope.actor)}
      typed={request.form}
      errors={again?.errors ?? []}
      newKey={newFormKey}
    />,
  )
}

const after = (
  request: PageRequest,
  groupId: string,
  taken: { readonly result: Result<string, RecoveryRefusal>; readonly done: string },
): Promise<Answer> | Answer =>
  taken.result.ok
    ? redirect(`${paths.recovery(request.city.slug, groupId)}?done=${taken.done}`)
    : recoveryPage(request, { refusal: taken.result.error })

const doOpen = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const group = await getGroup(request)
  allow(canRecover(scope.actor, group.id))
  const read = readRecovery(request.form, tokyoDayOf(scope.now))
  if (!read.ok) return recoveryPage(request, { errors: toErrors(request, read.error) })
  const asked = { ...read.value, groupId: group.id, language }
  const result = await openRecovery(scope, city, asked)
  return after(request, group.id, { result, done: 'opened' })
}

const doObject = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const group = await getGroup(request)
  const reason = readRecoveryReason(request.form, 'objection-reason')
  if (!reason.ok) return recoveryPage(request, { errors: toErrors(request, [reason.error]) })
  const result = await objectToRecovery(scope, city, { groupId: group.id, reason: reason.value })
  return after(request, group.id, { result, done: 'objected' })
}

const doInvite = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const group = await getGroup(request)
  allow(canRecover(scope.actor, group.id))
  const recovery = await findOpenRecovery(scope, group.id)
  const reason = readRecoveryReason(request.form, 'invitation-reason')
  if (recovery?.state === 'objected' && !reason.ok)
    return recoveryPage(request, { errors: toErrors(request, [reason.error]) })
  const invited = { groupId: group.id, reason: reason.ok ? reason.value : '', language }
  const result = await inviteByRecovery(scope, city, invited)
  return after(request, group.id, { result, done: 'invited' })
}

const doWithdraw = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const group = await getGroup(request)
  allow(canRecover(scope.actor, group.id))
  const reason = readRecoveryReason(request.form, 'withdrawal-reason')
  if (!reason.ok) return recoveryPage(request, { errors: toErrors(request, [reason.error]) })
  const result = await withdrawRecovery(scope, city, { groupId: group.id, reason: reason.value })
  return after(request, group.id, { result, done: 'withdrawn' })
}

const desk = ['centre', 'office'] as const

/** 代表者の再設定: by the desk, for groups that lost their people. */
export const recoveryRoutes: readonly Route[] = [
  get('/:city/groups/:id/recovery', 'accounts.show-recovery', ['member', ...desk], (request) =>
    recoveryPage(request),
  ),
  post('/:city/groups/:id/recovery', 'accounts.open-recovery', desk, doOpen),
  post('/:city/groups/:id/recovery/objection', 'accounts.object-to-recovery', ['member'], doObject),
  post('/:city/groups/:id/recovery/invitation', 'accounts.invite-by-recovery', desk, doInvite),
  post('/:city/groups/:id/recovery/withdrawal', 'accounts.withdraw-recovery', desk, doWithdraw),
]
