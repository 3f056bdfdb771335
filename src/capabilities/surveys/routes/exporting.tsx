import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { beginExport, type ExportRefusal, readExportPart } from '../actions/export.ts'
import { paths } from '../paths.ts'
import { findExport } from '../queries/exports.ts'
import { countAnswers } from '../queries/kept-counts.ts'
import { sentences } from '../sentences.ts'
import { type Survey, standingAt } from '../survey.ts'
import { ExportPage } from '../views/export-page.tsx'
import { crumbsOf, getKeptOne, getPublic } from './request.ts'

const getEnded = async (request: PageRequest): Promise<Survey> => {
  await getPublic(request)
  return getKeptOne(request)
}

const exportPage = async (request: PageRequest, refusal?: ExportRefusal): Promise<Answer> => {
  const survey = await getEnded(request)
  const { scope, city, language } = request
  const { title } = sentences[language].export
  const counts = await countAnswers(scope, survey.id)
  return page(
    request,
    {
      title,
      breadcrumb: [...crumbsOf(request, survey), { label: title }],
      unlisted: true,
      done: sentences[language].done,
      ...(refusal ? { status: 422 } : {}),
    },
    <ExportPage
      lang={language}
      city={city}
      survey={survey}
      ended={standingAt(survey, scope.now) === 'closed'}
      answers={[...counts.values()].reduce((sum, n) => sum + n, 0)}
      made={await findExport(scope, survey.id)}
      refusal={refusal}
      formKey={newFormKey()}
    />,
  )
}

const begin = async (request: PageRequest): Promise<Answer> => {
  const survey = await getEnded(request)
  const begun = await beginExport(request.scope, survey)
  if (!begun.ok) return exportPage(request, begun.error)
  return redirect(`${paths.export(request.city.slug, survey.id)}?done=exporting`)
}

const download = async (request: PageRequest): Promise<Answer> => {
  const survey = await getEnded(request)
  const made = await findExport(request.scope, survey.id)
  // Open again: more answers come, and the file would be another one.
  if (standingAt(survey, request.scope.now) !== 'closed') throw new NotFound('export')
  if (!made?.doneAt) throw new NotFound('export')
  return {
    kind: 'stream',
    status: 200,
    type: 'text/csv; charset=utf-8',
    fileName: `answers-${survey.id}.csv`,
    part: (scope, after) => readExportPart(scope, survey.id, after),
  }
}

const keepers = ['office', 'centre', 'department'] as const

/** All answers as one file, for those who work on the survey. */
export const exportingRoutes: readonly Route[] = [
  get('/:city/surveys/:id/export', 'surveys.open-export', keepers, (request) =>
    exportPage(request),
  ),
  post('/:city/surveys/:id/export', 'surveys.export', keepers, begin),
  get('/:city/surveys/:id/export/answers.csv', 'surveys.fetch-export', keepers, download),
]
