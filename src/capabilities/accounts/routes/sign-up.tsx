import { hashToken } from '#kernel/tokens.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import { askForReset, confirmAddress, resetPassword, signUp } from '../actions/sign-up.ts'
import { type Fault, readEmail, readNewPassword, readSignUp } from '../form.ts'
import { paths, safeNext } from '../paths.ts'
import { findTokenOwner } from '../queries/tokens.ts'
import { sentences } from '../sentences.ts'
import {
  ConfirmPage,
  NewPasswordPage,
  ResetPage,
  SentPage,
  UsedLinkPage,
} from '../views/link-pages.tsx'
import { SignUpPage } from '../views/sign-up-page.tsx'
import { nextOf } from './session.ts'

type HeadWord =
  | 'signUp'
  | 'sentTitle'
  | 'resetTitle'
  | 'newPasswordTitle'
  | 'confirmTitle'
  | 'usedTitle'

const headOf = (request: PageRequest, word: HeadWord, failed = false) => {
  const title = sentences[request.language][word]
  return {
    title,
    breadcrumb: [{ label: title }],
    unlisted: true,
    ...(failed ? { status: 422 } : {}),
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
      next={nextOf(request)}
      faults={faults ?? []}
    />,
  )
}

const showSignUp = async (request: PageRequest): Promise<Answer> => signUpPage(request)

const doSignUp = async (request: PageRequest): Promise<Answer> => {
  const read = readSignUp(request.form)
  if (!read.ok) return signUpPage(request, read.error)
  const { language } = request
  await signUp(request.scope, request.city, { ...read.value, language, next: wantedNext(request) })
  return redirect(paths.signUpDone(request.city.slug))
}

const showSent = async (request: PageRequest): Promise<Answer> =>
  page(request, headOf(request, 'sentTitle'), <SentPage lang={request.language} />)

const usedLink = (request: PageRequest): Answer =>
  page(
    request,
    { ...headOf(request, 'usedTitle'), status: 422 },
    <UsedLinkPage lang={request.language} citySlug={request.city.slug} />,
  )

const isGoodLink = async (request: PageRequest, purpose: 'confirm' | 'reset'): Promise<boolean> =>
  (await findTokenOwner(request.scope, hashToken(request.params.token ?? ''), purpose)) !==
  undefined

const showConfirmation = async (request: PageRequest): Promise<Answer> => {
  if (!(await isGoodLink(request, 'confirm'))) return usedLink(request)
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
  if (!confirmed.ok) return usedLink(request)
  const next = wantedNext(request)
  return redirect(`${paths.signIn(request.city.slug, next)}${next ? '&' : '?'}done=confirmed`)
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
    />,
  )

const showReset = async (request: PageRequest): Promise<Answer> => resetPage(request)

const doReset = async (request: PageRequest): Promise<Answer> => {
  const read = readEmail(request.form)
  if (!read.ok) return resetPage(request, read.error)
  await askForReset(request.scope, request.city, read.value)
  return redirect(paths.resetDone(request.city.slug))
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
  (await isGoodLink(request, 'reset')) ? newPasswordPage(request) : usedLink(request)

const doNewPassword = async (request: PageRequest): Promise<Answer> => {
  const read = readNewPassword(request.form)
  if (!read.ok) return newPasswordPage(request, read.error)
  const reset = await resetPassword(request.scope, request.params.token ?? '', read.value)
  return reset.ok
    ? redirect(`${paths.signIn(request.city.slug)}?done=password-changed`)
    : usedLink(request)
}

/** New accounts, confirmed addresses, new passwords. */
export const signUpRoutes: readonly Route[] = [
  get('/:city/sign-up', 'accounts.show-sign-up', ['everyone'], showSignUp),
  postUnseen('/:city/sign-up', 'accounts.sign-up', ['everyone'], doSignUp),
  get('/:city/sign-up/sent', 'accounts.show-sent', ['everyone'], showSent),
  get('/:city/confirmation/:token', 'accounts.show-confirmation', ['everyone'], showConfirmation),
  postUnseen('/:city/confirmation/:token', 'accounts.confirm', ['everyone'], doConfirmation),
  get('/:city/reset', 'accounts.show-reset', ['everyone'], showReset),
  postUnseen('/:city/reset', 'accounts.ask-for-reset', ['everyone'], doReset),
  get('/:city/reset/sent', 'accounts.show-reset-sent', ['everyone'], showSent),
  get('/:city/reset/:token', 'accounts.show-new-password', ['everyone'], showNewPassword),
  postUnseen('/:city/reset/:token', 'accounts.reset-password', ['everyone'], doNewPassword),
]
