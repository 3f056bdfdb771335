import { findUnseenKeptForm, insertKeptForm, markKeptFormSeen } from '#data/kept-forms.ts'
import type { Person } from '#kernel/actor.ts'
import { type Answer, type RedirectAnswer, redirect } from '#web/answer.ts'
import { endedSessionCookie, sessionCookie, writerCookie } from '#web/guard/cookies.ts'
import {
  type KeptForm,
  keptFormField,
  readKeptForm,
  writeKeptForm,
} from '#web/kept-forms/kept-form.ts'
import { pageWithKept, writtenByAnother } from '#web/kept-forms/place.ts'
import { lockWriter, openSeal } from '#web/kept-forms/seal.ts'
import type { PageRequest } from '#web/route.ts'
import type { OpenedSession } from '../actions/sessions.ts'
import { paths, safeNext } from '../paths.ts'
import { findAccount } from '../queries/accounts.ts'

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
  const writer = lockWriter(request.scope, opened.account.id)
  return redirect(to, [cookie, writerCookie(slug, writer, secure)])
}

/** Goes to a page of the city, signed out. */
export const goOnWithout = (request: PageRequest, to: string): RedirectAnswer =>
  redirect(to, [endedSessionCookie(request.city.slug, isSecure(request))])

/** Where the person wanted to go, from the form or the address. */
export const nextOf = (request: PageRequest): string =>
  request.form.text('next') || (request.query.get('next') ?? '')

const landingOf = (request: PageRequest, opened: OpenedSession): string =>
  opened.staff ? paths.desk(request.city.slug) : paths.me(request.city.slug)

/** A form that was kept while its writer was away, unless they come for something else. */
const placeOfUnseen = async (
  { scope, city }: PageRequest,
  accountId: string,
  next: string,
): Promise<string | undefined> => {
  const unseen = await findUnseenKeptForm(scope, accountId)
  const kept = unseen && readKeptForm(city.slug, unseen.content)
  if (!kept || (next !== '' && next !== kept.page)) return undefined
  await markKeptFormSeen(scope, accountId, unseen.id)
  return pageWithKept(kept.page, unseen.id)
}

/** Keeps a form for its writer; whoever has signed in instead learns that there is one, and nothing of it. */
const keepForWriter = async (
  request: PageRequest,
  opened: OpenedSession,
  form: { readonly kept: KeptForm; readonly writer: string | undefined },
): Promise<string> => {
  const { scope } = request
  const text = writeKeptForm(form.kept)
  const { writer = opened.account.id } = form
  if (writer === opened.account.id)
    return pageWithKept(form.kept.page, await insertKeptForm(scope, writer, text))
  if (await findAccount(scope, writer)) await insertKeptForm(scope, writer, text, true)
  return pageWithKept(landingOf(request, opened), writtenByAnother)
}

/** The form that a page carries along for its writer. */
export const keptOf = ({ city, form }: PageRequest): KeptForm | undefined =>
  readKeptForm(city.slug, form.text(keptFormField))

/** True where a form is only carried on to a page: its own fields were not filled in yet. */
export const comesWithKept = (request: PageRequest): boolean =>
  keptOf(request) !== undefined && !request.form.has('email')

/**
 * Keeps the form that came along until its writer is in: whoever was signed in when it was written, else the
 * account that was made just now. Nobody else's: a form by an unknown hand is not put before the owner of an address.
 */
export const keepForLater = async (
  request: PageRequest,
  madeAccount: string | undefined,
): Promise<void> => {
  const { scope } = request
  const kept = keptOf(request)
  const sealed = kept && openSeal(scope, kept)
  const writer = sealed && (sealed.writer ?? madeAccount)
  if (kept && writer && (await findAccount(scope, writer)))
    await insertKeptForm(scope, writer, writeKeptForm(kept), true)
}

/**
 * Where to go on: to the form that was sent before signing in, filled in again, or to where one wanted to go;
 * else those who work for the city or its committee find what waits for them, everyone else their own page.
 * The form is kept for its writer alone, whoever signs in.
 */
export const placeAfterSignIn = async (
  request: PageRequest,
  opened: OpenedSession,
): Promise<string> => {
  const { scope, city } = request
  const kept = readKeptForm(city.slug, request.form.text(keptFormField))
  const sealed = kept && openSeal(scope, kept)
  const to =
    kept && sealed
      ? await keepForWriter(request, opened, { kept, writer: sealed.writer })
      : await placeOfUnseen(request, opened.account.id, nextOf(request))
  return safeNext(city.slug, to ?? nextOf(request), landingOf(request, opened))
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
