import type { Database } from '#data/database.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { foldForSearch } from '#kernel/text.ts'
import { renderPage } from '#web/html/render.ts'
import { pageAsked } from '#web/paging.ts'
import { Layout } from '#web/shell/index.ts'
import type { PortalRequest } from '#web/site-parts.ts'
import {
  listLatestEntriesOfAllCities,
  listOpenEntriesOfAllCities,
  searchAllCities,
} from '../publishing/index.ts'
import { newsKinds } from './routes/city-home.tsx'
import { portalSentences } from './sentences/portal.ts'
import { PortalPage } from './views/portal-page.tsx'
import { PortalResults } from './views/portal-results.tsx'

/** What the portal needs of the application. */
export type PortalParts = { readonly database: Pick<Database, 'readPublic'> }

/** The portal looks no further than that: whoever seeks more goes to a city. */
const mostPages = 50

/** Cities whose name in any writing holds what was asked for. */
const findCities = (cities: readonly City[], asked: string): readonly City[] => {
  const wanted = foldForSearch(asked)
  if (wanted === '') return []
  const namesOf = ({ name, prefecture, slug }: City) =>
    [name.ja, name.en, name.kana, slug, `${prefecture.ja}${name.ja}`].map(foldForSearch)
  return cities.filter((city) => namesOf(city).some((name) => name.includes(wanted))).slice(0, 20)
}

const renderFound = async (request: PortalRequest, parts: PortalParts, q: string) => {
  const { site, language: lang, now, query } = request
  const on = tokyoDayOf(now)
  const found = await parts.database.readPublic((db) =>
    searchAllCities(db, { query: q, page: pageAsked(query, mostPages), on }),
  )
  const cities = site.cities()
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
  const [open, latest] = await parts.database.readPublic(async (db) => [
    await listOpenEntriesOfAllCities(db, { most: 8, now }),
    await listLatestEntriesOfAllCities(db, { kinds: newsKinds, most: 6 }),
  ])
  return (
    <PortalPage
      lang={lang}
      now={now}
      cities={site.cities()}
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
  const q = (query.get('q') ?? '').trim()
  const body = q === '' ? await renderStart(request, parts) : await renderFound(request, parts, q)
  const asked = query.size > 0 ? `?${query}` : ''
  return renderPage(
    <Layout
      lang={lang}
      site={site}
      path={`${path}${asked}`}
      title={q === '' ? words.title : words.results(q)}
      description={words.description}
      unlisted={q !== ''}
      width="full"
    >
      {body}
    </Layout>,
  )
}
