import { NotFound } from '#kernel/refusals.ts'
import { documentsOf, sourceText } from '#kernel/source.ts'
import type { Answer } from '#web/answer.ts'
import {
  type LiveFigure,
  type LiveValue,
  type Panel,
  panelsAt,
  renderPanels,
} from '#web/capability.ts'
import type { LiveTable } from '#web/live-table.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { listPlanSources } from '../plans/index.ts'
import { tableCsv } from './csv.ts'
import { codeOf, compose, findLive, type Shown } from './live.ts'
import { paths } from './paths.ts'
import { findTable, listTables } from './queries.ts'
import { sentences } from './sentences.ts'
import { StatisticPage } from './views/statistic-page.tsx'
import { StatisticsPage } from './views/statistics-page.tsx'

/** Tells sources by the titles of the city's documents, as far as it has them as plans. */
const readSources = async (request: PageRequest): Promise<(source: string) => string> => {
  const documents = documentsOf(await listPlanSources(request.scope), request.language)
  return (source) => sourceText(source, documents)
}

/** What others count now: single numbers, and whole tables. */
type Counting = {
  readonly figures: readonly LiveFigure[]
  readonly tables: readonly LiveTable[]
  readonly panels: readonly Panel[]
}

const showStatistics =
  (counting: Counting) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const words = sentences[language]
    const tables = await listTables(scope)
    const sourceOf = await readSources(request)
    const live: LiveValue[] = []
    for (const figure of counting.figures) live.push(await figure.measure(scope))
    return page(
      request,
      { title: words.title, breadcrumb: [{ label: words.title }], width: 'text' },
      <StatisticsPage
        lang={language}
        city={city}
        tables={tables}
        live={live}
        liveTables={counting.tables}
        sourceOf={sourceOf}
        panels={
          await renderPanels(panelsAt(counting.panels, 'statistics'), request, {
            kind: 'city',
            id: city.slug,
          })
        }
      />,
    )
  }

const getShown = async (
  { scope, city }: PageRequest,
  id: string,
  tables: readonly LiveTable[],
): Promise<Shown> => {
  if (!/^[a-z0-9-]{1,100}$/.test(id)) throw new NotFound('statistic')
  const code = codeOf(id)
  const live = findLive(tables, code)
  const printed = await findTable(scope, code)
  const counted = live && { live, count: () => live.count(scope, city) }
  const shown = await compose(id, printed, counted)
  if (!shown) throw new NotFound('statistic')
  return shown
}

const csvEnding = '.csv'

const downloadTable = ({ city, language }: PageRequest, { table }: Shown): Answer => ({
  kind: 'bytes',
  status: 200,
  type: 'text/csv; charset=utf-8',
  body: tableCsv(table, language),
  fileName: `${city.slug}-${table.id}${csvEnding}`,
  shared: true,
})

/** The page of a table, or with `.csv` behind its id the table as a file. */
const showTable =
  ({ tables }: Counting) =>
  async (request: PageRequest): Promise<Answer> => {
    const { city, language } = request
    const id = request.params.id ?? ''
    if (id.endsWith(csvEnding))
      return downloadTable(request, await getShown(request, id.slice(0, -csvEnding.length), tables))
    const words = sentences[language]
    const shown = await getShown(request, id, tables)
    const sourceOf = await readSources(request)
    const title = shown.table.title[language]
    return page(
      request,
      {
        title,
        breadcrumb: [{ label: words.title, href: paths.statistics(city.slug) }, { label: title }],
        width: 'wide',
      },
      <StatisticPage
        lang={language}
        city={city}
        shown={shown}
        source={sourceOf(shown.table.source)}
      />,
    )
  }

/** The pages of statistics, with what others count now. */
export const statisticsRoutes = (
  counting: Counting = { figures: [], tables: [], panels: [] },
): readonly Route[] => [
  getKept('/:city/statistics', 'statistics.list', showStatistics(counting)),
  getKept('/:city/statistics/:id', 'statistics.show', showTable(counting)),
]
