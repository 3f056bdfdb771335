import {
  readTable,
  sayRefusal,
  type TableRefusal,
  writeCsv,
  writeExcel,
} from '#data/tables-in-out/index.ts'
import { say } from '#kernel/bilingual.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { Forbidden } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Table } from '#kernel/tables/index.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { takeIn } from '../actions/take-in.ts'
import { readReason } from '../form.ts'
import type { Indicator } from '../indicator.ts'
import { paths } from '../paths.ts'
import { canEnter } from '../policy.ts'
import { listIndicatorsAfter, lockIndicator } from '../queries/indicators.ts'
import { listStanding } from '../queries/values.ts'
import { sentences } from '../sentences.ts'
import { changing, type Open, planTable, type TablePlan } from '../table.ts'
import { rowOf, sheetColumns } from '../table-columns.ts'
import { TablePage } from '../views/table-page.tsx'
import { TablePreview } from '../views/table-preview.tsx'
import { crumbsTo } from './request.ts'

const staff = ['office', 'department'] as const

const limits = { bytes: 5_000_000, unpackedBytes: 40_000_000, rows: 2_000, columns: 60 }

/** Every indicator whose values this person may enter, with those that stand. @throws Forbidden for none */
const listOpen = async ({ scope }: PageRequest): Promise<readonly Open[]> => {
  const own: Indicator[] = []
  let after = ''
  for (;;) {
    const part = await listIndicatorsAfter(scope, after)
    own.push(...part.filter((one) => canEnter(scope.actor, one).ok))
    if (part.length < 100) break
    after = part.at(-1)?.code ?? ''
  }
  if (own.length === 0 && !canEnter(scope.actor, { department: undefined }).ok)
    throw new Forbidden('indicators.own-department')
  const values = await listStanding(
    scope,
    own.map(({ code }) => code),
  )
  return own.map((indicator) => ({ indicator, actuals: values.get(indicator.code) ?? [] }))
}

const download = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, query, language } = request
  const lastYear = fiscalYearOf(tokyoDayOf(scope.now)) - 1
  const rows = (await listOpen(request)).flatMap(({ indicator, actuals }) => [
    ...actuals.map((actual) => rowOf(indicator, actual)),
    ...(actuals.some(({ year }) => year === lastYear)
      ? []
      : [rowOf(indicator, { year: lastYear })]),
  ])
  const name = `${city.slug}-indicators`
  if (query.get('as') === 'xlsx')
    return {
      kind: 'bytes',
      status: 200,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: await writeExcel([
        { name: sentences[language].indicator, columns: sheetColumns, rows },
      ]),
      fileName: `${name}.xlsx`,
    }
  const header = sheetColumns.map((column) => column.name)
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/csv; charset=utf-8',
    body: writeCsv([header, ...rows], { use: 'spreadsheet' }).bytes,
    fileName: `${name}.csv`,
  }
}

const head = (request: PageRequest, title: string) => ({
  title,
  breadcrumb: crumbsTo(request, { label: title }),
  unlisted: true,
})

const tablePage = (request: PageRequest, errors?: readonly FieldError[]): Answer => {
  const { city, language, form } = request
  return page(
    request,
    { ...head(request, sentences[language].tableTitle), ...(errors ? { status: 422 } : {}) },
    <TablePage
      lang={language}
      citySlug={city.slug}
      pasted={form.text('pasted')}
      errors={errors ?? []}
      newKey={newFormKey}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> => {
  if (request.query.has('as')) return download(request)
  await listOpen(request)
  return tablePage(request)
}

/** The rows of a table as text that reads the same again; row numbers stay those of the file. */
const toText = (table: Table): string => {
  const lines: (readonly string[])[] = []
  for (const row of table.rows) {
    while (lines.length < row.number - 1) lines.push([''])
    lines.push(row.cells)
  }
  const { bytes } = writeCsv(lines, { use: 'open-data' })
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n')
}

type Given = { readonly text: string; readonly plan: TablePlan }

const readRows = async (
  request: PageRequest,
  open: readonly Open[],
): Promise<Result<Given, readonly FieldError[]>> => {
  const { scope, form, language } = request
  const words = sentences[language]
  const [file] = form.files('table')
  const pasted = form.text('pasted')
  const id = file ? 'table' : 'pasted'
  if (!file && pasted.trim() === '') return refuse([{ id: 'pasted', message: words.tableNothing }])
  const bytes = file?.bytes ?? new TextEncoder().encode(pasted)
  const read = await readTable(bytes, { name: file?.name ?? 'pasted', limits })
  if (!read.ok)
    return refuse([{ id, message: say(sayRefusal(read.error as TableRefusal), language) }])
  const table = read.value.tables[0]!
  const plan = planTable(table, open, scope.now)
  if (!plan.hasHeader) return refuse([{ id, message: words.tableNoHeader }])
  return ok({ plan, text: file ? toText(table) : pasted })
}

const previewPage = (
  request: PageRequest,
  given: Given,
  errors: readonly FieldError[] = [],
): Answer => {
  const { city, language, form } = request
  return page(
    request,
    {
      ...head(request, sentences[language].previewTitle),
      width: 'wide',
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <TablePreview
      lang={language}
      citySlug={city.slug}
      plan={given.plan}
      text={given.text}
      reason={form.text('reason')}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const preview = async (request: PageRequest): Promise<Answer> => {
  const given = await readRows(request, await listOpen(request))
  return given.ok ? previewPage(request, given.value) : tablePage(request, given.error)
}

/** Held in one order, so that two who take tables in never wait for each other. */
const holdAll = async (request: PageRequest): Promise<readonly Open[]> => {
  const codes = (await listOpen(request)).map(({ indicator }) => indicator.code)
  for (const code of codes) await lockIndicator(request.scope, code)
  return listOpen(request)
}

/** Does what was shown, and nothing else: another plan than the one agreed to is shown again. */
const run = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const given = await readRows(request, await holdAll(request))
  if (!given.ok) return tablePage(request, given.error)
  const { plan } = given.value
  const again = (id: string, message: string) =>
    previewPage(request, given.value, [{ id, message }])
  if (plan.sign !== form.text('sign')) return again('result', words.tableMoved)
  const rows = changing(plan)
  const { reason, problems } = readReason(form)
  const [problem] = rows.some(({ what }) => what === 'correct') ? problems : []
  if (problem)
    return again('reason', reason === '' ? words.tableReasonNeeded : problem.text[language])
  const done = await takeIn(scope, rows, reason)
  if (!done.ok) return again('result', words.tableMoved)
  return redirect(`${paths.list(city.slug)}?done=taken-in`)
}

const at = '/:city/indicators-table'

/** Values as a file, and back: shown first, written then. */
export const tableRoutes: readonly Route[] = [
  get(at, 'indicators.table', staff, show),
  post(at, 'indicators.preview-table', staff, preview),
  post(`${at}/run`, 'indicators.take-in', staff, run),
]
