import type { Bilingual } from '#kernel/bilingual.ts'
import {
  type Decimal,
  parseDecimal,
  percentOf,
  type RoundingRule,
  sumDecimals,
} from '#kernel/ratio.ts'

/** What a row stands for. その他, わからない and 無回答 stand last, whatever their number. */
export const choiceRoles = ['answer', 'other', 'unknown', 'no-answer'] as const
export type ChoiceRole = (typeof choiceRoles)[number]

/** One row as it was counted. */
export type CountedChoice = {
  readonly code: string
  readonly label: Bilingual
  readonly role: ChoiceRole
  /** Undefined where a document prints a percentage of a base that it does not tell. */
  readonly count: number | undefined
  /** The percentage as a document prints it. */
  readonly printed?: string
  /** The count was found from the printed percentage, being the only one that gives it. */
  readonly reconstructed?: boolean
}

/** A row that adds others up as they are printed: 「住みよい」と「まあ住みよい」の計. */
export type SumRow = { readonly label: Bilingual; readonly of: readonly string[] }

/** Of whom percentages are taken: those the question was put to, or those of them who answered. */
export type Base = 'asked' | 'answered'

export type CountedQuestion = {
  readonly code: string
  readonly label: Bilingual
  /** `shares`: a document prints one answer each of several questions in one table. */
  readonly kind: 'single' | 'multiple' | 'shares'
  /** Scales stand as they were asked, all else by frequency. */
  readonly order: 'frequency' | 'questionnaire'
  readonly base: Base
  /** To whom the question was put; whom a branch led past it is not among them. */
  readonly asked: number | undefined
  readonly choices: readonly CountedChoice[]
  readonly sums: readonly SumRow[]
}

export type TableRow = CountedChoice & {
  /** Undefined where there is nothing to take it of: 無回答 among those who answered. */
  readonly percent: Decimal | undefined
}

export type QuestionTable = {
  readonly n: number | undefined
  readonly rows: readonly TableRow[]
  readonly sums: readonly { readonly label: Bilingual; readonly percent: Decimal }[]
  /** All that was ticked (M.T. for several answers), and what share of n it is. */
  readonly total: { readonly count: number; readonly percent: Decimal | undefined } | undefined
  /** Fewer than thirty answered: the percentages are for reference. */
  readonly isReference: boolean
}

/** Percentages of surveys: 小数第2位を四捨五入. */
export const surveyRounding: RoundingRule = { decimals: 1, rounding: 'half_up' }

/** A base below this is marked. */
export const referenceBelow = 30

const noAnswersOf = ({ choices }: CountedQuestion): number =>
  choices.find(({ role }) => role === 'no-answer')?.count ?? 0

/** n: how many the percentages of a question are taken of. */
export const baseOf = (question: CountedQuestion): number | undefined =>
  question.asked === undefined || question.base === 'asked'
    ? question.asked
    : question.asked - noAnswersOf(question)

const sizeOf = ({ count, printed }: CountedChoice): number =>
  count ?? Number(printed === undefined ? -1 : (parseDecimal(printed)?.units ?? -1))

/** The order of rows in print. Equal ones stay as they were asked. */
export const orderChoices = ({
  choices,
  order,
}: Pick<CountedQuestion, 'choices' | 'order'>): readonly CountedChoice[] =>
  choices.toSorted((a, b) => {
    const roles = choiceRoles.indexOf(a.role) - choiceRoles.indexOf(b.role)
    return roles !== 0 || order === 'questionnaire' ? roles : sizeOf(b) - sizeOf(a)
  })

const rowOf = (question: CountedQuestion, choice: CountedChoice): TableRow => {
  const n = baseOf(question)
  if (choice.count === undefined || n === undefined)
    return { ...choice, percent: parseDecimal(choice.printed ?? '') }
  const isOutside = question.base === 'answered' && choice.role === 'no-answer'
  const ratio = { numerator: choice.count, denominator: n }
  return { ...choice, percent: isOutside ? undefined : percentOf(ratio, surveyRounding) }
}

const totalOf = (question: CountedQuestion): QuestionTable['total'] => {
  if (question.kind === 'shares') return undefined
  const counted = question.choices.filter(
    ({ role }) => question.base === 'asked' || role !== 'no-answer',
  )
  if (counted.length === 0 || counted.some(({ count }) => count === undefined)) return undefined
  const count = counted.reduce((sum, choice) => sum + (choice.count ?? 0), 0)
  const n = baseOf(question)
  const percent = n === undefined ? undefined : { numerator: count, denominator: n }
  return { count, percent: percent && percentOf(percent, surveyRounding) }
}

const sumsOf = (question: CountedQuestion, rows: readonly TableRow[]): QuestionTable['sums'] =>
  question.sums.flatMap(({ label, of }) => {
    const cells = rows.filter(({ code }) => of.includes(code)).map(({ percent }) => percent)
    if (cells.length !== of.length || cells.some((cell) => cell === undefined)) return []
    return [{ label, percent: sumDecimals(cells.filter((cell) => cell !== undefined)) }]
  })

/**
 * A question as cities print it. No cell is ever corrected so that a column adds up to 100.0, and sums of rows
 * are sums of what is printed.
 */
export const tabulate = (question: CountedQuestion): QuestionTable => {
  const rows = orderChoices(question).map((choice) => rowOf(question, choice))
  const n = baseOf(question)
  return {
    n,
    rows,
    sums: sumsOf(question, rows),
    total: totalOf(question),
    isReference: n !== undefined && n < referenceBelow,
  }
}
