import type { Person } from '#kernel/actor.ts'
import { type Answer, type RedirectAnswer, redirect } from '#web/answer.ts'
import { endedSessionCookie, sessionCookie } from '#web/guard/cookies.ts'
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
  const cookie = sessionCookie(request.city.slug, opened.token, {
    secure: isSecure(request),
    maxAge: opened.seconds,
  })
  return redirect(to, [cookie])
}

/** Goes to a page of the city, signed out. */
export const goOnWithout = (request: PageRequest, to: string): RedirectAnswer =>
  redirect(to, [endedSessionCookie(request.city.slug, isSecure(request))])

/** Where the person wanted to go, from the form or the address. */
export const nextOf = (request: PageRequest): string =>
  request.form.text('next') || (request.query.get('next') ?? '')

/** After signing in: on to where one wanted to go, over the second factor where that is needed. */
export const afterSignIn = (request: PageRequest, opened: OpenedSession): RedirectAnswer => {
  const { city } = request
  const next = safeNext(city.slug, nextOf(request))
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
