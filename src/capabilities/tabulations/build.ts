import { type Bilingual, both } from '#kernel/bilingual.ts'
import { formatDate } from '#kernel/date-text.ts'
import { fraction } from '#kernel/fraction.ts'
import { type Decimal, parseDecimal, roundFraction } from '#kernel/ratio.ts'
import {
  marks,
  numberOf,
  type Question,
  type Slot,
  type Survey,
  slotsOf,
  type Words,
} from '../surveys/index.ts'
import { askedChoice, type ChoiceCount, roleOfChoice, rowsOf, writtenChoice } from './counting.ts'
import type { CrossTable } from './cross.ts'
import { compareWithEarlier } from './earlier.ts'
import type { CountedChoice, CountedQuestion } from './question.ts'
import type { NamedCross, NumberSummary, ResultQuestion, Results, TextGroup } from './results.ts'
import { sentences } from './sentences.ts'
import type { ModeCount, Tabulation } from './tabulation.ts'

/** Sum and middle of the numbers people wrote, as the database gives them; null where too few did. */
export type StoredNumber = {
  readonly slot: number
  readonly answered: number
  readonly total: string | null
  readonly median: string | null
}

/** A kept cross table: choices by their codes. */
export type StoredCross = {
  readonly slot: number
  readonly axis: number
  readonly rowChoices: readonly number[]
  readonly columnChoices: readonly number[]
  readonly bases: readonly number[]
  readonly totals: readonly number[]
  readonly counts: readonly (number | null)[]
}

/** A question and the one by which it is crossed. */
export type CrossPair = Pick<StoredCross, 'slot' | 'axis'>

/** Everything that is kept of one tabulation. */
export type Stored = {
  readonly tabulation: Tabulation
  readonly counts: ReadonlyMap<number, readonly ChoiceCount[]>
  readonly numbers: readonly StoredNumber[]
  readonly crosses: readonly StoredCross[]
  /** Which tables there are, also where they were not read. */
  readonly pairs: readonly CrossPair[]
  readonly groups: ReadonlyMap<number, readonly TextGroup[]>
}

const thisSurvey = both('今回', 'This survey')

const said = ({ ja, en }: Words): Bilingual => ({ ja, en: en || ja })

const marked: Readonly<Record<number, Bilingual>> = {
  [marks.none]: both(sentences.ja.noAnswer, sentences.en.noAnswer),
  [marks.unknown]: both(sentences.ja.unknown, sentences.en.unknown),
}

const labelOf = (question: Question, code: number): Bilingual => {
  if (marked[code]) return marked[code]
  const choice = question.choices.find((one) => one.code === code)
  if (choice) return said(choice.text)
  return code === writtenChoice ? both('記入あり', 'Written') : both(String(code), String(code))
}

const questionLabel = ({ question, row }: Slot): Bilingual => {
  const label = said(question.text)
  const part = question.rows.find(({ code }) => code === row)
  if (!part) return label
  const { ja, en } = said(part.text)
  return both(`${label.ja}：${ja}`, `${label.en}: ${en}`)
}

const nameOf = ({ question, row }: Slot, { questionnaire }: Tabulation): Bilingual => {
  const number = numberOf(questionnaire, question.id)
  const part = question.rows.findIndex(({ code }) => code === row) + 1
  const name = part > 0 ? `${number}-${part}` : String(number)
  return both(`問${name}`, `Q${name}`)
}

const asPrinted: ReadonlySet<string> = new Set(['scale', 'matrix', 'area', 'text', 'date'])

/** Groups by which others are crossed, such as ages, stand as they were asked. */
const orderOf = ({ slot, question }: Slot, axes: readonly number[]): CountedQuestion['order'] =>
  asPrinted.has(question.kind) || axes.includes(slot) ? 'questionnaire' : 'frequency'

const countedOf = (slot: Slot, { tabulation, counts }: Stored): CountedQuestion => {
  const { question } = slot
  const found = counts.get(slot.slot) ?? []
  const countOf = (choice: number): number => found.find((one) => one.choice === choice)?.count ?? 0
  const codes = [...new Set([...rowsOf(question), ...found.map(({ choice }) => choice)])]
  const choices = codes
    .filter((code) => code !== askedChoice)
    .map(
      (code): CountedChoice => ({
        code: String(code),
        label: labelOf(question, code),
        role: roleOfChoice(question, code),
        count: countOf(code),
      }),
    )
  const isNumber = question.kind === 'number'
  return {
    code: slot.row === null ? question.id : `${question.id}-${slot.row}`,
    label: questionLabel(slot),
    kind: question.kind === 'multiple' ? 'multiple' : 'single',
    order: orderOf(slot, tabulation.settings.axes),
    base: tabulation.settings.base,
    asked: countOf(askedChoice),
    choices: isNumber ? [] : choices,
    sums: [],
  }
}

const oneDecimal = { decimals: 1, rounding: 'half_up' } as const

/** `12.5` as the database prints it, rounded to one decimal. */
const rounded = (text: string, over: number): Decimal | undefined => {
  const exact = parseDecimal(text.replace(/(\.\d{12})\d+$/, '$1'))
  return (
    exact &&
    roundFraction(fraction(exact.units, 10n ** BigInt(exact.decimals) * BigInt(over)), oneDecimal)
  )
}

const summaryOf = (slot: Slot, numbers: Stored['numbers']): { number?: NumberSummary } => {
  const found = numbers.find((one) => one.slot === slot.slot)
  if (!found) return {}
  const { answered, total, median } = found
  return {
    number: {
      answered,
      mean: total === null || answered === 0 ? undefined : rounded(total, answered),
      median: median === null ? undefined : rounded(median, 1),
      unit: said(slot.question.unit),
    },
  }
}

const inRows = (cross: StoredCross): CrossTable['counts'] =>
  cross.rowChoices.map((_, r) =>
    cross.counts.slice(r * cross.columnChoices.length, (r + 1) * cross.columnChoices.length),
  )

const crossOf = (slot: Slot, axis: Slot, cross: StoredCross): NamedCross => {
  const headings = (question: Question, codes: readonly number[]) =>
    codes.map((code) => ({
      code: String(code),
      label: labelOf(question, code),
      role: roleOfChoice(question, code),
    }))
  return {
    question: String(slot.slot),
    axis: String(axis.slot),
    axisLabel: questionLabel(axis),
    kind: slot.question.kind === 'multiple' ? 'multiple' : 'single',
    rows: headings(slot.question, cross.rowChoices),
    columns: headings(axis.question, cross.columnChoices),
    counts: inRows(cross),
    bases: cross.bases,
    totals: cross.totals,
  }
}

const modeOf = ({ code, ...counts }: ModeCount) => {
  const known = code as keyof typeof sentences.ja.modes
  return {
    code,
    label: both(sentences.ja.modes[known] ?? code, sentences.en.modes[known] ?? code),
    ...counts,
  }
}

const wavesOf = (
  counted: CountedQuestion,
  { settings, modes, waves }: Tabulation,
): Pick<ResultQuestion, 'waves'> => {
  if (counted.choices.length === 0) return {}
  const codes = modes.map(({ code }) => code)
  const now = { label: thisSurvey, modes: codes, note: settings.earlierNote }
  const table = compareWithEarlier(counted, now, waves)
  return table ? { waves: table } : {}
}

const toQuestion = (slot: Slot, slots: readonly Slot[], stored: Stored): ResultQuestion => {
  const counted = countedOf(slot, stored)
  return {
    name: nameOf(slot, stored.tabulation),
    counted,
    ...wavesOf(counted, stored.tabulation),
    ...summaryOf(slot, stored.numbers),
    crosses: stored.crosses
      .filter((cross) => cross.slot === slot.slot)
      .flatMap((cross) => {
        const axis = slots.find((one) => one.slot === cross.axis)
        return axis ? [crossOf(slot, axis, cross)] : []
      }),
    crossedBy: stored.pairs
      .filter((pair) => pair.slot === slot.slot)
      .flatMap((pair) => {
        const axis = slots.find((one) => one.slot === pair.axis)
        return axis ? [{ slot: axis.slot, label: questionLabel(axis) }] : []
      }),
    groups: stored.groups.get(slot.slot) ?? [],
    notes: [],
  }
}

/** The results of a survey made here, from what was kept of one tabulation and nothing else. */
export const buildResults = (
  survey: Pick<Survey, 'id' | 'texts' | 'opensOn' | 'closesOn'>,
  stored: Stored,
): Results => {
  const { tabulation } = stored
  const { settings, sent, modes, answers } = tabulation
  const slots = slotsOf(tabulation.questionnaire)
  const { opensOn, closesOn } = survey
  return {
    survey: survey.id,
    title: said(survey.texts.title),
    unit: both(sentences.ja.units[settings.unit], sentences.en.units[settings.unit]),
    lead: said(survey.texts.purpose),
    number: tabulation.number,
    asOf: tabulation.countedOn,
    when: both(
      sentences.ja.period(formatDate(opensOn, 'ja'), formatDate(closesOn, 'ja')),
      sentences.en.period(formatDate(opensOn, 'en'), formatDate(closesOn, 'en')),
    ),
    population: settings.population ?? undefined,
    returns: { sent: sent ?? undefined, modes: modes.map(modeOf) },
    n: answers,
    questions: slots.map((slot) => toQuestion(slot, slots, stored)),
    notes: settings.notes ? [both(settings.notes, settings.notes)] : [],
    threshold: settings.threshold,
  }
}
