import { insertKeptForm } from '#data/kept-forms.ts'
import { type Answer, redirect } from './answer.ts'
import { admits } from './guard/audience.ts'
import { isWorthKeeping, keepWritten, writeKeptForm } from './kept-forms/kept-form.ts'
import { pageWithKept } from './kept-forms/place.ts'
import type { PageRequest, Route } from './route.ts'
import type { SiteParts } from './site-parts.ts'
import { problemOf } from './trouble.ts'

const wayTo = (request: PageRequest, door: 'sign-in' | 'second-factor', next: string): Answer =>
  redirect(`/${request.city.slug}/${door}?next=${encodeURIComponent(next)}`)

const notForYou = (parts: SiteParts, request: PageRequest, page: string): Answer =>
  problemOf(parts, { ...request, path: page, requestId: request.scope.requestId }, 403, 'role')

/** Sends those for whom the page is not to where they can become so, or tells them; undefined for the others. */
export const turnAway = (
  parts: SiteParts,
  route: Route,
  request: PageRequest,
): Answer | undefined => {
  const verdict = admits(route.audience, request.person)
  if (verdict === 'ok') return undefined
  const query = request.query.size > 0 ? `?${request.query}` : ''
  return verdict === 'role'
    ? notForYou(parts, request, request.path)
    : wayTo(request, verdict, `${request.path}${query}`)
}

/**
 * The same for a form: what was written comes back, filled in, when its writer has signed in (again). It is
 * never sent on their behalf.
 */
export const turnAwayForm = async (
  parts: SiteParts,
  route: Route,
  given: { readonly request: PageRequest; readonly page: string },
): Promise<Answer | undefined> => {
  const { request, page } = given
  const verdict = admits(route.audience, request.person)
  if (verdict === 'ok') return undefined
  if (verdict === 'role') return notForYou(parts, request, page)
  const kept = keepWritten(request.form, { action: request.path, page })
  if (!isWorthKeeping(kept)) return wayTo(request, verdict, page)
  // Its own links (the other language) must lead to a page: many forms are sent to where there is none.
  const [path = page] = page.split('?')
  if (verdict === 'sign-in' || !request.person) return parts.askToSignIn({ ...request, path }, kept)
  const id = await insertKeptForm(request.scope, request.person.accountId, writeKeptForm(kept))
  return wayTo(request, verdict, pageWithKept(page, id))
}
