import type { Database } from '#data/database.ts'
import { everywhereVersionKey, frontVersionKey } from '#data/versions.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { pageAsked } from '#web/paging.ts'
import { drawPage } from '#web/shell/index.ts'
import type { PortalRequest } from '#web/site-parts.ts'
import {
  frontKinds,
  listLatestEntriesOfAllCities,
  listOpenEntriesOfAllCities,
  mostPagesEverywhere,
  searchAllCities,
} from '../publishing/index.ts'
import { findCities, knowCities } from './city-list.ts'
import { newsKinds } from './routes/city-home.tsx'
import { portalSentences } from './sentences/portal.ts'
import { PortalPage } from './views/portal-page.tsx'
import { PortalResults } from './views/portal-results.tsx'

/** What the portal needs of the application. */
export type PortalParts = { readonly database: Pick<Database, 'readPublic'> }

/** No prefecture has so many cities. */
const mostPages = 50

const askedOf = (query: URLSearchParams): string => (query.get('q') ?? '').trim()

/** The version key that counts what this page of the portal shows: its front, or what is found in all cities. */
export const portalVersionKey = (query: URLSearchParams): number =>
  askedOf(query) === '' ? frontVersionKey : everywhereVersionKey

const renderFound = async (request: PortalRequest, parts: PortalParts, q: string) => {
  const { site, language: lang, now, query } = request
  const on = tokyoDayOf(now)
  const found = await parts.database.readPublic((db) =>
    searchAllCities(db, { query: q, page: pageAsked(query, mostPagesEverywhere), on }),
  )
  const cities = knowCities(site.cities())
  return (
    <PortalResults
      lang={lang}
      found={found}
      foundCities={findCities(cities, q)}
      cities={cities}
      now={now}
    />
  )
}

const renderStart = async (request: PortalRequest, parts: PortalParts) => {
  const { site, language: lang, now, query } = request
  const [open, latest] = await parts.database.readPublic((db) =>
    Promise.all([
      listOpenEntriesOfAllCities(db, { kinds: frontKinds, most: 8, now }),
      listLatestEntriesOfAllCities(db, { kinds: newsKinds, most: 6 }),
    ]),
  )
  return (
    <PortalPage
      lang={lang}
      now={now}
      cities={knowCities(site.cities())}
      prefecture={query.get('prefecture') ?? ''}
      page={pageAsked(query, mostPages)}
      open={open}
      latest={latest}
    />
  )
}

/** The page of the whole site: its cities, what is open in any of them, and one search across all. */
export const renderPortal = async (request: PortalRequest, parts: PortalParts): Promise<string> => {
  const { site, language: lang, path, query } = request
  const words = portalSentences[lang]
  const q = askedOf(query)
  const body = q === '' ? await renderStart(request, parts) : await renderFound(request, parts, q)
  const asked = query.size > 0 ? `?${query}` : ''
  return drawPage({
    lang,
    site,
    path: `${path}${asked}`,
    title: q === '' ? words.title : words.results(q),
    description: words.description,
    unlisted: q !== '',
    width: 'full',
    children: body,
  })
}
