import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { directoryVersionKey } from '#data/city-directory.ts'
import { newId } from '#kernel/ids.ts'
import { answerCityRoute } from './city-pages.ts'
import { languageCookie } from './guard/cookies.ts'
import { securityHeaders } from './guard/headers.ts'
import { languageOf } from './guard/language.ts'
import { isOwnOrigin } from './guard/origin.ts'
import { respond } from './respond.ts'
import type { Route } from './route.ts'
import type { SiteParts } from './site-parts.ts'
import { type PageContext, problemOf, troublePage } from './trouble.ts'

const bodyLimit = 30 * 1024 * 1024

const addressOf = (parts: SiteParts, c: Context): string => {
  const forwarded = parts.trustProxy
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

const contextOf = (parts: SiteParts, c: Context): PageContext => {
  const url = new URL(c.req.url)
  return {
    language: languageOf(url.searchParams, c.req.raw.headers),
    requestId: newId(),
    path: url.pathname,
    query: url.searchParams,
    headers: c.req.raw.headers,
    address: addressOf(parts, c),
  }
}

/** Refuses what must not even be read: too often, from elsewhere, too large. */
const refuseEarly = async (
  parts: SiteParts,
  c: Context,
  page: PageContext,
): Promise<Response | undefined> => {
  const sends = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  const limit = await (sends ? parts.rate.send : parts.rate.look)(page.address)
  if (!limit.ok) {
    const response = respond(problemOf(parts, page, 429))
    response.headers.set('retry-after', String(limit.seconds))
    return response
  }
  if (!sends) return undefined
  if (!isOwnOrigin(page.headers, parts.site.publicUrl))
    return respond(problemOf(parts, page, 403, 'origin'))
  if (Number(page.headers.get('content-length') ?? Number.NaN) <= bodyLimit) return undefined
  return respond(problemOf(parts, page, 413))
}

const finish = (parts: SiteParts, page: PageContext, response: Response): Response => {
  for (const [name, value] of Object.entries(securityHeaders(parts.secure)))
    if (!response.headers.has(name)) response.headers.set(name, value)
  response.headers.set('x-request-id', page.requestId)
  const asked = page.query.get('lang')
  if (asked === 'ja' || asked === 'en')
    response.headers.append('set-cookie', languageCookie(asked, parts.secure))
  return response
}

const answered = async (
  parts: SiteParts,
  c: Context,
  make: (page: PageContext) => Promise<Response>,
): Promise<Response> => {
  const page = contextOf(parts, c)
  const began = performance.now()
  let response: Response
  try {
    response = (await refuseEarly(parts, c, page)) ?? (await make(page))
  } catch (error) {
    response = respond(troublePage(parts, page, error))
  }
  parts.log.info(
    {
      requestId: page.requestId,
      method: c.req.method,
      path: page.path,
      status: response.status,
      ms: Math.round(performance.now() - began),
    },
    'request',
  )
  return finish(parts, page, response)
}

const addRoute = (app: Hono, parts: SiteParts, route: Route): void => {
  app.on(route.method, route.path, (c) =>
    answered(parts, c, (page) => answerCityRoute(parts, route, c, page)),
  )
}

const addSitePages = (app: Hono, parts: SiteParts): void => {
  app.get('/assets/*', (c) => {
    const asset = parts.findAsset(c.req.path, c.req.header('accept-encoding') ?? '')
    if (!asset) return answered(parts, c, async (page) => respond(problemOf(parts, page, 404)))
    return new Response(asset.body as BodyInit, {
      headers: { ...securityHeaders(parts.secure), ...asset.headers },
    })
  })
  app.get('/', (c) =>
    answered(parts, c, async (page) => {
      await parts.directory.refresh(await parts.versions(directoryVersionKey))
      const html = await parts.portal({ ...page, site: parts.site, now: parts.clock() })
      return respond({ kind: 'page', status: 200, html })
    }),
  )
}

const addOperatorPages = (app: Hono, parts: SiteParts): void => {
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    try {
      await parts.versions(directoryVersionKey)
      return c.text('ok\n')
    } catch {
      return c.text('database unreachable\n', 503)
    }
  })
  app.get('/metrics', async (c) => c.text(await parts.metrics()))
}

/** Fixed words before parameters, so that `/groups/registration` is never taken for a group's id. */
const inOrder = (routes: readonly Route[]): readonly Route[] => {
  const rank = (path: string): string => path.replaceAll('/:', '/~')
  return [...routes].sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : 1))
}

/** A lost page below a city keeps that city's menu and contact. */
const inItsCity = (parts: SiteParts, page: PageContext): PageContext => {
  const city = parts.directory.find(page.path.split('/')[1] ?? '')
  return city ? { ...page, city } : page
}

/** The whole site as one fetch handler. Every route of the table is here and nothing else. */
export const createSite = (parts: SiteParts): Hono => {
  const app = new Hono({ strict: false })
  addOperatorPages(app, parts)
  addSitePages(app, parts)
  for (const route of inOrder(parts.routes)) addRoute(app, parts, route)
  app.all('*', (c) =>
    answered(parts, c, async (page) => respond(problemOf(parts, inItsCity(parts, page), 404))),
  )
  return app
}
