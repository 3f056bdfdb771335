import type { Person } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { hashToken } from '#kernel/tokens.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { languageCookie } from '#web/guard/cookies.ts'
import { networkOf } from '#web/guard/rate.ts'
import { newFormKey, type PageHead, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { chooseMailPace } from '../actions/mails.ts'
import { leaveGroup } from '../actions/members.ts'
import {
  askForAddressChange,
  changePassword,
  changeProfile,
  confirmAddressChange,
  type PasswordRefusal,
} from '../actions/own-account.ts'
import type { Fault } from '../form.ts'
import { readMailPace } from '../mail-form.ts'
import { readAddressChange, readPasswordChange, readProfile } from '../own-form.ts'
import { paths } from '../paths.ts'
import { getAccount } from '../queries/accounts.ts'
import { listGroupsOf } from '../queries/memberships.ts'
import { listRoleGrants } from '../queries/roles.ts'
import { countSessions } from '../queries/sessions.ts'
import { findTokenOwner } from '../queries/tokens.ts'
import { ownSentences } from '../sentences/own.ts'
import { sentences } from '../sentences.ts'
import { AccountPage } from '../views/account-page.tsx'
import { TakenAddressPage, UsedLinkPage } from '../views/link-pages.tsx'
import { AddressConfirmationPage, AddressPage, PasswordPage } from '../views/own-pages.tsx'
import { goOnWith, goOnWithout, withPerson } from './session.ts'

const accountPage = async (
  request: PageRequest,
  person: Person,
  again: Partial<PageHead> & { readonly faults?: readonly Fault[] } = {},
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const { faults = [], ...head } = again
  const words = ownSentences[language]
  const account = await getAccount(scope, person.accountId)
  const isOfProfile = faults.some(({ field }) => field !== 'pace')
  const typed = isOfProfile
    ? {
        name: form.text('name'),
        nameKana: form.text('name_kana'),
        language: form.text('language') === 'en' ? ('en' as const) : ('ja' as const),
      }
    : account
  return page(
    request,
    {
      title: words.title,
      breadcrumb: [{ label: words.title }],
      unlisted: true,
      done: words.done,
      ...head,
    },
    <AccountPage
      lang={language}
      city={city}
      account={account}
      roles={await listRoleGrants(scope, account.id)}
      groups={await listGroupsOf(scope, account.id)}
      sessions={await countSessions(scope, account.id)}
      newKey={newFormKey}
      typed={typed}
      faults={faults}
    />,
  )
}

const doProfile = async (request: PageRequest, person: Person): Promise<Answer> => {
  const read = readProfile(request.form)
  if (!read.ok) return accountPage(request, person, { status: 422, faults: read.error })
  await changeProfile(request.scope, person.accountId, read.value)
  const secure = request.site.publicUrl.startsWith('https:')
  return redirect(`${paths.account(request.city.slug)}?done=profile`, [
    languageCookie(read.value.language, secure),
  ])
}

const doMails = async (request: PageRequest, person: Person): Promise<Answer> => {
  const read = readMailPace(request.form)
  if (!read.ok) return accountPage(request, person, { status: 422, faults: read.error })
  await chooseMailPace(request.scope, person.accountId, read.value)
  return redirect(`${paths.account(request.city.slug)}?done=mails#mails`)
}

type Again = {
  readonly faults?: readonly Fault[]
  readonly refusal?: PasswordRefusal
}

const faultsOf = ({ faults = [], refusal }: Again): readonly Fault[] =>
  refusal === 'wrong-password' ? [{ field: 'current', reason: 'currentWrong' }] : faults

const headOf = (request: PageRequest, title: string, again: Again | undefined): PageHead => ({
  title,
  breadcrumb: [
    { label: ownSentences[request.language].title, href: paths.account(request.city.slug) },
    { label: title },
  ],
  unlisted: true,
  // A wrong password was counted, so the page that says so is kept.
  ...(again ? { status: 422, keep: true } : {}),
})

const formOf = (request: PageRequest, again: Again | undefined) => ({
  lang: request.language,
  citySlug: request.city.slug,
  formKey: newFormKey(),
  faults: again ? faultsOf(again) : [],
  heldBack: again?.refusal === 'held-back',
})

const passwordPage = (request: PageRequest, again?: Again): Answer =>
  page(
    request,
    headOf(request, ownSentences[request.language].passwordTitle, again),
    <PasswordPage {...formOf(request, again)} />,
  )

const doPassword = async (request: PageRequest, person: Person): Promise<Answer> => {
  const read = readPasswordChange(request.form)
  if (!read.ok) return passwordPage(request, { faults: read.error })
  const { scope, city } = request
  const given = { accountId: person.accountId, network: networkOf(request.address), ...read.value }
  const changed = await changePassword(scope, city, given)
  return changed.ok
    ? goOnWith(request, changed.value, `${paths.account(city.slug)}?done=password`)
    : passwordPage(request, { refusal: changed.error })
}

const addressPage = (request: PageRequest, again?: Again): Answer =>
  page(
    request,
    headOf(request, ownSentences[request.language].addressTitle, again),
    <AddressPage {...formOf(request, again)} email={request.form.text('email')} />,
  )

const doAddress = async (request: PageRequest, person: Person): Promise<Answer> => {
  const read = readAddressChange(request.form)
  if (!read.ok) return addressPage(request, { faults: read.error })
  const { scope, city } = request
  const given = { accountId: person.accountId, network: networkOf(request.address), ...read.value }
  const asked = await askForAddressChange(scope, city, given)
  return asked.ok
    ? redirect(`${paths.account(city.slug)}?done=address`)
    : addressPage(request, { refusal: asked.error })
}

const usedLink = (request: PageRequest): Answer => {
  const { title } = sentences[request.language].usedLink.address
  return page(
    request,
    { title, breadcrumb: [{ label: title }], unlisted: true, status: 422 },
    <UsedLinkPage lang={request.language} citySlug={request.city.slug} fate="address" />,
  )
}

const takenAddress = (request: PageRequest): Answer => {
  const title = ownSentences[request.language].takenTitle
  return page(
    request,
    { title, breadcrumb: [{ label: title }], unlisted: true, status: 422 },
    <TakenAddressPage lang={request.language} citySlug={request.city.slug} />,
  )
}

const showAddressConfirmation = async (request: PageRequest): Promise<Answer> => {
  const token = request.params.token ?? ''
  const title = ownSentences[request.language].addressTitle
  if (!(await findTokenOwner(request.scope, hashToken(token), 'email'))) return usedLink(request)
  return page(
    request,
    { title, breadcrumb: [{ label: title }], unlisted: true },
    <AddressConfirmationPage
      lang={request.language}
      citySlug={request.city.slug}
      formKey={newFormKey()}
      token={token}
    />,
  )
}

const doAddressConfirmation = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const changed = await confirmAddressChange(scope, city, request.params.token ?? '')
  return changed.ok
    ? goOnWithout(request, `${paths.signIn(city.slug)}?done=address-changed`)
    : changed.error === 'address-taken'
      ? takenAddress(request)
      : usedLink(request)
}

const doLeave = async (request: PageRequest, person: Person): Promise<Answer> => {
  const groupId = request.params.id ?? ''
  if (!isId(groupId)) throw new NotFound('group')
  const left = await leaveGroup(request.scope, request.city, groupId)
  if (left.ok) return redirect(`${paths.account(request.city.slug)}?done=left`)
  const heading = ownSentences[request.language].refused[left.error]
  return accountPage(request, person, { status: 422, notice: { kind: 'error', heading } })
}

/** One's own account. */
export const ownAccountRoutes: readonly Route[] = [
  get('/:city/account', 'accounts.show-account', ['person'], withPerson(accountPage)),
  post('/:city/account', 'accounts.change-profile', ['person'], withPerson(doProfile)),
  post('/:city/account/mails', 'accounts.choose-mails', ['person'], withPerson(doMails)),
  get(
    '/:city/account/password',
    'accounts.show-password',
    ['person'],
    withPerson(async (request) => passwordPage(request)),
  ),
  post('/:city/account/password', 'accounts.change-password', ['person'], withPerson(doPassword)),
  get(
    '/:city/account/address',
    'accounts.show-address',
    ['person'],
    withPerson(async (request) => addressPage(request)),
  ),
  post(
    '/:city/account/address',
    'accounts.ask-for-address-change',
    ['person'],
    withPerson(doAddress),
  ),
  get(
    '/:city/account/address/:token',
    'accounts.show-address-change',
    ['everyone'],
    showAddressConfirmation,
  ),
  post(
    '/:city/account/address/:token',
    'accounts.change-address',
    ['everyone'],
    doAddressConfirmation,
  ),
  post('/:city/groups/:id/departure', 'accounts.leave-group', ['person'], withPerson(doLeave)),
]
