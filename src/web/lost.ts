import { type PageAnswer, type RedirectAnswer, redirect } from './answer.ts'
import { pageOfFormAddress } from './kept-forms/form-page.ts'
import type { SiteParts } from './site-parts.ts'
import { type PageContext, problemOf } from './trouble.ts'

/** A lost page below a city keeps that city's menu and contact. */
const inItsCity = (parts: SiteParts, page: PageContext): PageContext => {
  const city = parts.directory.find(page.path.split('/')[1] ?? '')
  return city ? { ...page, city } : page
}

/** No page here: on to the page of the form that is sent here, or to what helps who is lost. */
export const answerLost = (
  parts: SiteParts,
  method: string,
  page: PageContext,
): PageAnswer | RedirectAnswer => {
  const there = inItsCity(parts, page)
  const looks = method === 'GET' || method === 'HEAD'
  const form = looks && there.city ? pageOfFormAddress(parts.routes, page.path) : undefined
  return form ? redirect(form) : problemOf(parts, there, 404)
}
