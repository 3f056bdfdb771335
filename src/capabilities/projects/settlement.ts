import { sumYen, type Yen } from '#kernel/money.ts'
import {
  type Answers,
  type FormDefinition,
  findField,
  type Row,
  rowsAnswer,
} from '../forms/index.ts'

/** What a report says of money, and what follows from it. */
export type Settlement = {
  readonly income: Yen
  readonly expense: Yen
  /** What is left of the income; 0 when all was spent. */
  readonly left: Yen
  /** Spent without an income that pays for it. */
  readonly missing: Yen
  /** The part of the city's share that was not used, and goes back to the city. */
  readonly unusedCityShare: Yen
  /** What the report takes from the city beyond the share that was agreed on. */
  readonly overShare: Yen
}

/** How people call the line of income that the city pays: 市の負担金、市からの委託料、茅ヶ崎市負担金、負担金（市）. */
const cityLine =
  /^市$|^市(の|から|が|費)|市の?(負担|補助|委託|交付)|[（(]市[）)]|the city|city’s|city's/i

/** True for a line of income that comes from the city, by what it is called. */
export const isCityLine = (item: unknown): boolean =>
  typeof item === 'string' && cityLine.test(item.trim())

/** Names of the answers that every report form uses for its accounts. */
export const accountFields = { income: 'income', expense: 'expense' } as const

const amountsIn = (rows: readonly Row[], column: string | undefined): readonly Yen[] =>
  rows.flatMap((row) => {
    const amount = column === undefined ? undefined : row[column]
    return typeof amount === 'number' ? [amount] : []
  })

const amountsOf = (
  definition: FormDefinition,
  answers: Answers,
  code: string,
): readonly Yen[] | undefined => {
  const column = findField(definition, code)?.sum
  return column ? amountsIn(rowsAnswer(answers, code), column) : undefined
}

/** Sets income against expenses. What is left is the city's as far as the city paid it. */
export const settle = (
  income: Yen,
  expense: Yen,
  share: { readonly agreed: Yen; readonly taken: Yen },
): Settlement => {
  const left = Math.max(0, income - expense)
  return {
    income,
    expense,
    left,
    missing: Math.max(0, expense - income),
    unusedCityShare: Math.min(left, share.agreed),
    overShare: Math.max(0, share.taken - share.agreed),
  }
}

/** The accounts of a report; undefined where the city's form has none or nothing was written yet. */
export const settleReport = (
  definition: FormDefinition,
  answers: Answers,
  cityShare: Yen,
): Settlement | undefined => {
  const income = amountsOf(definition, answers, accountFields.income)
  const expense = amountsOf(definition, answers, accountFields.expense)
  if (!income || !expense || income.length + expense.length === 0) return undefined
  const fromCity = rowsAnswer(answers, accountFields.income).filter(({ item }) => isCityLine(item))
  const taken = amountsIn(fromCity, findField(definition, accountFields.income)?.sum)
  return settle(sumYen(income), sumYen(expense), { agreed: cityShare, taken: sumYen(taken) })
}
