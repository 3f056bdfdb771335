import type { Context } from 'hono'
import { directoryVersionKey } from '#data/city-directory.ts'
import type { Opening } from '#data/database.ts'
import type { Scope } from '#data/scope.ts'
import { type Actor, type Person, visitor } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { type Answer, redirect, statusOf } from './answer.ts'
import { BadBody, emptyForm, type FormBody, readFormData } from './form-data.ts'
import { admits } from './guard/audience.ts'
import { readCookie, sessionCookieName } from './guard/cookies.ts'
import { onceByKey } from './guard/idempotency.ts'
import { keptResponse } from './kept-response.ts'
import { respond } from './respond.ts'
import type { PageRequest, Route } from './route.ts'
import type { SiteParts } from './site-parts.ts'
import { type PageContext, problemOf, troublePage } from './trouble.ts'

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
  await parts.directory.refresh(await parts.versions(directoryVersionKey))
  const city = parts.directory.find(c.req.param('city') ?? '')
  if (!city) return undefined
  const token = readCookie(c.req.header('cookie'), sessionCookieName(city.slug, parts.secure))
  return { ...page, city, token, version: await parts.versions(city.id) }
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
  }
}

const signInPath = (request: PageRequest): string =>
  `/${request.city.slug}/sign-in?next=${encodeURIComponent(request.path)}`

/** Sends those for whom the route is not to where they can become so, or tells them; undefined for the others. */
const turnAway = (parts: SiteParts, route: Route, request: PageRequest): Answer | undefined => {
  const verdict = admits(route.audience, request.person)
  if (verdict === 'ok') return undefined
  if (verdict === 'sign-in') return redirect(signInPath(request))
  if (verdict === 'second-factor')
    return redirect(`/${request.city.slug}/second-factor?next=${encodeURIComponent(request.path)}`)
  return problemOf(
    parts,
    { ...request, requestId: request.scope.requestId, address: request.address },
    403,
    'role',
  )
}

const look = async (
  parts: SiteParts,
  route: Route,
  prepared: Prepared,
  params: Record<string, string>,
): Promise<Response> => {
  const make = (): Promise<Answer> =>
    parts.database.read(openingFor(parts, prepared), async (scope) => {
      const request = await requestFor(parts, prepared, { scope, form: emptyForm, params })
      return turnAway(parts, route, request) ?? route.handle(request)
    })
  if (route.method === 'GET' && route.kept && !prepared.token)
    return keptResponse(parts, prepared, make)
  return respond(await make())
}

const send = async (
  parts: SiteParts,
  route: Route,
  prepared: Prepared,
  given: { form: FormBody; params: Record<string, string> },
): Promise<Response> => {
  const work = async (scope: Scope): Promise<Answer> => {
    const request = await requestFor(parts, prepared, { scope, ...given })
    // What was turned away was not done: after the second factor the same form may come again.
    const elsewhere = turnAway(parts, route, request)
    if (elsewhere) return elsewhere
    const sent = {
      scope: request.scope,
      path: request.path,
      form: given.form,
      session: prepared.token ?? '',
    }
    const conflict = (): Answer => problemOf(parts, prepared, 422, 'sent-before')
    return onceByKey(sent, () => route.handle(request), conflict)
  }
  const kept = (answer: Answer): boolean =>
    statusOf(answer) < 400 || (answer.kind === 'page' && answer.keep === true)
  return respond(await parts.database.write(openingFor(parts, prepared), work, kept))
}

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
): Promise<Response> => {
  const prepared = await prepare(parts, c, page)
  if (!prepared) return respond(problemOf(parts, page, 404))
  const params = c.req.param() as Record<string, string>
  try {
    if (route.method === 'GET') return await look(parts, route, prepared, params)
    const form = await readFormData(await formOf(c))
    return await send(parts, route, prepared, { form, params })
  } catch (error) {
    return respond(troublePage(parts, prepared, error))
  }
}
