import { insertKeptForm } from '#data/kept-forms.ts'
import type { Person } from '#kernel/actor.ts'
import { hashToken } from '#kernel/tokens.ts'
import { type Answer, type RedirectAnswer, redirect } from '#web/answer.ts'
import { endedSessionCookie, sessionCookie, writerCookie } from '#web/guard/cookies.ts'
import { keptFormField, readKeptForm, writeKeptForm } from '#web/kept-forms/kept-form.ts'
import { pageWithKept, writtenByAnother } from '#web/kept-forms/place.ts'
import type { PageRequest } from '#web/route.ts'
import type { OpenedSession } from '../actions/sessions.ts'
import { paths, safeNext } from '../paths.ts'

const isSecure = (request: PageRequest): boolean => request.site.publicUrl.startsWith('https:')

/** Goes on to a page of the city with the session that was just opened. */
export const goOnWith = (
  request: PageRequest,
  opened: OpenedSession,
  to: string,
): RedirectAnswer => {
  const { slug } = request.city
  const secure = isSecure(request)
  const cookie = sessionCookie(slug, opened.token, { secure, maxAge: opened.seconds })
  return redirect(to, [cookie, writerCookie(slug, writerOf(opened.account.id), secure)])
}

/** Tells on a browser who wrote there, without naming anybody. */
const writerOf = (accountId: string): string => hashToken(`writer ${accountId}`).slice(0, 22)

/** Goes to a page of the city, signed out. */
export const goOnWithout = (request: PageRequest, to: string): RedirectAnswer =>
  redirect(to, [endedSessionCookie(request.city.slug, isSecure(request))])

/** Where the person wanted to go, from the form or the address. */
export const nextOf = (request: PageRequest): string =>
  request.form.text('next') || (request.query.get('next') ?? '')

/**
 * Where to go on: to the form that was sent before signing in, filled in again, or to where one wanted to go;
 * else those who work for the city or its committee find what waits for them, everyone else their own page.
 * The form is kept for the account alone, and not at all when another had been signed in on this browser.
 */
export const placeAfterSignIn = async (
  request: PageRequest,
  opened: OpenedSession,
): Promise<string> => {
  const { scope, city, lastWriter } = request
  const kept = readKeptForm(city.slug, request.form.text(keptFormField))
  if (!kept) {
    const landing = opened.staff ? paths.desk(city.slug) : paths.me(city.slug)
    return safeNext(city.slug, nextOf(request), landing)
  }
  const isOther = lastWriter !== undefined && lastWriter !== writerOf(opened.account.id)
  const id = isOther
    ? writtenByAnother
    : await insertKeptForm(scope, opened.account.id, writeKeptForm(kept))
  return safeNext(city.slug, pageWithKept(kept.page, id))
}

/** After signing in: on to where one wanted to go, over the second factor where that is needed. */
export const afterSignIn = async (
  request: PageRequest,
  opened: OpenedSession,
): Promise<RedirectAnswer> => {
  const { city } = request
  const next = await placeAfterSignIn(request, opened)
  const needed = opened.account.secondFactor || (city.settings.staffSecondFactor && opened.staff)
  return goOnWith(request, opened, needed ? paths.secondFactor(city.slug, next) : next)
}

/** Who asks, on routes that the shell opens to people only. */
export const personOf = ({ person }: PageRequest): Person => {
  if (!person) throw new Error('the route is for people who are signed in')
  return person
}

/** A handler that is given the person, for such routes. */
export const withPerson =
  (handle: (request: PageRequest, person: Person) => Promise<Answer>) =>
  (request: PageRequest): Promise<Answer> =>
    handle(request, personOf(request))
