import { type Bilingual, both } from '#kernel/bilingual.ts'
import {
  cellOf,
  type HeaderMatch,
  matchHeader,
  type Table,
  type TableRow,
} from '#kernel/tables/index.ts'
import { cleanText, normalizeCode } from '#kernel/text.ts'
import { hashToken } from '#kernel/tokens.ts'
import { readGiven } from './form.ts'
import type { Actual, GivenValue, Indicator } from './indicator.ts'
import { type Code, headings, tableColumns } from './table-columns.ts'

/** An indicator whose values the reader of the table may enter, with those that stand. */
export type Open = { readonly indicator: Indicator; readonly actuals: readonly Actual[] }

/** What becomes of a row. */
export type PlannedRow = {
  readonly number: number
  readonly indicator: Indicator | undefined
  readonly code: string
  readonly faults: readonly Bilingual[]
} & (
  | { readonly what: 'fault' | 'same' }
  | { readonly what: 'add'; readonly value: GivenValue }
  | { readonly what: 'correct'; readonly value: GivenValue; readonly before: Actual }
)

/** What a table would do. `sign` is the same as long as it would do the same. */
export type TablePlan = {
  readonly hasHeader: boolean
  readonly rows: readonly PlannedRow[]
  /** Headings that nobody reads. */
  readonly unknown: readonly string[]
  readonly sign: string
}

const faultTexts = {
  unknown: both(
    'この指標コードがないか、あなたの課の指標ではありません。',
    'There is no such indicator, or it is not your department’s.',
  ),
  stale: both(
    '表を取り出した後に、この値が訂正されたか取り消されました。表を取り出し直してください。',
    'This value was corrected or withdrawn after the table was downloaded. Download it again.',
  ),
  already: both(
    'この年度の値がすでにあります。訂正するなら、取り出した表の行（番号のある行）を書きかえてください。別の出典の値は、指標のページから記入します。',
    'There is a value for this year. To correct it, change its row (with its number) in the downloaded table. A value of another source is entered on the indicator’s page.',
  ),
  twice: both(
    '同じ指標と年度の行が、上にもあります。',
    'A row above has the same indicator and year.',
  ),
} as const

const boundOf = (cell: string): string =>
  ({ 以上: 'at-least', 以下: 'at-most' })[normalizeCode(cell)] ?? ''

type Reading = { readonly match: HeaderMatch; readonly row: TableRow; readonly now: Date }

const cell = ({ match, row }: Reading, code: Code): string => cleanText(cellOf(match, row, code))

const isSame = (value: GivenValue, actual: Actual): boolean =>
  Number(value.value) === Number(actual.value) &&
  value.year === actual.year &&
  value.bound === actual.bound &&
  Number(value.numerator ?? -1) === Number(actual.numerator ?? -1) &&
  Number(value.denominator ?? -1) === Number(actual.denominator ?? -1) &&
  value.measuredOn === actual.measuredOn &&
  value.source.ja === actual.source.ja &&
  value.note === actual.note &&
  value.breakNote === actual.breakNote

const faulty = (
  { row }: Reading,
  about: { readonly code: string; readonly indicator?: Indicator },
  ...faults: readonly Bilingual[]
): PlannedRow => ({
  number: row.number,
  indicator: about.indicator,
  code: about.code,
  faults,
  what: 'fault',
})

const planKnown = (reading: Reading, { indicator, actuals }: Open): PlannedRow => {
  const about = { number: reading.row.number, indicator, code: indicator.code, faults: [] }
  const sent = {
    text: (name: string) =>
      name === 'bound' ? boundOf(cell(reading, 'bound')) : cell(reading, name as Code),
  }
  const { value, problems } = readGiven(sent, { indicator, now: reading.now, withReason: false })
  if (problems.length > 0)
    return faulty(
      reading,
      about,
      ...problems.map(({ name, text }) =>
        both(`${headings[name as Code]}：${text.ja}`, `${headings[name as Code]}: ${text.en}`),
      ),
    )
  const id = cell(reading, 'id')
  const before = actuals.find((actual) => actual.id === id)
  if (id !== '' && !before) return faulty(reading, about, faultTexts.stale)
  if (before)
    return isSame(value, before)
      ? { ...about, what: 'same' }
      : { ...about, what: 'correct', value, before }
  const standing = actuals.filter(({ year }) => year === value.year)
  if (standing.some((actual) => isSame(value, actual))) return { ...about, what: 'same' }
  if (standing.length > 0) return faulty(reading, about, faultTexts.already)
  return { ...about, what: 'add', value }
}

/** A row for a year that nobody has filled in yet. */
const isBlank = (reading: Reading): boolean =>
  (['value', 'numerator', 'denominator', 'id'] as const).every((code) => cell(reading, code) === '')

const signOf = (rows: readonly PlannedRow[]): string =>
  hashToken(
    JSON.stringify(
      rows.map((row) => [
        row.code,
        row.what,
        'value' in row ? row.value : '',
        'before' in row ? row.before.id : '',
      ]),
    ),
  ).slice(0, 22)

/** Reads a table against the values that stand, row by row. Nothing is written. */
export const planTable = (table: Table, open: readonly Open[], now: Date): TablePlan => {
  const match = matchHeader(table, tableColumns)
  const hasHeader = match.row !== undefined && match.missing.length === 0
  const seen = new Set<string>()
  const rows = (hasHeader ? match.rows : []).flatMap((row): readonly PlannedRow[] => {
    const reading: Reading = { match, row, now }
    if (isBlank(reading)) return []
    const code = normalizeCode(cell(reading, 'indicator')).toLowerCase()
    const found = open.find(({ indicator }) => indicator.code === code)
    if (!found) return [faulty(reading, { code }, faultTexts.unknown)]
    const planned = planKnown(reading, found)
    if (planned.what !== 'add') return [planned]
    const key = `${code} ${planned.value.year}`
    if (seen.has(key))
      return [faulty(reading, { code, indicator: found.indicator }, faultTexts.twice)]
    seen.add(key)
    return [planned]
  })
  return { hasHeader, rows, unknown: match.unknown.map(({ name }) => name), sign: signOf(rows) }
}

/** Rows that would change something. */
export const changing = (plan: TablePlan) =>
  plan.rows.filter((row) => row.what === 'add' || row.what === 'correct')
