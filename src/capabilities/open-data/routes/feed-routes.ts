import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { type Feed, writeAtom, writeJsonFeed, writeRss } from '#web/feeds/index.ts'
import { get, type PageRequest, type Route } from '#web/route.ts'
import { listLatestEntries } from '../../publishing/index.ts'
import { composeFeed, feedLength, kindsAsked } from '../feeds/feed.ts'
import { countRecords } from '../queries.ts'

/** Where nothing was ever published, a feed is as old as what the city loaded; 1970 where that is nothing. */
const sinceOf = async (request: PageRequest): Promise<string> => {
  const { loadedAt } = await countRecords(request.scope, [])
  return `${tokyoDayOf(loadedAt ?? new Date(0))}T00:00:00+09:00`
}

const showFeed =
  (type: string, write: (feed: Feed) => string) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language, site, query } = request
    const kinds = kindsAsked(query)
    if (!kinds) throw new NotFound('feed')
    const entries = await listLatestEntries(scope, { kinds, most: feedLength })
    const feed = composeFeed(entries, {
      city,
      language,
      publicUrl: site.publicUrl,
      path: `${request.path}${query.size > 0 ? `?${query}` : ''}`,
      kinds,
      since: entries.length > 0 ? '' : await sinceOf(request),
    })
    return { kind: 'bytes', status: 200, type, body: write(feed), shared: true, open: true }
  }

/** What is new, for feed readers. */
export const feedRoutes: readonly Route[] = [
  get(
    '/:city/feed.rss',
    'open-data.feed-rss',
    ['everyone'],
    showFeed('application/rss+xml; charset=utf-8', writeRss),
  ),
  get(
    '/:city/feed.atom',
    'open-data.feed-atom',
    ['everyone'],
    showFeed('application/atom+xml; charset=utf-8', writeAtom),
  ),
  get(
    '/:city/feed.json',
    'open-data.feed-json',
    ['everyone'],
    showFeed('application/feed+json; charset=utf-8', writeJsonFeed),
  ),
]
