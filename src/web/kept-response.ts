import { type Answer, statusOf } from './answer.ts'
import type { KeptPage } from './guard/kept-pages.ts'
import { respond } from './respond.ts'
import type { SiteParts } from './site-parts.ts'
import type { PageContext } from './trouble.ts'

const send = (page: KeptPage, headers: Headers): Response => {
  const common = {
    etag: page.etag,
    vary: 'accept-encoding, cookie, accept-language',
    'cache-control': 'public, max-age=0, must-revalidate',
  }
  if (headers.get('if-none-match') === page.etag)
    return new Response(null, { status: 304, headers: common })
  const zipped = /\bgzip\b/.test(headers.get('accept-encoding') ?? '')
  return new Response((zipped ? page.gzip() : page.html) as unknown as BodyInit, {
    status: page.status,
    headers: {
      ...common,
      'content-type': 'text/html; charset=utf-8',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    },
  })
}

/**
 * A visitor's page from memory when nothing in the city has changed since it was made, and the minute
 * (by which windows open and close) is the same; made afresh and kept otherwise.
 */
export const keptResponse = async (
  parts: SiteParts,
  page: PageContext & { readonly city: { readonly id: number }; readonly version: number },
  make: () => Promise<Answer>,
): Promise<Response> => {
  const minute = Math.floor(parts.clock().getTime() / 60_000)
  const key = `${page.city.id} ${page.language} ${minute} ${page.path}?${page.query}`
  const known = parts.kept.find(key, page.version)
  if (known) return send(known, page.headers)
  const answer = await make()
  if (answer.kind !== 'page' || statusOf(answer) !== 200) return respond(answer)
  return send(parts.kept.keep(key, page.version, answer), page.headers)
}
