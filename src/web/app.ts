import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { directoryVersionKey } from '#data/city-directory.ts'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { PageAnswer } from './answer.ts'
import { mayAsk, noQuestion, questionLimit, readQuestion } from './ask.ts'
import { answerCityRoute } from './city-pages.ts'
import { languageCookie } from './guard/cookies.ts'
import { securityHeaders } from './guard/headers.ts'
import { languageOf } from './guard/language.ts'
import { isOperator } from './guard/operator.ts'
import { isOwnOrigin } from './guard/origin.ts'
import { keptReply } from './kept-reply.ts'
import { answerLost } from './lost.ts'
import { type Reply, toResponse } from './reply.ts'
import { respond } from './respond.ts'
import type { Route } from './route.ts'
import type { SiteParts } from './site-parts.ts'
import type { SiteRoute } from './site-route.ts'
import { type PageContext, problemOf, troublePage } from './trouble.ts'

const bodyLimit = 30 * 1024 * 1024

const remoteOf = (c: Context): string => {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

const addressOf = (parts: SiteParts, c: Context): string => {
  const forwarded = parts.trustProxy
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return forwarded || remoteOf(c)
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

const refuseOften = async (
  parts: SiteParts,
  page: PageContext,
  rate: SiteParts['rate']['look'],
): Promise<Reply | undefined> => {
  const limit = await rate(page.address)
  if (limit.ok) return undefined
  const reply = respond(problemOf(parts, page, 429))
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(limit.seconds) } }
}

type Refusing = (parts: SiteParts, c: Context, page: PageContext) => Promise<Reply | undefined>

const refuseLarge = (parts: SiteParts, page: PageContext, limit: number): Reply | undefined =>
  Number(page.headers.get('content-length') ?? Number.NaN) <= limit
    ? undefined
    : respond(problemOf(parts, page, 413))

/** Refuses what must not even be read: too often, from elsewhere, too large. */
const refuseEarly: Refusing = async (parts, c, page) => {
  const sends = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  const tooOften = await refuseOften(parts, page, sends ? parts.rate.send : parts.rate.look)
  if (tooOften || !sends) return tooOften
  if (!isOwnOrigin(page.headers, parts.site.publicUrl))
    return respond(problemOf(parts, page, 403, 'origin'))
  return refuseLarge(parts, page, bodyLimit)
}

/** The same for an address that only a mail names: its program sends it from no page. */
const refuseFromMail: Refusing = async (parts, _c, page) =>
  (await refuseOften(parts, page, parts.rate.send)) ?? refuseLarge(parts, page, questionLimit)

/** The same for questions: they change nothing, so it does not matter from which site they come. */
const refuseAsking: Refusing = async (parts, c, page) => {
  const tooOften = await refuseOften(parts, page, parts.rate.look)
  if (tooOften || c.req.method === 'OPTIONS') return tooOften
  return refuseLarge(parts, page, questionLimit)
}

const finish = (parts: SiteParts, page: PageContext, reply: Reply): Response => {
  const asked = page.query.get('lang')
  const chosen =
    asked === 'ja' || asked === 'en' ? [languageCookie(asked, parts.secure)] : undefined
  return toResponse(chosen ? { ...reply, cookies: [...(reply.cookies ?? []), ...chosen] } : reply, {
    ...securityHeaders(parts.secure),
    'x-request-id': page.requestId,
  })
}

const answered = async (
  parts: SiteParts,
  c: Context,
  route: string,
  make: (page: PageContext) => Promise<Reply>,
  refuse = refuseEarly,
): Promise<Response> => {
  const page = contextOf(parts, c)
  const began = performance.now()
  let reply: Reply
  try {
    reply = (await refuse(parts, c, page)) ?? (await make(page))
  } catch (error) {
    reply = respond(troublePage(parts, page, error))
  }
  const seconds = (performance.now() - began) / 1000
  parts.metrics.observe({ route, method: c.req.method, status: reply.status, seconds })
  parts.log.info(
    {
      requestId: page.requestId,
      method: c.req.method,
      path: page.path,
      status: reply.status,
      ms: Math.round(seconds * 1000),
    },
    'request',
  )
  return finish(parts, page, reply)
}

type Answering = (c: Context, page: PageContext) => Promise<Reply>

/** The same address for programs that send their question in a body: it reads, and is counted as a look. */
const addQuestion = (
  app: Hono,
  parts: SiteParts,
  asked: { readonly path: string; readonly answer: Answering },
): void => {
  const { path, answer } = asked
  app.options(path, (c) => answered(parts, c, path, async () => mayAsk, refuseAsking))
  app.post(path, (c) =>
    answered(
      parts,
      c,
      path,
      async (page) => {
        const question = await readQuestion(c, page)
        return question ? answer(c, question) : noQuestion
      },
      refuseAsking,
    ),
  )
}

const addRoute = (app: Hono, parts: SiteParts, route: Route): void => {
  const answer: Answering = (c, page) => answerCityRoute(parts, route, c, page)
  const refuse = route.method === 'POST' && route.fromMail ? refuseFromMail : refuseEarly
  app.on(route.method, route.path, (c) =>
    answered(parts, c, route.path, (page) => answer(c, page), refuse),
  )
  if (route.method === 'GET' && route.asks) addQuestion(app, parts, { path: route.path, answer })
}

const addSiteRoute = (app: Hono, parts: SiteParts, route: SiteRoute): void => {
  const answer: Answering = async (c, page) => {
    await parts.directory.refresh(await parts.versions(directoryVersionKey))
    const now = parts.clock()
    const { outside } = parts
    const { requestId } = page
    return respond(
      await route.handle({
        ...page,
        site: parts.site,
        now,
        params: c.req.param() as Record<string, string>,
        readPublic: parts.database.readPublic,
        readIn: ({ id, slug }, work) =>
          parts.database.read(
            { city: { id, slug }, actor: visitor, now, requestId, outside },
            work,
          ),
      }),
    )
  }
  app.get(route.path, (c) => answered(parts, c, route.path, (page) => answer(c, page)))
  if (route.asks) addQuestion(app, parts, { path: route.path, answer })
}

const addSitePages = (app: Hono, parts: SiteParts): void => {
  app.get('/assets/*', (c) => {
    const asset = parts.findAsset(c.req.path, c.req.header('accept-encoding') ?? '')
    if (!asset)
      return answered(parts, c, '/assets', async (page) => respond(problemOf(parts, page, 404)))
    return new Response(asset.body as BodyInit, {
      headers: { ...securityHeaders(parts.secure), ...asset.headers },
    })
  })
  app.get('/', (c) =>
    answered(parts, c, '/', async (page) => {
      const of = parts.portalVersionKey(page.query)
      const [directory, version] = await Promise.all([
        parts.versions(directoryVersionKey),
        parts.versions(of),
      ])
      await parts.directory.refresh(directory)
      const make = async (): Promise<PageAnswer> => {
        const html = await parts.portal({ ...page, site: parts.site, now: parts.clock() })
        return { kind: 'page', status: 200, html }
      }
      return keptReply(parts, page, { of, version, make, answer: respond })
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
  app.get('/metrics', async (c) => {
    const asked = { headers: c.req.raw.headers, remote: remoteOf(c) }
    return isOperator(asked, parts.metrics)
      ? c.text(await parts.metrics.write())
      : c.text('only from this machine, or with METRICS_TOKEN\n', 403)
  })
}

/** Fixed words before parameters, so that `/groups/registration` is never taken for a group's id. */
const inOrder = (routes: readonly Route[]): readonly Route[] => {
  const rank = (path: string): string => path.replaceAll('/:', '/~')
  return [...routes].sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : 1))
}

/** The whole site as one fetch handler. Every route of the table is here and nothing else. */
export const createSite = (parts: SiteParts): Hono => {
  const app = new Hono({ strict: false })
  addOperatorPages(app, parts)
  addSitePages(app, parts)
  for (const route of parts.siteRoutes) addSiteRoute(app, parts, route)
  for (const route of inOrder(parts.routes)) addRoute(app, parts, route)
  app.all('*', (c) =>
    answered(parts, c, 'none', async (page) => {
      await parts.directory.refresh(await parts.versions(directoryVersionKey))
      return respond(answerLost(parts, c.req.method, page))
    }),
  )
  return app
}
