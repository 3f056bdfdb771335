import { sumYen, type Yen } from '#kernel/money.ts'
import { type Answers, type FormDefinition, findField, rowsAnswer } from '../forms/index.ts'

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
}

/** Names of the answers that every report form uses for its accounts. */
export const accountFields = { income: 'income', expense: 'expense' } as const

const amountsOf = (
  definition: FormDefinition,
  answers: Answers,
  code: string,
): readonly Yen[] | undefined => {
  const column = findField(definition, code)?.sum
  if (!column) return undefined
  return rowsAnswer(answers, code).flatMap((row) =>
    typeof row[column] === 'number' ? [row[column]] : [],
  )
}

/** Sets income against expenses. What is left is the city's as far as the city paid it. */
export const settle = (income: Yen, expense: Yen, cityShare: Yen): Settlement => {
  const left = Math.max(0, income - expense)
  return {
    income,
    expense,
    left,
    missing: Math.max(0, expense - income),
    unusedCityShare: Math.min(left, cityShare),
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
  return settle(sumYen(income), sumYen(expense), cityShare)
}
