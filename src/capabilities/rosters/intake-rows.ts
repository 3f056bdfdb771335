import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import {
  type CellReader,
  type Chosen,
  type Column,
  cellOf,
  foldHeader,
  type HeaderMatch,
  matchHeader,
  problemTexts,
  readChoice,
  readDate,
  readLine,
  readYesNo,
  type Table,
  type TableRow,
} from '#kernel/tables/index.ts'
import { countCharacters, isReading, toReading } from '#kernel/text.ts'
import { longestName } from './form.ts'
import type { RosterRules } from './preset.ts'

const column = (
  code: string,
  kind: Column['kind'],
  names: readonly string[],
  required = false,
): Column => ({ code, kind, names, required })

/** Columns that a table of members can have, as groups head them. Addresses are not taken in: a roster asks for a district only. */
export const rosterColumns: readonly Column[] = [
  column('name', 'line', ['氏名', '名前', 'お名前', '会員名', '会員氏名', '役員名'], true),
  column('kana', 'line', [
    'ふりがな',
    'フリガナ',
    '氏名フリガナ',
    '氏名カナ',
    'カナ',
    'よみ',
    '読みかた',
  ]),
  column('office', 'line', ['役職', '役割', '役職名', '役']),
  column('district', 'line', ['地区', '町名', '住んでいる地区', '住所(町名)', '地域']),
  column('age_band', 'choice', ['年代', '年齢層', '世代']),
  column('citizen', 'yes-no', [
    '市民',
    '市内',
    '市内在住',
    '市内在住・在勤・在学',
    '在住在勤在学',
    '市民かどうか',
  ]),
  column('voting', 'yes-no', ['議決権', '議決権の有無', '正会員']),
  column('since', 'date', ['入会日', '入会年月日', '入会', '加入日']),
  column('until', 'date', ['退会日', '退会年月日', '退会', '最後の日']),
]

/** One row as it is meant; undefined is a cell that says nothing. */
export type RosterRow = {
  readonly number: number
  readonly name: string
  readonly kana: string | undefined
  /** Codes of offices; undefined where the table has no such column, empty where the cell is. */
  readonly offices: readonly string[] | undefined
  readonly district: string | undefined
  readonly ageBand: string | undefined
  readonly citizen: boolean | undefined
  readonly voting: boolean | undefined
  readonly since: PlainDate | undefined
  readonly until: PlainDate | undefined
}

/** What is wrong with a cell: its header, what stands in it, and what to do. */
export type RowFault = {
  readonly header: string
  readonly words: string
  readonly text: Bilingual
}

export type ReadRow =
  | { readonly ok: true; readonly row: RosterRow }
  | {
      readonly ok: false
      readonly number: number
      readonly name: string
      readonly faults: readonly RowFault[]
    }

type Cells = { readonly match: HeaderMatch; readonly row: TableRow; readonly faults: RowFault[] }

const headerOf = ({ match }: Cells, code: string): string =>
  match.matched.find(({ known }) => known.code === code)?.name ?? code

const fault = (cells: Cells, code: string, text: Bilingual): void => {
  const words = cellOf(cells.match, cells.row, code)
  cells.faults.push({ header: headerOf(cells, code), words, text })
}

const take = <T>(cells: Cells, code: string, read: CellReader<T>): T | undefined => {
  const reading = read(cellOf(cells.match, cells.row, code))
  if (reading.ok) return reading.value.value
  fault(cells, code, problemTexts[reading.error.code])
  return undefined
}

const separators = /[、，,／/;；\n]|・|兼/

/** The words by which offices are known besides their names in the city's list. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  representative: ['代表者', '代表世話人'],
  vice: ['副代表者'],
  accountant: ['会計担当', '会計係'],
  auditor: ['会計監査', '監査役'],
  director: ['理事', '役員'],
  secretariat: ['事務局員'],
}

/** An office that the city's list does not have is taken as it is written. */
const readOffice =
  (read: CellReader<Chosen>) =>
  (part: string): { readonly code: string } | { readonly long: true } => {
    const reading = read(part)
    if (reading.ok) return { code: reading.value.value?.code ?? '' }
    const words = part.normalize('NFKC').trim()
    return countCharacters(words) > longestName ? { long: true } : { code: words }
  }

const readOffices = (cells: Cells, rules: RosterRules): readonly string[] | undefined => {
  if (!cells.match.matched.some(({ known }) => known.code === 'office')) return undefined
  const choices = rules.offices.map(({ code, name }) => ({
    code,
    names: [name.ja, name.en, ...(alsoCalled[code] ?? [])],
  }))
  const read = readChoice([
    ...choices,
    { code: '', names: ['会員', '一般会員', '正会員', '役員なし'] },
  ])
  const written = cellOf(cells.match, cells.row, 'office').trim()
  const whole = read(written)
  const parts = (whole.ok ? [written] : written.split(separators)).map(readOffice(read))
  if (parts.some((part) => 'long' in part)) fault(cells, 'office', problemTexts['too-long'])
  const codes = parts.flatMap((part) => ('code' in part ? [part.code] : []))
  return [...new Set(codes)].filter((code) => code !== '')
}

const notKana = { ja: 'カタカナかひらがなで書いてください。', en: 'Write it in kana.' }
const noName = { ja: '氏名がありません。', en: 'The name is missing.' }
const wrongOrder = {
  ja: '退会日が、入会日より前です。',
  en: 'The last day is before the first.',
}

const readKana = (cells: Cells): string | undefined => {
  const written = take(cells, 'kana', readLine)
  if (written === undefined) return undefined
  const kana = toReading(written)
  if (!isReading(kana) || countCharacters(kana) > longestName) fault(cells, 'kana', notKana)
  return kana
}

const readName = (cells: Cells): string => {
  const name = take(cells, 'name', readLine) ?? ''
  if (name === '') fault(cells, 'name', noName)
  else if (countCharacters(name) > longestName) fault(cells, 'name', problemTexts['too-long'])
  return name
}

const readDistrict = (cells: Cells): string | undefined => {
  const district = take(cells, 'district', readLine)
  if (district && countCharacters(district) > longestName)
    fault(cells, 'district', problemTexts['too-long'])
  return district
}

const readRow = (match: HeaderMatch, row: TableRow, rules: RosterRules): ReadRow => {
  const cells: Cells = { match, row, faults: [] }
  const ageBands = rules.ageBands.map(({ code, name }) => ({ code, names: [name.ja, name.en] }))
  const read: RosterRow = {
    number: row.number,
    name: readName(cells),
    kana: readKana(cells),
    offices: readOffices(cells, rules),
    district: readDistrict(cells),
    ageBand: take(cells, 'age_band', readChoice(ageBands))?.code,
    citizen: take(cells, 'citizen', readYesNo),
    voting: take(cells, 'voting', readYesNo),
    since: take(cells, 'since', readDate),
    until: take(cells, 'until', readDate),
  }
  if (read.since && read.until && read.until < read.since) fault(cells, 'until', wrongOrder)
  const { number, name } = read
  return cells.faults.length > 0
    ? { ok: false, number, name, faults: cells.faults }
    : { ok: true, row: read }
}

/** A table under the columns of a roster: its rows, and the headers that are not taken in. */
export type ReadTable = {
  readonly rows: readonly ReadRow[]
  readonly unknown: readonly string[]
  /** False when no row of the table heads a column of names. */
  readonly hasHeader: boolean
}

const namesOfName = new Set(rosterColumns[0]!.names.map(foldHeader))

/**
 * A list of nothing but names is what people paste most. One known heading could be chance, so that the
 * header is found by two; such a list gets the second, and the first where it has none.
 */
const withTwoColumns = (table: Table): Table => {
  if (table.width > 1) return table
  const [first, ...others] = table.rows
  const headed = first && namesOfName.has(foldHeader(first.cells[0] ?? ''))
  const rows = headed ? others : table.rows
  const header = { number: headed ? first.number : 0, cells: ['氏名', 'ふりがな'] }
  return { ...table, width: 2, rows: [header, ...rows] }
}

/** Reads every row; what cannot be read is said and keeps its words. */
export const readRosterTable = (table: Table, rules: RosterRules): ReadTable => {
  const match = matchHeader(withTwoColumns(table), rosterColumns)
  return {
    rows: match.rows.map((row) => readRow(match, row, rules)),
    unknown: match.unknown.map(({ name }) => name),
    hasHeader: match.row !== undefined && match.missing.length === 0,
  }
}
