import { accountOf, cityRoles } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import type { Result } from '#kernel/result.ts'
import { trimSpaces } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type InviteRefusal, inviteToRole, withdrawInvitation } from '../actions/invitations.ts'
import { ruleMails } from '../actions/mails.ts'
import {
  disableAccount,
  enableAccount,
  giveRole,
  resetSecondFactor,
  ruleSecondFactor,
  type StaffRefusal,
  takeRole,
} from '../actions/staff.ts'
import type { Fault } from '../form.ts'
import { readRole, readRoleInvitation } from '../invitation-form.ts'
import { readMailRule } from '../mail-form.ts'
import { paths } from '../paths.ts'
import { canManageStaff } from '../policy.ts'
import { findAccount } from '../queries/accounts.ts'
import { listOpenInvitations } from '../queries/invitations.ts'
import { listGroupsOf } from '../queries/memberships.ts'
import { listRoleGrants } from '../queries/roles.ts'
import { listStaff, type StaffAsked, staffPageSize } from '../queries/staff.ts'
import { staffSentences } from '../sentences/staff.ts'
import { StaffMemberPage } from '../views/staff-member-page.tsx'
import { StaffPage } from '../views/staff-page.tsx'

type Again = {
  readonly faults?: readonly Fault[]
  readonly refusal?: StaffRefusal | InviteRefusal
}

const askedIn = ({ query }: PageRequest): StaffAsked => {
  const who = query.get('who')
  return {
    who: [...cityRoles, 'all' as const].find((one) => one === who) ?? 'staff',
    q: trimSpaces(query.get('q') ?? '').slice(0, 100),
    page: pageAsked(query),
  }
}

/** What stands above the page when a rule said no, and the status that goes with a form that came back. */
const againHead = (request: PageRequest, again: Again | undefined) => {
  if (!again) return {}
  const heading = again.refusal && staffSentences[request.language].refused[again.refusal]
  return { status: 422, ...(heading ? { notice: { kind: 'error' as const, heading } } : {}) }
}

const typedRole = ({ form }: PageRequest) => ({
  email: form.text('email'),
  role: form.text('role'),
  department: form.text('department'),
})

const staffPage = async (request: PageRequest, again?: Again): Promise<Answer> => {
  const { scope, city, language } = request
  allow(canManageStaff(scope.actor))
  const asked = askedIn(request)
  const words = staffSentences[language]
  return page(
    request,
    {
      title: words.title,
      breadcrumb: [{ label: words.title }],
      width: 'wide',
      unlisted: true,
      done: words.done,
      ...againHead(request, again),
    },
    <StaffPage
      lang={language}
      city={city}
      asked={asked}
      {...(await listStaff(scope, asked))}
      pageSize={staffPageSize}
      invitations={await listOpenInvitations(scope, null)}
      newKey={newFormKey}
      typed={typedRole(request)}
      faults={again?.faults ?? []}
    />,
  )
}

const doInvite = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const read = readRoleInvitation(form, city.departments)
  if (!read.ok) return staffPage(request, { faults: read.error })
  const { email, role, department } = read.value
  const gift = { kind: 'role', role, department } as const
  const sent = await inviteToRole(scope, city, { email, gift, language })
  return sent.ok
    ? redirect(`${paths.staff(city.slug)}?done=invited`)
    : staffPage(request, { refusal: sent.error })
}

const doWithdraw = async (request: PageRequest): Promise<Answer> => {
  const id = request.params.id ?? ''
  if (!isId(id)) throw new NotFound('invitation')
  const done = await withdrawInvitation(request.scope, { id, groupId: null })
  return done.ok
    ? redirect(`${paths.staff(request.city.slug)}?done=withdrawn`)
    : staffPage(request, { refusal: done.error })
}

const doRule = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  await ruleSecondFactor(scope, city, form.text('required') === 'yes')
  return redirect(`${paths.staff(city.slug)}?done=ruled`)
}

const doMailRule = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const read = readMailRule(form)
  if (!read.ok) return staffPage(request, { faults: read.error })
  await ruleMails(scope, city, read.value)
  return redirect(`${paths.staff(city.slug)}?done=mails-ruled`)
}

const memberPage = async (request: PageRequest, again?: Again): Promise<Answer> => {
  const { scope, city, language } = request
  allow(canManageStaff(scope.actor))
  const id = request.params.id ?? ''
  const account = isId(id) ? await findAccount(scope, id) : undefined
  if (!account) throw new NotFound('account')
  const words = staffSentences[language]
  return page(
    request,
    {
      title: account.name,
      breadcrumb: [{ label: words.title, href: paths.staff(city.slug) }, { label: account.name }],
      unlisted: true,
      done: words.done,
      ...againHead(request, again),
    },
    <StaffMemberPage
      lang={language}
      city={city}
      account={account}
      roles={await listRoleGrants(scope, id)}
      groups={await listGroupsOf(scope, id, { sentOnly: true })}
      own={accountOf(scope.actor) === id}
      newKey={newFormKey}
      typed={typedRole(request)}
      faults={again?.faults ?? []}
    />,
  )
}

const idOf = (request: PageRequest): string => {
  const id = request.params.id ?? ''
  if (!isId(id)) throw new NotFound('account')
  return id
}

const afterStep = (
  request: PageRequest,
  done: Result<string, StaffRefusal>,
): Promise<Answer> | Answer =>
  done.ok
    ? redirect(`${paths.staffMember(request.city.slug, idOf(request))}?done=${done.value}`)
    : memberPage(request, { refusal: done.error })

const doGive = async (request: PageRequest): Promise<Answer> => {
  const read = readRole(request.form, request.city.departments)
  if (!read.ok) return memberPage(request, { faults: read.error })
  const given = { accountId: idOf(request), ...read.value }
  return afterStep(request, await giveRole(request.scope, request.city, given))
}

const doTake = async (request: PageRequest): Promise<Answer> => {
  const grant = { id: request.form.text('grant'), accountId: idOf(request) }
  if (!isId(grant.id)) throw new NotFound('role')
  const taken = await takeRole(request.scope, request.city, grant)
  // Whoever gave their own administration away cannot see this page any more.
  const gone = taken.ok && grant.accountId === accountOf(request.scope.actor)
  return gone ? redirect(paths.account(request.city.slug)) : afterStep(request, taken)
}

const doStep =
  (step: typeof disableAccount | typeof enableAccount | typeof resetSecondFactor) =>
  async (request: PageRequest): Promise<Answer> =>
    afterStep(request, await step(request.scope, request.city, idOf(request)))

/** 職員と役割: for administrators of the city. */
export const staffRoutes: readonly Route[] = [
  get('/:city/staff', 'accounts.list-staff', ['city_admin'], (request) => staffPage(request)),
  post('/:city/staff/second-factor-rule', 'accounts.rule-second-factor', ['city_admin'], doRule),
  post('/:city/staff/mail-rule', 'accounts.rule-mails', ['city_admin'], doMailRule),
  post('/:city/staff/invitations', 'accounts.invite-staff', ['city_admin'], doInvite),
  post(
    '/:city/staff/invitations/:id/withdrawal',
    'accounts.withdraw-staff-invitation',
    ['city_admin'],
    doWithdraw,
  ),
  get('/:city/staff/:id', 'accounts.show-staff', ['city_admin'], (request) => memberPage(request)),
  post('/:city/staff/:id/roles', 'accounts.give-role', ['city_admin'], doGive),
  post('/:city/staff/:id/revocation', 'accounts.take-role', ['city_admin'], doTake),
  post('/:city/staff/:id/disabling', 'accounts.disable', ['city_admin'], doStep(disableAccount)),
  post('/:city/staff/:id/enabling', 'accounts.enable', ['city_admin'], doStep(enableAccount)),
  post(
    '/:city/staff/:id/second-factor-reset',
    'accounts.reset-second-factor',
    ['city_admin'],
    doStep(resetSecondFactor),
  ),
]
