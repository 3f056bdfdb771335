import { insertKeptForm } from '#data/kept-forms.ts'
import { type Answer, redirect } from './answer.ts'
import { admits } from './guard/audience.ts'
import {
  hasOwnWords,
  isTooLong,
  isWorthKeeping,
  keepWritten,
  writeKeptForm,
} from './kept-forms/kept-form.ts'
import { pageWithKept, writtenByAnother } from './kept-forms/place.ts'
import { openWriter, sealKeptForm } from './kept-forms/seal.ts'
import { writtenPage } from './kept-forms/written.tsx'
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
  if (verdict !== 'role') return wayTo(request, verdict, `${request.path}${query}`)
  const { written } = request
  return written && written !== writtenByAnother
    ? writtenPage(request, written, 'roleGone')
    : notForYou(parts, request, request.path)
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
  const kept = keepWritten(request.form, { action: request.path, page })
  // Its own links (the other language) must lead to a page: many forms are sent to where there is none.
  const [path = page] = page.split('?')
  const there = { ...request, path }
  if (verdict === 'role')
    return hasOwnWords(kept)
      ? writtenPage(there, kept, 'roleGone')
      : notForYou(parts, request, page)
  if (!isWorthKeeping(kept)) return wayTo(request, verdict, page)
  if (isTooLong(kept)) return writtenPage(there, kept, 'tooLong')
  if (verdict === 'sign-in' || !request.person) {
    const writer = openWriter(request.scope, request.lastWriter)
    return parts.askToSignIn(there, sealKeptForm(request.scope, kept, writer))
  }
  const id = await insertKeptForm(request.scope, request.person.accountId, writeKeptForm(kept))
  return wayTo(request, verdict, pageWithKept(page, id))
}
