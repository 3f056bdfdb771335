import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { parseFiscalYear } from '#kernel/date-input.ts'
import { type Rounding, roundings } from '#kernel/ratio.ts'
import { findScaleProblems, type Scale, sayScaleProblem } from '#kernel/scale.ts'
import { cleanLine, countCharacters, normalizeCode } from '#kernel/text.ts'
import { hashToken } from '#kernel/tokens.ts'
import type { FieldProblem } from './form.ts'
import type { Direction, Indicator } from './indicator.ts'
import { directions, type JudgementRule, printedNumber } from './preset.ts'

/** What of a sent form is read. */
export type SentRecord = { text(name: string): string; has(name: string): boolean }

export const targetRows = 'targets'
export const gradeRows = 'grades'
export const targetColumns = ['year', 'value'] as const
export const gradeColumns = ['label', 'from', 'to'] as const

const mostRows = 12
const longest = 300

const texts = {
  needed: both('書いてください。', 'Please fill this in.'),
  tooLong: both(`${longest}字までで書いてください。`, `Please use at most ${longest} characters.`),
  year: both(
    '年度を「R9」「2027」のように書いてください。',
    'Please write a year, for example 2027.',
  ),
  value: both('数字で書いてください。', 'Please write a number.'),
  base: both('現状値は、年度と値の両方を書いてください。', 'A base needs its year and its value.'),
  twice: both('同じ年度の目標が、上にもあります。', 'There is a target for this year above.'),
  item: (no: string) => both(`計画に項目「${no}」がありません。`, `The plan has no item ${no}.`),
  planFirst: both('項目を書くときは、計画を選んでください。', 'Choose the plan of these items.'),
  percent: both(
    '境目は、0から1000までの数字で書いてください。',
    'Please write numbers from 0 to 1000.',
  ),
  grades: both('判定の区分を2つ以上書いてください。', 'Please write two grades or more.'),
  decimals: both('小数の桁は、0から6までで書いてください。', 'Please give 0 to 6 decimal places.'),
} as const

type Known = {
  readonly city: City
  /** Ids of the city's plans, and the numbers of the items of the one that was chosen. */
  readonly plans: readonly string[]
  readonly items: readonly string[]
}

type Reading = {
  readonly sent: SentRecord
  readonly before: Indicator
  readonly known: Known
  readonly problems: FieldProblem[]
}

const complain = ({ problems }: Reading, name: string, text: Bilingual): void => {
  problems.push({ name, text })
}

const line = (reading: Reading, name: string, needed = false): string => {
  const text = cleanLine(reading.sent.text(name))
  if (needed && text === '') complain(reading, name, texts.needed)
  if (countCharacters(text) > longest) complain(reading, name, texts.tooLong)
  return text
}

/** Words that were not changed keep their English. */
const words = (before: Bilingual | undefined, text: string): Bilingual =>
  before?.ja === text ? before : both(text, text)

const optional = <Name extends string>(
  reading: Reading,
  name: Name,
  before: Bilingual | undefined,
): Bilingual | undefined => {
  const text = line(reading, name)
  return text === '' ? undefined : words(before, text)
}

const plain = (text: string): string => normalizeCode(text).replaceAll(/[,、\s%]/g, '')

const readNumber = (reading: Reading, name: string, text: string): string => {
  const value = plain(text)
  if (printedNumber.safeParse(value).success) return value
  complain(reading, name, texts.value)
  return '0'
}

const readYear = (reading: Reading, name: string, text: string): number => {
  const parsed = parseFiscalYear(text.replace(/年$/, ''))
  if (parsed.ok && parsed.value >= 1900 && parsed.value <= 2200) return parsed.value
  complain(reading, name, texts.year)
  return 0
}

/** Rows as they were typed, the empty ones left out; `at` is where a row stands in the form. */
export const rowsIn = (
  sent: SentRecord,
  name: string,
  columns: readonly string[],
): readonly { readonly at: number; readonly cells: Readonly<Record<string, string>> }[] =>
  Array.from({ length: mostRows }, (_, at) => ({
    at,
    cells: Object.fromEntries(
      columns.map((column) => [column, cleanLine(sent.text(`${name}.${at}.${column}`))]),
    ),
  })).filter(({ cells }) => Object.values(cells).some((text) => text !== ''))

const readTargets = (reading: Reading): Indicator['targets'] => {
  const read = rowsIn(reading.sent, targetRows, targetColumns).map(({ at, cells }) => ({
    at,
    year: readYear(reading, `${targetRows}.${at}.year`, cells.year ?? ''),
    value: readNumber(reading, `${targetRows}.${at}.value`, cells.value ?? ''),
  }))
  for (const [index, { at, year }] of read.entries())
    if (year > 0 && read.slice(0, index).some((one) => one.year === year))
      complain(reading, `${targetRows}.${at}.year`, texts.twice)
  const last = Math.max(...read.map(({ year }) => year))
  // The last year is the goal, those before it are on the way.
  return read
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, value }) => ({ year, value, kind: year === last ? 'final' : 'intermediate' }))
}

const readBase = (reading: Reading): Indicator['base'] => {
  const [year, value] = [line(reading, 'base_year'), line(reading, 'base_value')]
  if (year === '' && value === '') return undefined
  if (year === '' || value === '') {
    complain(reading, year === '' ? 'base_year' : 'base_value', texts.base)
    return undefined
  }
  return {
    year: readYear(reading, 'base_year', year),
    value: readNumber(reading, 'base_value', value),
    others: reading.before.base?.others ?? [],
  }
}

const readEdge = (reading: Reading, name: string, text: string): { edge?: number } => {
  if (text === '') return {}
  const value = Number(plain(text))
  if (Number.isFinite(value) && value >= 0 && value <= 1_000) return { edge: value }
  complain(reading, name, texts.percent)
  return {}
}

const readScale = (reading: Reading): Scale => {
  const grades = rowsIn(reading.sent, gradeRows, gradeColumns).map(({ at, cells }) => {
    const label = cells.label ?? ''
    if (label === '') complain(reading, `${gradeRows}.${at}.label`, texts.needed)
    const from = readEdge(reading, `${gradeRows}.${at}.from`, cells.from ?? '').edge
    const to = readEdge(reading, `${gradeRows}.${at}.to`, cells.to ?? '').edge
    return {
      code: label.slice(0, 20),
      label: both(label, label),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }
  })
  return { title: both('目標の達成', 'Target'), measure: 'percent', grades }
}

const readRule = (reading: Reading): JudgementRule | undefined => {
  const measure = (['of-target', 'of-way'] as const).find(
    (one) => one === reading.sent.text('measure'),
  )
  if (!measure) return undefined
  const before = reading.problems.length
  const scale = readScale(reading)
  if (scale.grades.length < 2) complain(reading, `${gradeRows}.0.label`, texts.grades)
  else if (reading.problems.length === before)
    for (const problem of findScaleProblems(scale))
      complain(reading, `${gradeRows}.0.label`, sayScaleProblem(problem))
  const source = line(reading, 'rule_source', true)
  return { measure, scale, source: words(reading.before.rule?.source, source) }
}

const readUse = (reading: Reading): Pick<Indicator, 'plan' | 'items'> => {
  const { sent, known } = reading
  const plan = known.plans.find((id) => id === sent.text('plan'))
  const items = [
    ...new Set(
      sent
        .text('items')
        .split(/[、,\n]/)
        .map(cleanLine),
    ),
  ].filter((no) => no !== '')
  if (!plan && items.length > 0) complain(reading, 'plan', texts.planFirst)
  const lost = plan ? items.find((no) => !known.items.includes(no)) : undefined
  if (lost !== undefined) complain(reading, 'items', texts.item(lost.slice(0, 40)))
  return { items, ...(plan ? { plan } : {}) }
}

const readRounding = (reading: Reading): Indicator['rounding'] => {
  const decimals = /^[0-6]$/.exec(normalizeCode(reading.sent.text('decimals')))?.[0]
  if (decimals === undefined) complain(reading, 'decimals', texts.decimals)
  return {
    decimals: Number(decimals ?? 1),
    rounding:
      roundings.find((one): one is Rounding => one === reading.sent.text('rounding')) ?? 'half_up',
  }
}

/** A sign of the record as it is shown, by which two who change it at once are told apart. */
export const signOf = (indicator: Indicator): string =>
  hashToken(JSON.stringify(indicator)).slice(0, 22)

const given = <Key extends string, T>(key: Key, value: T | undefined): Partial<Record<Key, T>> =>
  value === undefined ? {} : ({ [key]: value } as Record<Key, T>)

/** Reads a definition record, with everything that keeps it from being used. */
export const readRecord = (
  sent: SentRecord,
  before: Indicator,
  known: Known,
): { readonly value: Indicator; readonly problems: readonly FieldProblem[] } => {
  const reading: Reading = { sent, before, known, problems: [] }
  const title = line(reading, 'title', true)
  const title_en = line(reading, 'title_en')
  const { code, shared, fills, notes, source, sample, calendar } = before
  const department = known.city.departments.find((one) => one.code === sent.text('department'))
  const value: Indicator = {
    ...{ code, notes, source, sample, calendar },
    ...given('shared', shared),
    ...given('fills', fills),
    title: both(title, title_en === '' ? title : title_en),
    ...readUse(reading),
    ...given('difference', optional(reading, 'difference', before.difference)),
    ...given('numerator', optional(reading, 'numerator', before.numerator)),
    ...given('denominator', optional(reading, 'denominator', before.denominator)),
    unit: words(before.unit, line(reading, 'unit', true)),
    direction:
      directions.find((one): one is Direction => one === sent.text('direction')) ??
      before.direction,
    ...given('measuredBy', optional(reading, 'measured_by', before.measuredBy)),
    ...given('frequency', optional(reading, 'frequency', before.frequency)),
    rounding: readRounding(reading),
    ...given('department', department?.code),
    ...given('base', readBase(reading)),
    targets: readTargets(reading),
    ...given('rule', readRule(reading)),
  }
  return { value, problems: reading.problems }
}
