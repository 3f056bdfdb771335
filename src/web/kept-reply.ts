import { type Answer, statusOf } from './answer.ts'
import type { KeptPage } from './guard/kept-pages.ts'
import type { Reply } from './reply.ts'
import type { SiteParts } from './site-parts.ts'
import type { PageContext } from './trouble.ts'

const send = (page: KeptPage, headers: Headers): Reply => {
  const common = {
    etag: page.etag,
    vary: 'accept-encoding, cookie, accept-language',
    'cache-control': 'public, max-age=0, must-revalidate',
  }
  if (headers.get('if-none-match') === page.etag)
    return { status: 304, body: null, headers: common }
  const type = { 'content-type': 'text/html; charset=utf-8' }
  if (!/\bgzip\b/.test(headers.get('accept-encoding') ?? ''))
    return { status: page.status, body: page.html, headers: { ...common, ...type } }
  const zipped = { ...common, ...type, 'content-encoding': 'gzip' }
  return { status: page.status, body: page.gzip(), headers: zipped }
}

/** Whose data a page shows, as a key of versions; the version it would be made from; how it is made. */
export type Making<Made extends Answer> = {
  readonly of: number
  readonly version: number
  readonly make: () => Promise<Made>
  /** How what is not kept is answered. */
  readonly answer: (answer: Made) => Reply | Promise<Reply>
}

/**
 * A visitor's page from memory when nothing it shows has changed since it was made, and the minute
 * (by which windows open and close) is the same; made afresh and kept otherwise.
 */
export const keptReply = async <Made extends Answer>(
  parts: SiteParts,
  page: PageContext,
  { of, version, make, answer: reply }: Making<Made>,
): Promise<Reply> => {
  const minute = Math.floor(parts.clock().getTime() / 60_000)
  const key = `${of} ${page.language} ${minute} ${page.path}?${page.query}`
  const known = parts.kept.find(key, version)
  if (known) return send(known, page.headers)
  const answer = await make()
  if (answer.kind !== 'page' || statusOf(answer) !== 200) return reply(answer)
  return send(parts.kept.keep(key, version, answer), page.headers)
}
