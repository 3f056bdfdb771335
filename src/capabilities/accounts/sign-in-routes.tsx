import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, type RedirectAnswer, redirect } from '#web/answer.ts'
import { endedSessionCookie, sessionCookie } from '#web/guard/cookies.ts'
import { networkOf } from '#web/guard/rate.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import {
  type OpenedSession,
  type SignInRefusal,
  signIn,
  signInAsSample,
  signOut,
  signOutEverywhere,
} from './actions.ts'
import { type Fault, readSignIn } from './form.ts'
import { paths, safeNext } from './paths.ts'
import { hasAnyRole, listSampleGroups, listSamplePeople } from './queries.ts'
import { sentences } from './sentences.ts'
import { SamplePeoplePage } from './views/sample-people-page.tsx'
import { SignInPage } from './views/sign-in-page.tsx'

const isSecure = (request: PageRequest): boolean => request.site.publicUrl.startsWith('https:')

const enter = (request: PageRequest, opened: OpenedSession): RedirectAnswer => {
  const cookie = sessionCookie(request.city.slug, opened.token, {
    secure: isSecure(request),
    maxAge: opened.seconds,
  })
  return redirect(safeNext(request.city.slug, request.form.text('next')), [cookie])
}

const signInPage = (
  request: PageRequest,
  again?: { faults?: readonly Fault[]; refusal?: SignInRefusal },
): Answer => {
  const words = sentences[request.language]
  const head = {
    title: words.signIn,
    breadcrumb: [{ label: words.signIn }],
    done: words.done,
    unlisted: true,
    ...(again ? { status: 422, keep: true } : {}),
  }
  return page(
    request,
    head,
    <SignInPage
      lang={request.language}
      citySlug={request.city.slug}
      formKey={newFormKey()}
      next={request.form.text('next') || (request.query.get('next') ?? '')}
      email={request.form.text('email')}
      sampleWorld={request.site.sampleWorld}
      {...again}
    />,
  )
}

const showSignIn = async (request: PageRequest): Promise<Answer> => signInPage(request)

const doSignIn = async (request: PageRequest): Promise<Answer> => {
  const read = readSignIn(request.form)
  if (!read.ok) return signInPage(request, { faults: read.error })
  const given = { ...read.value, network: networkOf(request.address) }
  const opened = await signIn(request.scope, given, (id) => hasAnyRole(request.scope, id))
  return opened.ok ? enter(request, opened.value) : signInPage(request, { refusal: opened.error })
}

const afterSignOut = (request: PageRequest): Answer =>
  redirect(`${paths.signIn(request.city.slug)}?done=signed-out`, [
    endedSessionCookie(request.city.slug, isSecure(request)),
  ])

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
    },
    <SamplePeoplePage
      lang={request.language}
      city={request.city}
      people={named}
      newKey={newFormKey}
      next={request.query.get('next') ?? ''}
    />,
  )
}

const enterAsSample = async (request: PageRequest): Promise<Answer> => {
  assertSampleWorld(request)
  const id = request.form.text('account')
  const opened = isId(id) ? await signInAsSample(request.scope, id) : undefined
  if (!opened?.ok) throw new NotFound('sample person')
  return enter(request, opened.value)
}

/** Coming and going. */
export const signInRoutes: readonly Route[] = [
  get('/:city/sign-in', 'accounts.show-sign-in', ['everyone'], showSignIn),
  post('/:city/sign-in', 'accounts.sign-in', ['everyone'], doSignIn),
  post('/:city/sign-out', 'accounts.sign-out', ['everyone'], doSignOut),
  post(
    '/:city/sign-out-everywhere',
    'accounts.sign-out-everywhere',
    ['person'],
    doSignOutEverywhere,
  ),
  get('/:city/sample-people', 'accounts.list-sample-people', ['everyone'], showSamplePeople),
  post('/:city/sample-people', 'accounts.sign-in-as-sample', ['everyone'], enterAsSample),
]
