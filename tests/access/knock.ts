import type { Hono } from 'hono'
import type { QueryId, RootOperationNode } from 'kysely'
import pino from 'pino'
import type { Database } from '#data/database.ts'
import type { Scope } from '#data/scope.ts'
import type { Route } from '#web/route.ts'
import { openSite } from '../../src/site.ts'
import type { Store } from '../../src/store.ts'
import type { Knocker, Town } from './world/index.ts'

const origin = 'http://localhost:3000'

/** What came of a request: whether somebody was let in, sent elsewhere, asked to mend something, or refused. */
export type Outcome = {
  /**
   * `seen` a page or file · `done` something was written and would have been kept · `sent-on` to another page
   * without any change · `asked` the form came back · `refused` · `broken` an answer nobody should get
   */
  readonly kind: 'seen' | 'done' | 'sent-on' | 'asked' | 'refused' | 'broken'
  readonly status: number
  readonly location: string
  readonly type: string
  readonly body: Buffer
}

/** A site on which nothing that is sent is kept, so that everybody may try everything. */
export type Site = {
  readonly hono: Hono
  /** Rows written by the request of that id, had it been kept. */
  readonly written: Map<string, number>
  /** What the site has logged. */
  readonly lines: readonly string[]
}

/** Where a form waits that was refused until its writer has signed in: nothing of it has happened. */
const isKeptForm = (node: RootOperationNode): boolean =>
  node.kind === 'InsertQueryNode' && node.into?.table.identifier.name === 'kept_forms'

/** The same queries, counting the rows that they insert, change or delete. */
const countingRows = (scope: Scope): { readonly scope: Scope; readonly rows: () => number } => {
  let rows = 0n
  const beside = new WeakSet<QueryId>()
  const db = scope.db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      if (isKeptForm(node)) beside.add(queryId)
      return node
    },
    transformResult: async ({ result, queryId }) => {
      if (!beside.has(queryId)) rows += result.numAffectedRows ?? 0n
      return result
    },
  })
  return { scope: { ...scope, db }, rows: () => Number(rows) }
}

/** The same database; every writing transaction ends with a rollback after telling what it wrote. */
const forgetful = (database: Database, written: Map<string, number>): Database => ({
  ...database,
  write: (opening, work, keep = () => true) =>
    database.write(
      opening,
      async (scope) => {
        const counted = countingRows(scope)
        const value = await work(counted.scope)
        if (keep(value)) written.set(opening.requestId, counted.rows())
        return value
      },
      () => false,
    ),
})

/** Opens the site on the world's store. `routes` are other than the product's in controls only. */
export const openForgetfulSite = async (
  store: Store,
  clock: () => Date,
  routes?: readonly Route[],
): Promise<Site> => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line) => lines.push(line) })
  const written = new Map<string, number>()
  const hono = await openSite(
    { publicUrl: origin, sampleWorld: true, trustProxy: false, ratePerMinute: 0 },
    { ...store, database: forgetful(store.database, written) },
    { clock, log, ...(routes ? { routes } : {}) },
  )
  return { hono, written, lines }
}

/** The cookie with which somebody of this city, or of the other, comes to this city's door. */
export const cookieOf = (who: Knocker, here: Town, there: Town): string | undefined => {
  if (who === 'visitor') return undefined
  const slug = (town: Town): string => `session-${town.here.key.slug}`
  if (who === 'foreign') return `${slug(there)}=${there.cast.tokens.get('office')}`
  if (who === 'smuggled') return `${slug(here)}=${there.cast.tokens.get('office')}`
  return `${slug(here)}=${here.cast.tokens.get(who)}`
}

// 401: the page to sign in on, which takes along what was written.
const isRefusal = (status: number, location: string): boolean =>
  status === 401 ||
  status === 403 ||
  status === 404 ||
  // Gone: only that it is over is told, and nothing of what it was.
  status === 410 ||
  (status === 303 && /\/(sign-in\?next=|second-factor(\?|$))/.test(location))

const classify = (
  method: string,
  answer: { readonly status: number; readonly location: string; readonly rows: number | undefined },
): Outcome['kind'] => {
  const { status, location, rows } = answer
  if (rows) return 'done'
  if (isRefusal(status, location)) return 'refused'
  if (status === 303) return 'sent-on'
  if (status === 422) return 'asked'
  if (status === 200) return method === 'GET' ? 'seen' : 'asked'
  return 'broken'
}

/** What is sent: fields, and files by field. */
export type Sent = Readonly<Record<string, string | readonly string[] | File>>

const bodyOf = (sent: Sent): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(sent))
    for (const one of Array.isArray(value) ? value : [value]) data.append(name, one as string)
  return data
}

const requestOf = async (
  method: string,
  headers: Record<string, string>,
  sent: Sent,
): Promise<RequestInit> => {
  if (method === 'GET') return { headers }
  const encoded = new Response(bodyOf(sent))
  const body = new Uint8Array(await encoded.arrayBuffer())
  return {
    method,
    body,
    headers: {
      ...headers,
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': String(body.length),
      'sec-fetch-site': 'same-origin',
    },
  }
}

/** Knocks once at an address and tells what came of it. */
export const knock = async (
  { hono, written }: Site,
  at: {
    readonly method: string
    readonly address: string
    readonly cookie?: string | undefined
    readonly sent?: Sent
  },
): Promise<Outcome> => {
  const headers: Record<string, string> = at.cookie ? { cookie: at.cookie } : {}
  const init = await requestOf(at.method, headers, at.sent ?? {})
  const response = await hono.request(`${origin}${at.address}`, init)
  const location = response.headers.get('location') ?? ''
  const rows = written.get(response.headers.get('x-request-id') ?? '')
  return {
    kind: classify(at.method, { status: response.status, location, rows }),
    status: response.status,
    location,
    type: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  }
}

/** Runs the work for every item, several at a time. */
export const forEachAtOnce = async <T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next] as T
      next += 1
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
