import { type Answer, redirect } from '#web/answer.ts'
import { networkOf } from '#web/guard/rate.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import {
  beginEnrolment,
  type CodeGiven,
  type CodeRefusal,
  confirmEnrolment,
  findNewKey,
  giveSecondFactor,
  turnSecondFactorOff,
} from '../actions/second-factor.ts'
import type { Fault } from '../form.ts'
import { paths, safeNext } from '../paths.ts'
import { getAccount } from '../queries/accounts.ts'
import { hasAnyRole } from '../queries/roles.ts'
import { totpAddress } from '../second-factor.ts'
import { secondFactorSentences } from '../sentences/second-factor.ts'
import {
  BeginEnrolmentPage,
  EnrolmentPage,
  SecondFactorPage,
  TurnOffPage,
} from '../views/second-factor-pages.tsx'
import { goOnWith, nextOf, personOf } from './session.ts'

const givenIn = (request: PageRequest): CodeGiven => ({
  accountId: personOf(request).accountId,
  token: request.sessionToken ?? '',
  code: request.form.text('code'),
  network: networkOf(request.address),
})

const faultsOf = (request: PageRequest, refusal: CodeRefusal | undefined): readonly Fault[] => {
  if (refusal !== 'wrong-code') return []
  return [{ field: 'code', reason: request.form.text('code').trim() === '' ? 'code' : 'codeWrong' }]
}

const aroundOf = (request: PageRequest, refusal?: CodeRefusal) => ({
  lang: request.language,
  citySlug: request.city.slug,
  next: nextOf(request),
  newKey: newFormKey,
  faults: faultsOf(request, refusal),
  heldBack: refusal === 'held-back',
  keyLost: refusal === 'key-lost',
})

/** A form that comes back is kept: the failed attempt was counted. */
const show = (request: PageRequest, title: string, body: View, refusal?: CodeRefusal): Answer => {
  const again = refusal ? { status: 422, keep: true } : {}
  return page(request, { title, breadcrumb: [{ label: title }], unlisted: true, ...again }, body)
}

const secondFactorPage = (request: PageRequest, refusal?: CodeRefusal): Answer =>
  show(
    request,
    secondFactorSentences[request.language].title,
    <SecondFactorPage {...aroundOf(request, refusal)} />,
    refusal,
  )

const onward = (request: PageRequest): string => safeNext(request.city.slug, nextOf(request))

const showSecondFactor = async (request: PageRequest): Promise<Answer> => {
  const person = personOf(request)
  const account = await getAccount(request.scope, person.accountId)
  if (!account.secondFactor && !person.trusted)
    return redirect(paths.enrolment(request.city.slug, onward(request)))
  return person.trusted ? redirect(onward(request)) : secondFactorPage(request)
}

const doSecondFactor = async (request: PageRequest): Promise<Answer> => {
  const given = await giveSecondFactor(request.scope, givenIn(request))
  if (given.ok) return goOnWith(request, given.value, onward(request))
  return given.error === 'not-set-up'
    ? redirect(paths.enrolment(request.city.slug, onward(request)))
    : secondFactorPage(request, given.error)
}

const enrolmentPage = async (request: PageRequest, refusal?: CodeRefusal): Promise<Answer> => {
  const { scope, city, language } = request
  const account = await getAccount(scope, personOf(request).accountId)
  const words = secondFactorSentences[language]
  const secret = await findNewKey(scope, account.id)
  if (!secret) {
    const required = city.settings.staffSecondFactor && (await hasAnyRole(scope, account.id))
    const body = <BeginEnrolmentPage {...aroundOf(request)} required={required} />
    return show(request, words.enrolTitle, body)
  }
  const address = totpAddress({ city: city.name[language], email: account.email, secret })
  const body = <EnrolmentPage {...aroundOf(request, refusal)} secret={secret} address={address} />
  return show(request, words.enrolTitle, body, refusal)
}

const showEnrolment = async (request: PageRequest): Promise<Answer> => {
  const account = await getAccount(request.scope, personOf(request).accountId)
  return account.secondFactor ? redirect(onward(request)) : enrolmentPage(request)
}

const doBeginEnrolment = async (request: PageRequest): Promise<Answer> => {
  const begun = await beginEnrolment(request.scope, personOf(request).accountId)
  return begun.ok
    ? redirect(paths.enrolment(request.city.slug, onward(request)))
    : redirect(paths.account(request.city.slug))
}

const doConfirmEnrolment = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const done = await confirmEnrolment(scope, city, givenIn(request))
  if (!done.ok)
    return done.error === 'not-set-up'
      ? redirect(paths.enrolment(city.slug, onward(request)))
      : enrolmentPage(request, done.error)
  const to = nextOf(request) ? onward(request) : `${paths.account(city.slug)}?done=second-factor-on`
  return goOnWith(request, done.value, to)
}

const turnOffPage = async (request: PageRequest, refusal?: CodeRefusal): Promise<Answer> => {
  const { scope, city } = request
  const required =
    city.settings.staffSecondFactor && (await hasAnyRole(scope, personOf(request).accountId))
  return show(
    request,
    secondFactorSentences[request.language].off,
    <TurnOffPage {...aroundOf(request, refusal)} refused={required} />,
    refusal,
  )
}

const doTurnOff = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const done = await turnSecondFactorOff(scope, city, givenIn(request))
  if (done.ok)
    return goOnWith(request, done.value, `${paths.account(city.slug)}?done=second-factor-off`)
  return done.error === 'not-set-up'
    ? redirect(paths.account(city.slug))
    : turnOffPage(request, done.error)
}

/** The second step of signing in: giving it, setting it up, turning it off. */
export const secondFactorRoutes: readonly Route[] = [
  get('/:city/second-factor', 'accounts.show-second-factor', ['session'], showSecondFactor),
  postUnseen('/:city/second-factor', 'accounts.give-second-factor', ['session'], doSecondFactor),
  get('/:city/second-factor/enrolment', 'accounts.show-enrolment', ['session'], showEnrolment),
  postUnseen(
    '/:city/second-factor/enrolment',
    'accounts.begin-enrolment',
    ['session'],
    doBeginEnrolment,
  ),
  postUnseen(
    '/:city/second-factor/enrolment/confirmation',
    'accounts.confirm-enrolment',
    ['session'],
    doConfirmEnrolment,
  ),
  get(
    '/:city/second-factor/removal',
    'accounts.show-second-factor-removal',
    ['person'],
    (request) => turnOffPage(request),
  ),
  postUnseen(
    '/:city/second-factor/removal',
    'accounts.turn-second-factor-off',
    ['person'],
    doTurnOff,
  ),
]
