import { type SheetValue, writeCsv, writeExcel } from '#data/tables-in-out/index.ts'
import { say } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { CsvValue } from '#kernel/tables/index.ts'
import type { Answer } from '#web/answer.ts'
import { get, type PageRequest, type Route } from '#web/route.ts'
import type { RowFilter } from '../import.ts'
import { findImporter } from '../importers.ts'
import { canImport } from '../policy.ts'
import { listRowsAfter } from '../queries/row-lists.ts'
import { reportColumns, reportRow } from '../report.ts'
import { sentences } from '../sentences.ts'
import { importing, ownImport } from './showing-routes.tsx'

const piece = 2_000
const excelMost = 20_000

const gather = async (request: PageRequest, most: number) => {
  const { scope, city, language, query } = request
  const { one, importer } = await ownImport(request)
  if (one.purgedAt) throw new NotFound('report')
  const told = { one, open: await importer.open(scope, city), lang: language }
  const filter: RowFilter = query.get('rows') === 'refused' ? 'refused' : ''
  const rows: (readonly SheetValue[])[] = []
  let after = 0
  for (;;) {
    const found = await listRowsAfter(scope, one.id, { filter, after, most: piece })
    rows.push(...found.map((row) => reportRow(row, told)))
    after = found.at(-1)?.number ?? after
    if (found.length < piece || rows.length >= most) break
  }
  const name = `${one.fileName.replace(/\.[^.]+$/, '')}_${sentences[language].outcome}`
  return { columns: reportColumns(told), rows, name }
}

const csvType = 'text/csv; charset=utf-8'
const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const csvReport = async (request: PageRequest): Promise<Answer> => {
  const { columns, rows, name } = await gather(request, Number.POSITIVE_INFINITY)
  const table = [columns.map((column) => column.name), ...rows] as readonly (readonly CsvValue[])[]
  const { bytes } = writeCsv(table, { use: 'spreadsheet' })
  return { kind: 'bytes', status: 200, type: csvType, body: bytes, fileName: `${name}.csv` }
}

const excelReport = async (request: PageRequest): Promise<Answer> => {
  const { columns, rows, name } = await gather(request, excelMost)
  if (rows.length > excelMost) throw new NotFound('report')
  const body = await writeExcel([{ name: sentences[request.language].outcome, columns, rows }])
  return { kind: 'bytes', status: 200, type: excelType, body, fileName: `${name}.xlsx` }
}

/** The names of all columns of a kind, as a file to be filled in. */
const template = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const importer = findImporter(request.params.kind ?? '')
  if (!importer || !canImport(scope.actor, importer)) throw new NotFound('template')
  const open = await importer.open(scope, city)
  const names = open.columns.map(({ names: known, label }) => known[0] ?? say(label, 'ja'))
  const { bytes } = writeCsv([names], { use: 'spreadsheet' })
  const title = say(importer.title, language)
  return { kind: 'bytes', status: 200, type: csvType, body: bytes, fileName: `${title}.csv` }
}

/** What one takes along: reports, and files to fill in. */
export const reportRoutes: readonly Route[] = [
  get('/:city/desk/imports/templates/:kind', 'imports.template', importing, template),
  get('/:city/desk/imports/:id/report.csv', 'imports.report-csv', importing, csvReport),
  get('/:city/desk/imports/:id/report.xlsx', 'imports.report-excel', importing, excelReport),
]
