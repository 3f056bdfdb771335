import { writeCsv } from '#data/tables-in-out/index.ts'
import type { City } from '#kernel/city.ts'
import type { StreamPart } from '#web/answer.ts'
import type { CodeTable, Dataset, DatasetPart, DatasetValue } from '#web/dataset.ts'
import { licenceOf } from './licence.ts'
import { columnsOf, type Place, valuesOf } from './table.ts'

/** Encodings in which a file can be had. */
export const encodings = ['utf-8', 'cp932'] as const
export type Encoding = (typeof encodings)[number]

type Cell = string | number | undefined

/** A flag is 1 or 0 in a file of text. */
const cellOf = (value: DatasetValue): Cell =>
  typeof value === 'boolean' ? Number(value) : (value ?? undefined)

const markLength = 3

/** Lines of a CSV file; the mark of UTF-8 stands at the beginning of the file only. */
export const csvBytes = (
  rows: readonly (readonly Cell[])[],
  encoding: Encoding,
  begins: boolean,
): Uint8Array => {
  const { bytes } = writeCsv(rows, { use: 'open-data', encoding })
  return begins || encoding !== 'utf-8' ? bytes : bytes.subarray(markLength)
}

/** The first line of a file: Japanese names. */
export const headerOf = (dataset: Dataset): readonly string[] =>
  columnsOf(dataset).map(({ name }) => name.ja)

/** The lines of a piece of the data. */
export const linesOf = (dataset: Dataset, part: DatasetPart, place: Place): Cell[][] =>
  part.rows.map((row) => valuesOf(dataset, row, place).map(cellOf))

/** A piece of a CSV file. `after` tells whether it is the first, which begins with the names. */
export const csvPart = (
  dataset: Dataset,
  part: DatasetPart,
  how: { readonly place: Place; readonly encoding: Encoding; readonly first: boolean },
): StreamPart => {
  const lines = linesOf(dataset, part, how.place)
  const rows = how.first ? [headerOf(dataset), ...lines] : lines
  const bytes = rows.length === 0 ? '' : csvBytes(rows, how.encoding, how.first)
  return { bytes, next: part.next }
}

/** A piece of a JSON file: what the data is, then its records by the codes of their columns. */
export const jsonPart = (
  dataset: Dataset,
  part: DatasetPart,
  { place, first, any }: { readonly place: Place; readonly first: boolean; readonly any: boolean },
): StreamPart => {
  const columns = columnsOf(dataset)
  const { city } = place
  const licence = licenceOf(city.settings.openDataLicence)
  const head = {
    dataset: dataset.code,
    title: dataset.title,
    publisher: city.name,
    licence: { title: licence.title, url: licence.url ?? null },
  }
  const records = part.rows.map((row) => {
    const values = valuesOf(dataset, row, place)
    return JSON.stringify(Object.fromEntries(columns.map(({ code }, at) => [code, values[at]])))
  })
  const begin = first ? `${JSON.stringify(head).slice(0, -1)},"records":[\n` : ''
  const between = any && records.length > 0 ? ',\n' : ''
  const end = part.next === undefined ? '\n]}\n' : ''
  return { bytes: `${begin}${between}${records.join(',\n')}${end}`, next: part.next }
}

const typeNames: Readonly<Record<string, string>> = {
  text: '文字列',
  code: 'コード',
  integer: '整数',
  number: '数',
  flag: '1または0',
  date: '日付（YYYY-MM-DD）',
  year: '年度の始まる年（西暦）',
  url: 'URL',
}

/** The data dictionary as a table of its own. */
export const dictionaryCsv = (dataset: Dataset, encoding: Encoding): Uint8Array =>
  csvBytes(
    [
      [
        '列番号',
        '項目コード',
        '項目名',
        '項目名_英語',
        '型',
        '単位',
        '説明',
        '説明_英語',
        'コード表',
      ],
      ...columnsOf(dataset).map(({ code, name, type, unit, definition, codes }, at) => [
        at + 1,
        code,
        name.ja,
        name.en,
        typeNames[type] ?? type,
        unit?.ja,
        definition.ja,
        definition.en,
        codes?.name,
      ]),
    ],
    encoding,
    true,
  )

/** A code table of the city as a table of its own. */
export const codesCsv = (table: CodeTable, city: City, encoding: Encoding): Uint8Array =>
  csvBytes(
    [
      ['コード', '名称', '名称_英語'],
      ...table.entries(city).map(({ code, name }) => [code, name.ja, name.en]),
    ],
    encoding,
    true,
  )
