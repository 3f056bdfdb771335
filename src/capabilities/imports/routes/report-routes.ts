import { writeCsv, writeExcel } from '#data/tables-in-out/index.ts'
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

const csvType = 'text/csv; charset=utf-8'
const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a report tells of, and how it is called. */
const openReport = async (request: PageRequest) => {
  const { scope, city, language, query } = request
  const { one, importer } = await ownImport(request)
  if (one.purgedAt) throw new NotFound('report')
  const told = { one, open: await importer.open(scope, city), lang: language }
  const filter: RowFilter = query.get('rows') === 'refused' ? 'refused' : ''
  const name = `${one.fileName.replace(/\.[^.]+$/, '')}_${sentences[language].outcome}`
  return { told, filter, name, columns: reportColumns(told) }
}

const markLength = 3

/** Lines of the report; the mark of UTF-8 stands at the beginning of the file only. */
const csvLines = (rows: readonly (readonly CsvValue[])[], begins: boolean): Uint8Array => {
  const { bytes } = writeCsv(rows, { use: 'spreadsheet' })
  return begins ? bytes : bytes.subarray(markLength)
}

/** Piece by piece: a list of 100,000 rows is never held as a whole. */
const csvReport = async (request: PageRequest): Promise<Answer> => {
  const { told, filter, name, columns } = await openReport(request)
  return {
    kind: 'stream',
    status: 200,
    type: csvType,
    fileName: `${name}.csv`,
    part: async (scope, after) => {
      const asked = { filter, after: Number(after ?? 0), most: piece }
      const found = await listRowsAfter(scope, told.one.id, asked)
      const rows = found.map((row) => reportRow(row, told)) as readonly (readonly CsvValue[])[]
      const begins = after === undefined
      const lines = begins ? [columns.map((column) => column.name), ...rows] : rows
      return {
        bytes: lines.length === 0 ? '' : csvLines(lines, begins),
        next: found.length < piece ? undefined : String(found.at(-1)?.number),
      }
    },
  }
}

const excelReport = async (request: PageRequest): Promise<Answer> => {
  const { told, filter, name, columns } = await openReport(request)
  // One more than a workbook takes: what is longer is not read to its end.
  const asked = { filter, after: 0, most: excelMost + 1 }
  const found = await listRowsAfter(request.scope, told.one.id, asked)
  if (found.length > excelMost) throw new NotFound('report')
  const rows = found.map((row) => reportRow(row, told))
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
