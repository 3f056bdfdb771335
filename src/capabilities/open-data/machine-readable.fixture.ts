import { parse } from 'csv-parse/sync'
import type { Dataset, DatasetColumn } from '#web/dataset.ts'
import { columnsOf } from './table.ts'

const mark = '\ufeff'

const formOf: Readonly<Record<DatasetColumn['type'], RegExp>> = {
  text: /^/,
  code: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  flag: /^[01]$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  year: /^(19|20)\d\d$/,
  url: /^https?:\/\/\S+$/,
}

/** Signs that no cell may hold: breaks of lines and everything that nobody sees. */
const unseen = /[\p{Cc}\u2028\u2029\ufeff]/u

const faultsOfCell = (value: string, column: DatasetColumn): readonly string[] => {
  if (value === '') return []
  const faults: string[] = []
  if (unseen.test(value)) faults.push('a line break or an unseen sign')
  if (value !== value.trim()) faults.push('spaces around the value')
  if (!formOf[column.type].test(value)) faults.push(`is no ${column.type}`)
  return faults.map((fault) => `${column.code} "${value.slice(0, 40)}": ${fault}`)
}

/** What a UTF-8 CSV file of a data set has against 機械可読性ルール (Digital Agency), a line for each. */
export const faultsOfFile = (bytes: Uint8Array, dataset: Dataset): readonly string[] => {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const faults: string[] = []
  if (!text.startsWith(mark)) faults.push('no BOM')
  if (text.lastIndexOf(mark) > 0) faults.push('a BOM within the file')
  if (!text.endsWith('\r\n')) faults.push('the last line has no end')
  if (/[^\r]\n|\r[^\n]/.test(text)) faults.push('lines end otherwise than with CR LF')
  const [header = [], ...rows] = parse(text.replaceAll(mark, ''), {
    relax_column_count: true,
  }) as string[][]
  if (text.split('\r\n').length !== rows.length + 2) faults.push('a record on several lines')
  const columns = columnsOf(dataset)
  const names = columns.map(({ name }) => name.ja)
  if (header.join('|') !== names.join('|')) faults.push('row 1 is not the names')
  if (new Set(header).size !== header.length) faults.push('a name twice')
  if (header.some((name) => name.trim() === '')) faults.push('a column without a name')
  for (const row of rows) {
    if (row.length !== columns.length) faults.push('a row of another length')
    for (const [at, column] of columns.entries())
      faults.push(...faultsOfCell(row[at] ?? '', column))
  }
  return [...new Set(faults)]
}

/** The records of a file, by the codes of their columns. */
export const recordsOf = (
  bytes: Uint8Array,
  dataset: Dataset,
): readonly Readonly<Record<string, string>>[] => {
  const [, ...rows] = parse(new TextDecoder().decode(bytes)) as string[][]
  const columns = columnsOf(dataset)
  return rows.map((row) => Object.fromEntries(columns.map(({ code }, at) => [code, row[at] ?? ''])))
}
