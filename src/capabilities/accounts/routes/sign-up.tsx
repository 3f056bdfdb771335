import { hashToken } from '#kernel/tokens.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import {
  askForReset,
  confirmAddress,
  confirmAgain,
  fateOfConfirmation,
  type LinkFate,
  resetPassword,
  signUp,
} from '../actions/sign-up.ts'
import { type Fault, readEmail, readNewPassword, readSignUp } from '../form.ts'
import { paths, safeNext } from '../paths.ts'
import { findTokenOwner } from '../queries/tokens.ts'
import { lockSentMail, type SentMail } from '../sent-mail.ts'
import { sentences } from '../sentences.ts'
import { keptLanguageForm } from '../views/kept-language.tsx'
import { ConfirmPage, NewPasswordPage, ResetPage, UsedLinkPage } from '../views/link-pages.tsx'
import { SignUpPage } from '../views/sign-up-page.tsx'
import { sentMailRoutes } from './sent-mail.tsx'
import { comesWithKept, keepForLater, keptOf, nextOf } from './session.ts'

type HeadWord = 'signUp' | 'resetTitle' | 'newPasswordTitle' | 'confirmTitle'

const headOf = (request: PageRequest, word: HeadWord, failed = false) => {
  const title = sentences[request.language][word]
  return {
    title,
    breadcrumb: [{ label: title }],
    unlisted: true,
    ...(failed ? { status: 422 } : {}),
    ...(keptOf(request) ? { languageForm: keptLanguageForm } : {}),
  }
}

/** Only places of this city go into the mail's link. */
const wantedNext = (request: PageRequest): string | undefined =>
  nextOf(request) === '' ? undefined : safeNext(request.city.slug, nextOf(request))

const signUpPage = (request: PageRequest, faults?: readonly Fault[]): Answer => {
  const { form } = request
  const typed = {
    name: form.text('name'),
    nameKana: form.text('name_kana'),
    email: form.text('email') || (request.query.get('email') ?? ''),
    consent: form.text('consent') === 'yes',
  }
  return page(
    request,
    headOf(request, 'signUp', faults !== undefined),
    <SignUpPage
      lang={request.language}
      citySlug={request.city.slug}
      formKey={newFormKey()}
      typed={typed}
      next={keptOf(request)?.page ?? nextOf(request)}
      faults={faults ?? []}
      kept={keptOf(request)}
    />,
  )
}

const showSignUp = async (request: PageRequest): Promise<Answer> => signUpPage(request)

const lockedFor = (
  request: PageRequest,
  sent: Pick<SentMail, 'email' | 'purpose'> & { readonly accountId: string | undefined },
): string => lockSentMail(request.scope, { ...sent, next: wantedNext(request) ?? '' })

const doSignUp = async (request: PageRequest): Promise<Answer> => {
  if (comesWithKept(request)) return signUpPage(request)
  const read = readSignUp(request.form)
  if (!read.ok) return signUpPage(request, read.error)
  const { language, city, scope } = request
  const given = { ...read.value, language, next: wantedNext(request) }
  const accountId = await signUp(scope, city, given)
  await keepForLater(request, accountId)
  const { email } = read.value
  const locked = lockedFor(request, { email, purpose: 'confirm', accountId })
  return redirect(paths.signUpDone(city.slug, locked))
}

const usedLink = (request: PageRequest, fate: LinkFate): Answer => {
  const { title } = sentences[request.language].usedLink[fate]
  return page(
    request,
    { title, breadcrumb: [{ label: title }], unlisted: true, status: 422 },
    <UsedLinkPage
      lang={request.language}
      citySlug={request.city.slug}
      formKey={newFormKey()}
      token={request.params.token ?? ''}
      fate={fate}
    />,
  )
}

const usedConfirmation = async (request: PageRequest): Promise<Answer> =>
  usedLink(request, await fateOfConfirmation(request.scope, request.params.token ?? ''))

const isGoodLink = async (request: PageRequest, purpose: 'confirm' | 'reset'): Promise<boolean> =>
  (await findTokenOwner(request.scope, hashToken(request.params.token ?? ''), purpose)) !==
  undefined

const showConfirmation = async (request: PageRequest): Promise<Answer> => {
  if (!(await isGoodLink(request, 'confirm'))) return usedConfirmation(request)
  const around = {
    lang: request.language,
    citySlug: request.city.slug,
    token: request.params.token ?? '',
    formKey: newFormKey(),
    next: nextOf(request),
  }
  return page(request, headOf(request, 'confirmTitle'), <ConfirmPage {...around} />)
}

const doConfirmation = async (request: PageRequest): Promise<Answer> => {
  const confirmed = await confirmAddress(request.scope, request.params.token ?? '')
  if (!confirmed.ok) return usedConfirmation(request)
  const next = wantedNext(request)
  return redirect(`${paths.signIn(request.city.slug, next)}${next ? '&' : '?'}done=confirmed`)
}

/** A fresh link in the place of one that has ended; it goes to the address of the old one. */
const doConfirmAgain = async (request: PageRequest): Promise<Answer> => {
  await confirmAgain(request.scope, request.city, request.params.token ?? '')
  return redirect(`${paths.sentAgain(request.city.slug)}?done=sent-again`)
}

const resetPage = (request: PageRequest, faults?: readonly Fault[]): Answer =>
  page(
    request,
    headOf(request, 'resetTitle', faults !== undefined),
    <ResetPage
      lang={request.language}
      citySlug={request.city.slug}
      formKey={newFormKey()}
      email={request.form.text('email')}
      faults={faults ?? []}
      kept={keptOf(request)}
    />,
  )

const showReset = async (request: PageRequest): Promise<Answer> => resetPage(request)

const doReset = async (request: PageRequest): Promise<Answer> => {
  if (comesWithKept(request)) return resetPage(request)
  const read = readEmail(request.form)
  if (!read.ok) return resetPage(request, read.error)
  await askForReset(request.scope, request.city, read.value)
  await keepForLater(request, undefined)
  const sent = { email: read.value, purpose: 'reset', accountId: undefined } as const
  return redirect(paths.resetDone(request.city.slug, lockedFor(request, sent)))
}

const newPasswordPage = (request: PageRequest, faults?: readonly Fault[]): Answer =>
  page(
    request,
    headOf(request, 'newPasswordTitle', faults !== undefined),
    <NewPasswordPage
      lang={request.language}
      citySlug={request.city.slug}
      token={request.params.token ?? ''}
      formKey={newFormKey()}
      faults={faults ?? []}
    />,
  )

const showNewPassword = async (request: PageRequest): Promise<Answer> =>
  (await isGoodLink(request, 'reset')) ? newPasswordPage(request) : usedLink(request, 'unknown')

const doNewPassword = async (request: PageRequest): Promise<Answer> => {
  const read = readNewPassword(request.form)
  if (!read.ok) return newPasswordPage(request, read.error)
  const reset = await resetPassword(request.scope, request.params.token ?? '', read.value)
  return reset.ok
    ? redirect(`${paths.signIn(request.city.slug)}?done=password-changed`)
    : usedLink(request, 'unknown')
}

/** New accounts, confirmed addresses, new passwords. */
export const signUpRoutes: readonly Route[] = [
  ...sentMailRoutes,
  get('/:city/sign-up', 'accounts.show-sign-up', ['everyone'], showSignUp),
  postUnseen('/:city/sign-up', 'accounts.sign-up', ['everyone'], doSignUp),
  get('/:city/confirmation/:token', 'accounts.show-confirmation', ['everyone'], showConfirmation),
  postUnseen('/:city/confirmation/:token', 'accounts.confirm', ['everyone'], doConfirmation),
  postUnseen(
    '/:city/confirmation/:token/mail',
    'accounts.confirm-again',
    ['everyone'],
    doConfirmAgain,
  ),
  get('/:city/reset', 'accounts.show-reset', ['everyone'], showReset),
  postUnseen('/:city/reset', 'accounts.ask-for-reset', ['everyone'], doReset),
  get('/:city/reset/:token', 'accounts.show-new-password', ['everyone'], showNewPassword),
  postUnseen('/:city/reset/:token', 'accounts.reset-password', ['everyone'], doNewPassword),
]
