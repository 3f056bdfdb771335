import { readTable, sayRefusal, writeCsv } from '#data/tables-in-out/index.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import { importSheets } from '../actions/sheets.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'
import { columnsOf, mostRows, readAnswerTable, type TableRow } from '../table.ts'
import { TablePage } from '../views/table-page.tsx'
import { crumbsOf, getKeptOne, getPublic } from './request.ts'

type Cells = readonly (readonly string[])[]

type Shown = {
  readonly problem?: Bilingual
  readonly rows?: readonly TableRow[]
  readonly cells?: Cells
}

const tablePage = (request: PageRequest, survey: Survey, shown: Shown = {}): Answer => {
  const { city, language } = request
  const { problem, rows, cells } = shown
  const words = sentences[language].table
  return page(
    request,
    {
      title: words.title,
      breadcrumb: [...crumbsOf(request, survey), { label: words.title }],
      unlisted: true,
      ...(problem ? { status: 422 } : {}),
    },
    <TablePage
      lang={language}
      city={city}
      survey={survey}
      formKey={newFormKey}
      problems={problem ? [{ name: 'table', text: problem }] : []}
      rows={rows}
      content={cells ? JSON.stringify(cells) : ''}
    />,
  )
}

const words = (pick: (said: (typeof sentences)['ja']['table']) => string): Bilingual =>
  both(pick(sentences.ja.table), pick(sentences.en.table))

const cellsSent = async ({ form }: PageRequest): Promise<Result<Cells, Bilingual>> => {
  const content = form.text('content')
  if (content !== '') {
    try {
      const cells: unknown = JSON.parse(content)
      if (Array.isArray(cells)) return ok(cells.map((row) => (row as unknown[]).map(String)))
    } catch {
      return refuse(words((said) => said.noFile))
    }
  }
  const [file] = form.files('table')
  if (!file) return refuse(words((said) => said.noFile))
  const table = await readTable(file.bytes, { name: file.name })
  if (!table.ok) return refuse(sayRefusal(table.error))
  return ok((table.value.tables[0]?.rows ?? []).map(({ cells }) => cells.map(String)))
}

const getEntered = async (request: PageRequest): Promise<Survey> => {
  await getPublic(request)
  return getKeptOne(request)
}

const show = async (request: PageRequest): Promise<Answer> =>
  tablePage(request, await getEntered(request))

/** A file is looked at; what was looked at is taken in when it is sent once more. */
const takeIn = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getEntered(request)
  const sent = await cellsSent(request)
  if (!sent.ok) return tablePage(request, survey, { problem: sent.error })
  const { missing, rows } = readAnswerTable(survey.questionnaire, sent.value)
  if (missing.length > 0)
    return tablePage(request, survey, {
      problem: words((said) => said.missing(missing.join('、'))),
    })
  if (rows.length > mostRows)
    return tablePage(request, survey, { problem: words((said) => said.tooMany(mostRows)) })
  if (form.text('content') === '') return tablePage(request, survey, { rows, cells: sent.value })
  const sheets = rows.flatMap(({ sheet }) => (sheet ? [sheet] : []))
  const taken = await importSheets(scope, survey, sheets)
  if (!taken.ok) {
    const changed = both(sentences.ja.form.changedMeanwhile, sentences.en.form.changedMeanwhile)
    return tablePage(request, survey, { problem: changed })
  }
  return redirect(`${paths.survey(city.slug, survey.id)}?done=imported#desk`)
}

const template = async (request: PageRequest): Promise<Answer> => {
  const survey = await getEntered(request)
  const header = columnsOf(survey.questionnaire).map(({ heading }) => heading)
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/csv; charset=utf-8',
    body: writeCsv([header], { use: 'spreadsheet' }).bytes,
    fileName: `answers-${survey.id}.csv`,
  }
}

const keepers = ['office', 'centre', 'department'] as const

/** Answers from a spreadsheet. */
export const takingInRoutes: readonly Route[] = [
  get('/:city/surveys/:id/table', 'surveys.open-table', keepers, show),
  get('/:city/surveys/:id/table/template', 'surveys.table-template', keepers, template),
  postUnseen('/:city/surveys/:id/table', 'surveys.take-in', keepers, takeIn),
]
