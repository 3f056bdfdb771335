import {
  readTable,
  sayRefusal,
  type TableRefusal,
  writeCsv,
  writeExcel,
} from '#data/tables-in-out/index.ts'
import { say } from '#kernel/bilingual.ts'
import { allow } from '#kernel/refusals.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Table } from '#kernel/tables/index.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { type Held, saveDrafts } from '../actions/part.ts'
import { paths } from '../paths.ts'
import { canWrite } from '../policy.ts'
import { listEarlier, listTasks } from '../queries/reports.ts'
import { sentences } from '../sentences.ts'
import { planTable, type TablePlan } from '../table.ts'
import { rowOf, sheetColumns } from '../table-columns.ts'
import { TablePage } from '../views/table-page.tsx'
import { TablePreview } from '../views/table-preview.tsx'
import { doneAt, getPart, holdPart, placeIn, yearName } from './request.ts'
import { partCrumbs, yearAnswer } from './year-answer.ts'

const limits = { bytes: 5_000_000, unpackedBytes: 40_000_000, rows: 1_000, columns: 60 }

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const download = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, query } = request
  const { round, part } = await getPart(request)
  const earlier = await listEarlier(scope, {
    planId: round.planId,
    before: round.fiscalYear,
    department: part.department,
  })
  const tasks = await listTasks(scope, part.id)
  const rows = tasks.map((task) => rowOf(task, earlier.get(task.item.no)))
  const name = `${city.slug}-${round.planId}-${round.fiscalYear}-${part.department}`
  if (query.get('as') === 'xlsx')
    return {
      kind: 'bytes',
      status: 200,
      type: excelType,
      body: await writeExcel([{ name: yearName(request, round), columns: sheetColumns, rows }]),
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

const tablePage = (
  request: PageRequest,
  held: Held,
  errors: readonly FieldError[] = [],
): Answer => {
  const { language, form } = request
  const words = sentences[language]
  return yearAnswer(request, held.round, {
    title: words.tableTitle,
    crumbs: partCrumbs(request, held, { title: words.tableTitle }),
    back: errors.length > 0 ? 'refused' : undefined,
  })(
    <TablePage
      lang={language}
      round={held.round}
      at={placeIn(request, held.round)}
      part={held.part}
      pasted={form.text('pasted')}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> => {
  if (request.query.has('as')) return download(request)
  const held = await getPart(request)
  allow(canWrite(request.scope.actor, held))
  return tablePage(request, held)
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

const readGiven = async (
  { scope, form, language }: PageRequest,
  { round, part }: Held,
): Promise<Result<Given, readonly FieldError[]>> => {
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
  const tasks = await listTasks(scope, part.id)
  const plan = planTable(table, { part, scale: round.scale, tasks })
  if (!plan.hasHeader) return refuse([{ id, message: words.tableNoHeader }])
  return ok({ plan, text: file ? toText(table) : pasted })
}

const previewPage = (
  request: PageRequest,
  held: Held,
  { given, errors = [] }: { readonly given: Given; readonly errors?: readonly FieldError[] },
): Answer => {
  const { language } = request
  const words = sentences[language]
  return yearAnswer(request, held.round, {
    title: words.previewTitle,
    crumbs: partCrumbs(request, held, { title: words.previewTitle }),
    width: 'wide',
    back: errors.length > 0 ? 'refused' : undefined,
  })(
    <TablePreview
      lang={language}
      round={held.round}
      at={placeIn(request, held.round)}
      part={held.part}
      plan={given.plan}
      text={given.text}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const preview = async (request: PageRequest): Promise<Answer> => {
  const held = await holdPart(request)
  allow(canWrite(request.scope.actor, held))
  const given = await readGiven(request, held)
  return given.ok
    ? previewPage(request, held, { given: given.value })
    : tablePage(request, held, given.error)
}

/** Does what was shown, and nothing else: another plan than the one agreed to is shown again. */
const run = async (request: PageRequest): Promise<Answer> => {
  const { scope, language, form } = request
  const words = sentences[language]
  const held = await holdPart(request)
  allow(canWrite(scope.actor, held))
  const given = await readGiven(request, held)
  if (!given.ok) return tablePage(request, held, given.error)
  const { plan } = given.value
  if (plan.sign !== form.text('sign')) {
    const errors = [{ id: 'result', message: words.tableMoved }]
    return previewPage(request, held, { given: given.value, errors })
  }
  await saveDrafts(
    scope,
    held,
    plan.rows.flatMap(({ typed }) => (typed ? [typed] : [])),
  )
  return redirect(
    doneAt(paths.report(placeIn(request, held.round), held.part.department), 'taken-in'),
  )
}

const at = '/:city/plans/:id/progress/:year/departments/:code/table'

/** A department's items as a file, and back: shown first, written then. */
export const tableRoutes: readonly Route[] = [
  get(at, 'progress.table', ['department', 'office'], show),
  post(at, 'progress.preview-table', ['department', 'office'], preview),
  post(`${at}/run`, 'progress.take-in', ['department', 'office'], run),
]
