import type { Hono } from 'hono'
import { openLog } from '../../src/log.ts'
import { openSite } from '../../src/site.ts'
import type { Store } from '../../src/store.ts'

const origin = 'http://localhost:3000'

/** A browser of one person: keeps cookies, follows nothing by itself. */
export type Browser = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Sends the form as a page of this site would. */
  post(
    path: string,
    fields?: Readonly<Record<string, string | Blob | readonly string[]>>,
    headers?: Record<string, string>,
  ): Promise<Response>
  readonly cookies: Map<string, string>
}

/** The whole site in this process, on the tests' store. */
export const openTestSite = (store: Store, clock: () => Date): Promise<Hono> =>
  openSite({ publicUrl: origin, sampleWorld: true, trustProxy: false, ratePerMinute: 0 }, store, {
    clock,
    log: openLog('silent'),
  })

const bodyOf = (fields: Readonly<Record<string, string | Blob | readonly string[]>>): FormData => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') data.append(name, value)
    else if (value instanceof Blob) data.append(name, value)
    else for (const one of value) data.append(name, one)
  }
  return data
}

const remember = (cookies: Map<string, string>, response: Response): Response => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return response
}

/** A new browser without any cookies. */
export const openBrowser = (site: Hono): Browser => {
  const cookies = new Map<string, string>()
  const cookieHeader = (): Record<string, string> =>
    cookies.size > 0
      ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
      : {}
  return {
    cookies,
    get: async (path, headers = {}) =>
      remember(
        cookies,
        await site.request(`${origin}${path}`, { headers: { ...cookieHeader(), ...headers } }),
      ),
    post: async (path, fields = {}, headers = {}) => {
      const body = new Response(bodyOf(fields))
      const bytes = new Uint8Array(await body.arrayBuffer())
      return remember(
        cookies,
        await site.request(`${origin}${path}`, {
          method: 'POST',
          body: bytes,
          headers: {
            'content-type': body.headers.get('content-type') ?? '',
            'content-length': String(bytes.length),
            'sec-fetch-site': 'same-origin',
            ...cookieHeader(),
            ...headers,
          },
        }),
      )
    },
  }
}

/** The hidden key of the page's (first) form, so that a test sends what the page would. */
export const keyIn = (html: string): string =>
  /name="idempotency_key" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** What the page's (first) shared form sends back of what it showed, so that two writers are told apart. */
export const shownIn = (html: string): string =>
  (/name="shown" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"')
