import { writeExcel } from '#data/tables-in-out/index.ts'
import type { Language } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { NotFound } from '#kernel/refusals.ts'
import { documentsOf, sourceText } from '#kernel/source.ts'
import type { Answer } from '#web/answer.ts'
import { renderPdf } from '#web/document/index.ts'
import { page } from '#web/page.tsx'
import { get, getKept, type PageRequest, type Route } from '#web/route.ts'
import { listPlanSources } from '../../plans/index.ts'
import { surveyPaths } from '../../surveys/index.ts'
import { findPublicResults, type PublicResults } from '../find-results.ts'
import { resultsCsv } from '../flat-rows.ts'
import { paths } from '../paths.ts'
import type { PrintedSurvey } from '../preset.ts'
import type { CrossesAsked } from '../queries/figures.ts'
import { listPublished } from '../queries/lists.ts'
import { listPrinted } from '../queries/printed.ts'
import { composeReport } from '../report-document.ts'
import { listAxes } from '../results.ts'
import { sentences } from '../sentences.ts'
import { CrossesPage } from '../views/crosses-page.tsx'
import { type Listed, ResultsListPage } from '../views/results-list.tsx'
import { ResultsPage } from '../views/results-page.tsx'
import { resultsSheets } from '../workbook.ts'

const getResults = async (
  { scope, params }: PageRequest,
  asked: CrossesAsked = 'all',
): Promise<PublicResults> => {
  const id = params.id ?? ''
  const found = /^[a-z0-9-]{1,60}$/.test(id) ? await findPublicResults(scope, id, asked) : undefined
  if (!found) throw new NotFound('results')
  return found
}

const sourceOf = async (request: PageRequest, source: string): Promise<string> =>
  sourceText(source, documentsOf(await listPlanSources(request.scope), request.language))

const show = async (request: PageRequest): Promise<Answer> => {
  const { city, language } = request
  // Cross tables have pages of their own: three axes of twenty questions would be most of this one.
  const { results, survey } = await getResults(request, 'none')
  const words = sentences[language]
  const title = words.resultsOf(results.title[language])
  const source = results.source && (await sourceOf(request, results.source))
  return page(
    request,
    {
      title,
      width: 'wide',
      description: results.lead[language],
      breadcrumb: [
        { label: words.title, href: paths.list(city.slug) },
        { label: results.title[language] },
      ],
    },
    <ResultsPage
      lang={language}
      city={city}
      results={results}
      source={source}
      questionnaire={survey && surveyPaths.survey(city.slug, survey.id)}
      downloads
    />,
  )
}

const showCrosses = async (request: PageRequest): Promise<Answer> => {
  const { city, language, query } = request
  const axis = Number(/^\d{1,3}$/.exec(query.get('axis') ?? '')?.[0] ?? 0)
  const { results } = await getResults(request, { axis })
  const words = sentences[language]
  const axes = listAxes(results)
  const label = axes.find(({ slot }) => slot === axis)?.label[language]
  const title = label === undefined ? words.crosses : words.crossedBy(label)
  return page(
    request,
    {
      title,
      width: 'wide',
      description: words.resultsOf(results.title[language]),
      breadcrumb: [
        { label: words.title, href: paths.list(city.slug) },
        { label: results.title[language], href: paths.results(city.slug, results.survey) },
        { label: title },
      ],
    },
    <CrossesPage
      lang={language}
      city={city}
      results={results}
      title={title}
      axes={axes}
      axis={axis}
    />,
  )
}

const listedPrinted = (survey: PrintedSurvey, language: Language): Listed => ({
  survey: survey.code,
  title: survey.title[language],
  when: survey.when[language],
  answers: survey.n === undefined ? undefined : `n=${formatNumber(survey.n)}`,
})

const list = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  return page(
    request,
    {
      title: words.title,
      breadcrumb: [{ label: words.title }],
      description: words.listLead,
      width: 'text',
    },
    <ResultsListPage
      lang={language}
      city={city}
      counted={await listPublished(scope, language)}
      printed={(await listPrinted(scope)).map((survey) => listedPrinted(survey, language))}
    />,
  )
}

type File = Pick<Extract<Answer, { kind: 'bytes' }>, 'type' | 'body'>

const download =
  (ending: string, make: (request: PageRequest, found: PublicResults) => Promise<File>) =>
  async (request: PageRequest): Promise<Answer> => {
    const found = await getResults(request)
    return {
      kind: 'bytes',
      status: 200,
      fileName: `${request.city.slug}-survey-${found.results.survey}.${ending}`,
      shared: true,
      ...(await make(request, found)),
    }
  }

const csv = download('csv', async ({ language }, { results }) => ({
  type: 'text/csv; charset=utf-8',
  body: resultsCsv(results, language),
}))

const excel = download('xlsx', async ({ language }, { results }) => ({
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  body: await writeExcel(resultsSheets(results, language)),
}))

const report = download('pdf', async ({ scope, city, language }, { results }) => ({
  type: 'application/pdf',
  body: await renderPdf(
    composeReport(results, {
      city,
      lang: language,
      date: results.asOf ?? tokyoDayOf(scope.now),
    }),
  ),
}))

/** Results as everyone reads them, on pages and as files. */
export const publicRoutes: readonly Route[] = [
  getKept('/:city/survey-results', 'tabulations.list', list),
  getKept('/:city/surveys/:id/results', 'tabulations.show', show),
  getKept('/:city/surveys/:id/results/crosses', 'tabulations.show-crosses', showCrosses),
  get('/:city/surveys/:id/results/tables.csv', 'tabulations.csv', ['everyone'], csv),
  get('/:city/surveys/:id/results/tables.xlsx', 'tabulations.excel', ['everyone'], excel),
  get('/:city/surveys/:id/results/report.pdf', 'tabulations.report', ['everyone'], report),
]
