import { NotFound } from '#kernel/refusals.ts'
import { documentsOf, sourceText } from '#kernel/source.ts'
import type { Answer } from '#web/answer.ts'
import type { LiveFigure, LiveValue } from '#web/capability.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { listPlanSources } from '../plans/index.ts'
import { tableCsv } from './csv.ts'
import { paths } from './paths.ts'
import type { StatisticTable } from './preset.ts'
import { findTable, listTables } from './queries.ts'
import { sentences } from './sentences.ts'
import { StatisticPage } from './views/statistic-page.tsx'
import { StatisticsPage } from './views/statistics-page.tsx'

/** Tells sources by the titles of the city's documents, as far as it has them as plans. */
const readSources = async (request: PageRequest): Promise<(source: string) => string> => {
  const documents = documentsOf(await listPlanSources(request.scope), request.language)
  return (source) => sourceText(source, documents)
}

const showStatistics =
  (liveFigures: readonly LiveFigure[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const words = sentences[language]
    const tables = await listTables(scope)
    const sourceOf = await readSources(request)
    const live: LiveValue[] = []
    for (const figure of liveFigures) live.push(await figure.measure(scope))
    return page(
      request,
      { title: words.title, breadcrumb: [{ label: words.title }], width: 'text' },
      <StatisticsPage
        lang={language}
        city={city}
        tables={tables}
        live={live}
        sourceOf={sourceOf}
      />,
    )
  }

const getTable = async (request: PageRequest, id: string): Promise<StatisticTable> => {
  const table = /^[a-z0-9-]{1,100}$/.test(id) ? await findTable(request.scope, id) : undefined
  if (!table) throw new NotFound('statistic')
  return table
}

const csvEnding = '.csv'

const downloadTable = async (request: PageRequest, id: string): Promise<Answer> => {
  const { city, language } = request
  const table = await getTable(request, id)
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/csv; charset=utf-8',
    body: tableCsv(table, language),
    fileName: `${city.slug}-${table.id}${csvEnding}`,
    shared: true,
  }
}

/** The page of a table, or with `.csv` behind its id the table as a file. */
const showTable = async (request: PageRequest): Promise<Answer> => {
  const { city, language } = request
  const id = request.params.id ?? ''
  if (id.endsWith(csvEnding)) return downloadTable(request, id.slice(0, -csvEnding.length))
  const words = sentences[language]
  const table = await getTable(request, id)
  const sourceOf = await readSources(request)
  const title = table.title[language]
  return page(
    request,
    {
      title,
      breadcrumb: [{ label: words.title, href: paths.statistics(city.slug) }, { label: title }],
      width: 'wide',
    },
    <StatisticPage lang={language} city={city} table={table} source={sourceOf(table.source)} />,
  )
}

/** The pages of statistics; `liveFigures` are counted by others and shown above the tables. */
export const statisticsRoutes = (liveFigures: readonly LiveFigure[] = []): readonly Route[] => [
  getKept('/:city/statistics', 'statistics.list', showStatistics(liveFigures)),
  getKept('/:city/statistics/:id', 'statistics.show', showTable),
]
