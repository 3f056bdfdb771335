import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { type EntryKind, entryKinds } from './entry.ts'
import { mostPages } from './found.ts'
import { searchEntries } from './search.ts'
import { synonymRoutes } from './synonym-routes.tsx'
import { SearchPage, searchTitle } from './views/search-page.tsx'

const readKind = (asked: string | null): EntryKind | undefined =>
  entryKinds.find((kind) => kind === asked)

const showSearch = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const found = await searchEntries(scope, {
    query: query.get('q') ?? '',
    kind: readKind(query.get('kind')),
    page: pageAsked(query, mostPages),
  })
  const props = { lang: language, city, found, now: scope.now }
  const title = searchTitle(props)
  return page(
    request,
    { title, breadcrumb: [{ label: title }], width: 'text', unlisted: true },
    <SearchPage {...props} />,
  )
}

/** The pages of publishing. */
export const routes: readonly Route[] = [
  getKept('/:city/search', 'publishing.search', showSearch),
  ...synonymRoutes,
]
