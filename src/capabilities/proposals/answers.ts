import { isYen } from '#kernel/money.ts'
import { cleanLine, cleanText } from '#kernel/text.ts'
import {
  type Answers,
  type FormDefinition,
  findField,
  rowsAnswer,
  textAnswer,
} from '../forms/index.ts'
import { type Figures, figureFields } from './figures.ts'
import type { ProposalFacts } from './queries/proposals.ts'

const wholeOf = (answers: Answers, code: string): number | null => {
  const value = answers[code]
  return typeof value === 'number' && isYen(value) ? value : null
}

const amountsOf = (
  definition: FormDefinition,
  answers: Answers,
  code: string,
): readonly number[] | null => {
  const column = findField(definition, code)?.sum
  if (!column) return null
  const rows = rowsAnswer(answers, code)
  return rows.map((row) => row[column]).filter((cell): cell is number => typeof cell === 'number')
}

/** The figures that the rules of a call speak of, out of the form's answers. */
export const figuresIn = (definition: FormDefinition, answers: Answers): Figures => ({
  requested: wholeOf(answers, figureFields.requested),
  years: wholeOf(answers, figureFields.years),
  income: amountsOf(definition, answers, figureFields.income),
  expense: amountsOf(definition, answers, figureFields.expense),
})

/** What lists show of a proposal. Figures that the database could not hold are left out. */
export const factsIn = (answers: Answers): ProposalFacts => {
  const years = wholeOf(answers, figureFields.years)
  return {
    title: cleanLine(textAnswer(answers, 'project_title')),
    summary: cleanText(textAnswer(answers, 'summary')),
    requested_amount: wholeOf(answers, figureFields.requested),
    years: years !== null && years >= 1 && years <= 10 ? years : null,
  }
}
