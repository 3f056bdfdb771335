import { type Bilingual, both } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate, parseFiscalYear } from '#kernel/date-input.ts'
import { divide, fraction, fractionOf, multiply } from '#kernel/fraction.ts'
import { formatFraction, parseDecimal } from '#kernel/ratio.ts'
import { cleanLine, cleanText, countCharacters, normalizeCode } from '#kernel/text.ts'
import type { Bound, GivenValue, Indicator } from './indicator.ts'
import { bounds } from './preset.ts'

/** What of a sent form, or of a table's row, is read. */
export type Sent = { text(name: string): string }

/** What must be mended: the input's name, and how. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

export const valueFields = [
  'year',
  'value',
  'bound',
  'numerator',
  'denominator',
  'measured_on',
  'source',
  'note',
  'break_note',
] as const
export type ValueField = (typeof valueFields)[number]

const longest = { source: 300, note: 1_000, break_note: 300, reason: 300 } as const

const texts = {
  year: both(
    '年度を「令和6年度」「R6」「2024」のように書いてください。',
    'Please write the year, for example 2024 or R6.',
  ),
  yearRange: both(
    '年度は1900年度から来年度までで書いてください。',
    'Please give a year from 1900 up to next year.',
  ),
  value: both(
    '値を数字で書いてください（例：45.0）。',
    'Please write the value as a number, for example 45.0.',
  ),
  count: both('数字で書いてください。', 'Please write a number.'),
  pair: both(
    '分子と分母は、両方書くか、両方空にしてください。分母は0より大きい数です。',
    'Give both numerator and denominator, or neither. The denominator is greater than 0.',
  ),
  differs: (computed: string) =>
    both(
      `分子と分母から計算すると${computed}です。値か、分子・分母を直してください。`,
      `Numerator and denominator give ${computed}. Please correct the value or the counts.`,
    ),
  date: both(
    '日付を「令和7年3月31日」のように書いてください。',
    'Please write a date, for example 2025-03-31.',
  ),
  source: both(
    '出典を書いてください（調査や文書の名前）。',
    'Please say where the value is from: the survey or document.',
  ),
  tooLong: (most: number) =>
    both(`${most}字までで書いてください。`, `Please use at most ${most} characters.`),
  reason: both('訂正・取消しの理由を書いてください。', 'Please give the reason.'),
} as const

/** A number as people type it: full-width signs, commas, the unit behind it. */
const readNumber = (text: string, unit: Bilingual): string | undefined => {
  const plain = normalizeCode(text)
    .replaceAll(/[,、\s]/g, '')
    .replace(/[－−‐]/g, '-')
  const bare = [unit.ja, unit.en, '%']
    .map((one) => normalizeCode(one).trim())
    .filter((one) => one !== '')
    .reduce((rest, one) => (rest.endsWith(one) ? rest.slice(0, -one.length) : rest), plain)
  const decimal = parseDecimal(bare)
  return decimal && decimal.decimals <= 6 && Math.abs(Number(bare)) < 1e11 ? bare : undefined
}

type Reading = {
  readonly sent: Sent
  readonly indicator: Indicator
  readonly now: Date
  readonly problems: FieldProblem[]
}

const complain = ({ problems }: Reading, name: string, text: Bilingual): void => {
  problems.push({ name, text })
}

const readYear = (reading: Reading): number => {
  const parsed = parseFiscalYear(reading.sent.text('year').replace(/年$/, ''))
  const latest = Number(tokyoDayOf(reading.now).slice(0, 4)) + 1
  if (!parsed.ok) complain(reading, 'year', texts.year)
  else if (parsed.value < 1900 || parsed.value > latest) complain(reading, 'year', texts.yearRange)
  return parsed.ok ? parsed.value : 0
}

const readText = (reading: Reading, name: keyof typeof longest): string => {
  const text =
    name === 'note' ? cleanText(reading.sent.text(name)) : cleanLine(reading.sent.text(name))
  if (countCharacters(text) > longest[name]) complain(reading, name, texts.tooLong(longest[name]))
  return text
}

const readDay = (reading: Reading): PlainDate | undefined => {
  const text = reading.sent.text('measured_on').trim()
  if (text === '') return undefined
  const parsed = parseDate(text)
  if (!parsed.ok) complain(reading, 'measured_on', texts.date)
  return parsed.ok ? parsed.value : undefined
}

type Counts = { readonly numerator: string; readonly denominator: string }

const readCounts = (reading: Reading): Counts | undefined => {
  const written = (name: 'numerator' | 'denominator') => reading.sent.text(name).trim()
  const [numerator, denominator] = (['numerator', 'denominator'] as const).map((name) =>
    written(name) === '' ? '' : readNumber(written(name), both('', '')),
  )
  if (numerator === '' && denominator === '') return undefined
  if (!numerator || !denominator || Number(denominator) <= 0) {
    complain(reading, 'numerator', texts.pair)
    return undefined
  }
  return { numerator, denominator }
}

const isShare = ({ unit }: Pick<Indicator, 'unit'>): boolean => /^[%％]/.test(unit.ja)

/** What the counts give by the indicator's rounding; of no use where the value is no share of them. */
export const computedFrom = (
  indicator: Pick<Indicator, 'unit' | 'rounding'>,
  { numerator, denominator }: Counts,
  decimals = indicator.rounding.decimals,
): string => {
  const ratio = divide(fractionOf(Number(numerator)), fractionOf(Number(denominator)))
  const value = isShare(indicator) ? multiply(ratio, fraction(100)) : ratio
  return formatFraction(value, { ...indicator.rounding, decimals })
}

const readValue = (reading: Reading, counts: Counts | undefined): string => {
  const { sent, indicator } = reading
  const written = sent.text('value').trim()
  if (written === '' && counts) return computedFrom(indicator, counts)
  const value = readNumber(written, indicator.unit)
  if (value === undefined) {
    complain(reading, 'value', texts.value)
    return '0'
  }
  if (!counts) return value
  const computed = computedFrom(indicator, counts, parseDecimal(value)?.decimals)
  if (Number(computed) !== Number(value)) complain(reading, 'value', texts.differs(computed))
  return value
}

/** Reads a measured value, with everything that keeps it from being taken. */
export const readGiven = (
  sent: Sent,
  about: { readonly indicator: Indicator; readonly now: Date; readonly withReason: boolean },
): {
  readonly value: GivenValue
  readonly reason: string
  readonly problems: readonly FieldProblem[]
} => {
  const reading: Reading = { sent, indicator: about.indicator, now: about.now, problems: [] }
  const year = readYear(reading)
  const counts = readCounts(reading)
  const source = readText(reading, 'source')
  if (source === '') complain(reading, 'source', texts.source)
  const reason = about.withReason ? readText(reading, 'reason') : ''
  if (about.withReason && reason === '') complain(reading, 'reason', texts.reason)
  const value: GivenValue = {
    year,
    value: readValue(reading, counts),
    bound: bounds.find((one): one is Bound => one === sent.text('bound')),
    numerator: counts?.numerator,
    denominator: counts?.denominator,
    measuredOn: readDay(reading),
    source: both(source, source),
    note: readText(reading, 'note'),
    breakNote: readText(reading, 'break_note'),
  }
  return { value, reason, problems: reading.problems }
}

/** Why a value is withdrawn. */
export const readReason = (
  sent: Sent,
): { readonly reason: string; readonly problems: readonly FieldProblem[] } => {
  const reason = cleanLine(sent.text('reason'))
  if (reason === '') return { reason, problems: [{ name: 'reason', text: texts.reason }] }
  return countCharacters(reason) > longest.reason
    ? { reason, problems: [{ name: 'reason', text: texts.tooLong(longest.reason) }] }
    : { reason, problems: [] }
}
