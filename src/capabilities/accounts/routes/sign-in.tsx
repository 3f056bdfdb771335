import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { networkOf } from '#web/guard/rate.ts'
import { type KeptForm, keptFormField, readKeptForm } from '#web/kept-forms/kept-form.ts'
import { signInFirstNotice } from '#web/kept-forms/views.tsx'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import {
  type SignInRefusal,
  signIn,
  signInAsSample,
  signOut,
  signOutEverywhere,
} from '../actions/sign-in.ts'
import { type Fault, readSignIn } from '../form.ts'
import { paths, safeNext } from '../paths.ts'
import { findAccountByEmail } from '../queries/accounts.ts'
import { listSampleGroups, listSamplePeople } from '../queries/people.ts'
import { lockSentMail } from '../sent-mail.ts'
import { sentences } from '../sentences.ts'
import { keptLanguageForm, languageField } from '../views/kept-language.tsx'
import { SamplePeoplePage } from '../views/sample-people-page.tsx'
import { SignInPage } from '../views/sign-in-page.tsx'
import { afterSignIn, goOnWith, goOnWithout, nextOf, placeAfterSignIn } from './session.ts'

const signInPage = (
  request: PageRequest,
  again?: {
    faults?: readonly Fault[]
    refusal?: SignInRefusal
    /** The locked text by which the mail that confirms the address can be sent again. */
    mail?: string
    kept?: KeptForm
  },
): Answer => {
  const words = sentences[request.language]
  const { form, city, language } = request
  const kept = again?.kept ?? readKeptForm(city.slug, form.text(keptFormField))
  const head = {
    title: words.signIn,
    breadcrumb: [{ label: words.signIn }],
    done: words.done,
    unlisted: true,
    ...(kept ? { notice: signInFirstNotice(language, kept), languageForm: keptLanguageForm } : {}),
    ...(again ? (again.kept ? { status: 401 } : { status: 422, keep: true }) : {}),
  }
  return page(
    request,
    head,
    <SignInPage
      lang={language}
      citySlug={city.slug}
      formKey={newFormKey()}
      next={kept ? kept.page : nextOf(request)}
      email={again?.kept ? '' : form.text('email')}
      sampleWorld={request.site.sampleWorld}
      {...again}
      kept={kept}
    />,
  )
}

/** The page to sign in on for somebody who sent a form without being signed in any more. */
export const askToSignIn = (request: PageRequest, kept: KeptForm): Answer =>
  signInPage(request, { kept })

/** A mail leads here; who is signed in already goes on, unless they come to be somebody else. */
const showSignIn = async (request: PageRequest): Promise<Answer> => {
  const next = nextOf(request)
  const comesToSignIn = request.query.has('switch') || request.query.has('done')
  return request.person && next !== '' && !comesToSignIn
    ? redirect(safeNext(request.city.slug, next))
    : signInPage(request)
}

/** The form that waits here, where only the language of the page was asked for. */
const keptInOtherLanguage = ({ city, form }: PageRequest): KeptForm | undefined =>
  form.has(languageField) ? readKeptForm(city.slug, form.text(keptFormField)) : undefined

/** Whoever gave the right password of an address that is not confirmed can have its mail sent again. */
const refused = async (
  request: PageRequest,
  refusal: SignInRefusal,
  email: string,
): Promise<Answer> => {
  if (refusal !== 'unconfirmed') return signInPage(request, { refusal })
  const account = await findAccountByEmail(request.scope, email)
  const sent = { email, purpose: 'confirm', accountId: account?.id, next: nextOf(request) } as const
  return signInPage(request, { refusal, mail: lockSentMail(request.scope, sent) })
}

const doSignIn = async (request: PageRequest): Promise<Answer> => {
  const kept = keptInOtherLanguage(request)
  if (kept) return signInPage(request, { kept })
  const read = readSignIn(request.form)
  if (!read.ok) return signInPage(request, { faults: read.error })
  const given = { ...read.value, network: networkOf(request.address) }
  const opened = await signIn(request.scope, given)
  if (!opened.ok) return refused(request, opened.error, read.value.email)
  // Whoever was signed in on this browser before is not any more.
  if (request.sessionToken) await signOut(request.scope, request.sessionToken)
  return afterSignIn(request, opened.value)
}

const afterSignOut = (request: PageRequest): Answer => {
  const next = request.form.text('next')
  const to = next === '' ? undefined : safeNext(request.city.slug, next)
  const signInPath = paths.signIn(request.city.slug, to)
  return goOnWithout(request, `${signInPath}${to ? '&' : '?'}done=signed-out`)
}

const doSignOut = async (request: PageRequest): Promise<Answer> => {
  if (request.sessionToken) await signOut(request.scope, request.sessionToken)
  return afterSignOut(request)
}

const doSignOutEverywhere = async (request: PageRequest): Promise<Answer> => {
  if (request.person) await signOutEverywhere(request.scope, request.person.accountId)
  return afterSignOut(request)
}

const assertSampleWorld = (request: PageRequest): void => {
  if (!request.site.sampleWorld) throw new NotFound('sample people')
}

const showSamplePeople = async (request: PageRequest): Promise<Answer> => {
  assertSampleWorld(request)
  const words = sentences[request.language]
  const kept = readKeptForm(request.city.slug, request.form.text(keptFormField))
  const people = await listSamplePeople(request.scope)
  const names = await listSampleGroups(request.scope)
  const named = people.map((person) => ({
    ...person,
    groups: person.groups.map(({ groupId, role }) => ({
      role,
      name: names.get(groupId) ?? groupId,
    })),
  }))
  return page(
    request,
    {
      title: words.samplesTitle,
      breadcrumb: [{ label: words.samplesTitle }],
      width: 'wide',
      unlisted: true,
      ...(kept ? { languageForm: keptLanguageForm } : {}),
    },
    <SamplePeoplePage
      lang={request.language}
      city={request.city}
      people={named}
      formKey={newFormKey()}
      next={nextOf(request)}
      kept={kept}
    />,
  )
}

const enterAsSample = async (request: PageRequest): Promise<Answer> => {
  assertSampleWorld(request)
  const id = request.form.text('account')
  // From the page to sign in on, with a form to go on with: whom to be is chosen next.
  if (id === '' && request.form.has(keptFormField)) return showSamplePeople(request)
  const opened = isId(id) ? await signInAsSample(request.scope, id) : undefined
  if (!opened?.ok) throw new NotFound('sample person')
  return goOnWith(request, opened.value, await placeAfterSignIn(request, opened.value))
}

/** Coming and going. */
export const signInRoutes: readonly Route[] = [
  get('/:city/sign-in', 'accounts.show-sign-in', ['everyone'], showSignIn),
  postUnseen('/:city/sign-in', 'accounts.sign-in', ['everyone'], doSignIn),
  postUnseen('/:city/sign-out', 'accounts.sign-out', ['everyone'], doSignOut),
  postUnseen(
    '/:city/sign-out-everywhere',
    'accounts.sign-out-everywhere',
    ['session'],
    doSignOutEverywhere,
  ),
  get('/:city/sample-people', 'accounts.list-sample-people', ['everyone'], showSamplePeople),
  postUnseen('/:city/sample-people', 'accounts.sign-in-as-sample', ['everyone'], enterAsSample),
]
