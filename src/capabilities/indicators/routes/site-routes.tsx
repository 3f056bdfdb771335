import { NotFound } from '#kernel/refusals.ts'
import type { PageAnswer } from '#web/answer.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { pageAsked } from '#web/paging.ts'
import { drawPage } from '#web/shell/index.ts'
import type { SiteRequest, SiteRoute } from '#web/site-route.ts'
import { paths } from '../paths.ts'
import { countFollowers, listShared } from '../queries/comparison.ts'
import { sentences } from '../sentences.ts'
import { findDefinition, sharedDefinitions } from '../shared-definitions.ts'
import { SharedList, SharedPage } from '../views/shared-pages.tsx'

/** 60 pages of cities are all that Japan has. */
const mostPages = 60

const draw = (
  { site, language, path, query }: SiteRequest,
  { title, body }: { readonly title: string; readonly body: View },
): PageAnswer => ({
  kind: 'page',
  status: 200,
  html: drawPage({
    lang: language,
    site,
    path: `${path}${query.size > 0 ? `?${query}` : ''}`,
    title,
    width: 'wide',
    children: body,
  }),
})

const showDefinitions = async (request: SiteRequest): Promise<PageAnswer> => {
  const { language, readPublic } = request
  return draw(request, {
    title: sentences[language].comparison,
    body: (
      <SharedList
        lang={language}
        definitions={sharedDefinitions}
        followers={await readPublic(countFollowers)}
      />
    ),
  })
}

const showDefinition = async (request: SiteRequest): Promise<PageAnswer> => {
  const { language, params, query, readPublic, site } = request
  const definition = findDefinition(params.definition ?? '')
  if (!definition) throw new NotFound('shared definition')
  const at = pageAsked(query, mostPages)
  const { indicators, total } = await readPublic((db) => listShared(db, definition.code, at))
  const wanted = new Set(indicators.map(({ cityId }) => cityId))
  const cities = new Map(
    site
      .cities()
      .filter(({ id }) => wanted.has(id))
      .map((city) => [city.id, city]),
  )
  return draw(request, {
    title: sentences[language].comparisonTitle(definition.title[language]),
    body: (
      <SharedPage
        lang={language}
        definition={definition}
        indicators={indicators}
        total={total}
        page={at}
        cityOf={(id) => cities.get(id)}
      />
    ),
  })
}

/** Indicators of all cities, side by side. */
export const siteRoutes: readonly SiteRoute[] = [
  { path: paths.shared, action: 'indicators.list-shared', handle: showDefinitions },
  {
    path: paths.definition(':definition'),
    action: 'indicators.show-shared',
    handle: showDefinition,
  },
]
