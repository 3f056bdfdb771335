import type { Context } from 'hono'
import { directoryVersionKey } from '#data/city-directory.ts'
import type { Opening } from '#data/database.ts'
import type { Scope } from '#data/scope.ts'
import { type Actor, type Person, visitor } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { type Answer, statusOf } from './answer.ts'
import { BadBody, emptyForm, type FormBody, readFormData } from './form-data.ts'
import { readCookie, sessionCookieName, writerCookieName } from './guard/cookies.ts'
import { onceByKey } from './guard/idempotency.ts'
import { findFormPage } from './kept-forms/form-page.ts'
import { findWritten, forgetWritten, handleWritten } from './kept-forms/written.tsx'
import { keptReply } from './kept-reply.ts'
import type { Reply } from './reply.ts'
import { respond } from './respond.ts'
import type { PageRequest, Route } from './route.ts'
import type { SiteParts } from './site-parts.ts'
import { streamReply } from './stream.ts'
import { type PageContext, problemOf, troublePage } from './trouble.ts'
import { turnAway, turnAwayForm } from './turn-away.ts'

type Prepared = PageContext & {
  readonly city: City
  readonly version: number
  readonly token: string | undefined
  /** Who asks, once that is known: what goes wrong later is told in their own frame. */
  person?: Person | undefined
}

const prepare = async (
  parts: SiteParts,
  c: Context,
  page: PageContext,
): Promise<Prepared | undefined> => {
  const slug = c.req.param('city') ?? ''
  // Both versions are asked for at once; a city that is new here is asked about once more.
  const known = parts.directory.find(slug)
  const [directory, version] = await Promise.all([
    parts.versions(directoryVersionKey),
    known ? parts.versions(known.id) : undefined,
  ])
  await parts.directory.refresh(directory)
  const city = parts.directory.find(slug)
  if (!city) return undefined
  const token = readCookie(page.headers.get('cookie'), sessionCookieName(city.slug, parts.secure))
  const current = city.id === known?.id ? version : undefined
  return { ...page, city, token, version: current ?? (await parts.versions(city.id)) }
}

const openingFor = (parts: SiteParts, prepared: Prepared): Opening => ({
  city: { id: prepared.city.id, slug: prepared.city.slug },
  actor: visitor,
  now: parts.clock(),
  requestId: prepared.requestId,
  outside: parts.outside,
})

const requestFor = async (
  parts: SiteParts,
  prepared: Prepared,
  given: {
    readonly scope: Scope
    readonly form: FormBody
    readonly params: Record<string, string>
  },
): Promise<PageRequest> => {
  const person = prepared.token
    ? await parts.findPerson(given.scope, prepared.city, prepared.token)
    : undefined
  prepared.person = person
  const actor: Actor = person ?? visitor
  const written = await findWritten(given.scope, person, prepared.query)
  return {
    scope: { ...given.scope, actor },
    city: prepared.city,
    site: parts.site,
    language: prepared.language,
    path: prepared.path,
    params: given.params,
    query: prepared.query,
    form: given.form,
    person,
    sessionToken: prepared.token,
    address: prepared.address,
    lastWriter: readCookie(
      prepared.headers.get('cookie'),
      writerCookieName(prepared.city.slug, parts.secure),
    ),
    written,
  }
}

/** What is sent bit by bit reads on as a visitor, whoever asked for it. */
const answerFor = (parts: SiteParts, prepared: Prepared, answer: Answer): Reply | Promise<Reply> =>
  answer.kind === 'stream'
    ? streamReply(answer, (work) => parts.database.read(openingFor(parts, prepared), work))
    : respond(answer)

const look = async (
  parts: SiteParts,
  route: Route,
  prepared: Prepared,
  params: Record<string, string>,
): Promise<Reply> => {
  const make = (): Promise<Answer> =>
    parts.database.read(openingFor(parts, prepared), async (scope) => {
      const request = await requestFor(parts, prepared, { scope, form: emptyForm, params })
      return turnAway(parts, route, request) ?? handleWritten(route, request)
    })
  const answer = (made: Answer) => answerFor(parts, prepared, made)
  if (route.method === 'GET' && route.kept && !prepared.token)
    return keptReply(parts, prepared, {
      of: prepared.city.id,
      version: prepared.version,
      make,
      answer,
    })
  return answer(await make())
}

const send = async (
  parts: SiteParts,
  route: Route,
  prepared: Prepared,
  given: { form: FormBody; params: Record<string, string> },
): Promise<Reply> => {
  const work = async (scope: Scope): Promise<Answer> => {
    const request = await requestFor(parts, prepared, { scope, ...given })
    // What was turned away was not done: after the second factor the same form may come again.
    const page = formPageOf(parts, prepared)
    const elsewhere = await turnAwayForm(parts, route, { request, page })
    if (elsewhere) return elsewhere
    const sent = {
      scope: request.scope,
      path: request.path,
      form: given.form,
      session: prepared.token ?? '',
    }
    const conflict = (): Answer => problemOf(parts, prepared, 422, 'sent-before')
    const answer = await onceByKey(sent, () => route.handle(request), conflict)
    if (statusOf(answer) < 400) await forgetWritten(request, page)
    return answer
  }
  const kept = (answer: Answer): boolean =>
    statusOf(answer) < 400 || (answer.kind === 'page' && answer.keep === true)
  // A letter that goes with a decision is set while nothing is held, and the form is carried out again.
  const unseen = route.method === 'POST' && route.unseen === true
  const opening = { ...openingFor(parts, prepared), restarts: true, unseen }
  return answerFor(parts, prepared, await parts.database.write(opening, work, kept))
}

const formPageOf = (parts: SiteParts, sent: PageContext): string =>
  findFormPage(parts.routes, sent, parts.site.publicUrl)

const formOf = async (c: Context): Promise<FormData> => {
  try {
    return await c.req.formData()
  } catch {
    throw new BadBody(400, 'not a form')
  }
}

/** Answers one route of a city, from request to response. */
export const answerCityRoute = async (
  parts: SiteParts,
  route: Route,
  c: Context,
  page: PageContext,
): Promise<Reply> => {
  const prepared = await prepare(parts, c, page)
  if (!prepared) return respond(problemOf(parts, page, 404))
  const params = c.req.param() as Record<string, string>
  try {
    if (route.method === 'GET') return await look(parts, route, prepared, params)
    const form = await readFormData(await formOf(c))
    return await send(parts, route, prepared, { form, params })
  } catch (error) {
    // What the page offers to go back to must be a page: many forms are sent to where there is none.
    const path = route.method === 'GET' ? prepared.path : formPageOf(parts, prepared)
    return respond(troublePage(parts, { ...prepared, path }, error))
  }
}
