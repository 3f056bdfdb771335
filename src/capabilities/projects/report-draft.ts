import { formatYen, type Yen } from '#kernel/money.ts'
import {
  type Answers,
  type FormDefinition,
  type FormField,
  findField,
  type Row,
  rowsAnswer,
  sumColumn,
} from '../forms/index.ts'
import type { AgreedLine } from './agreement-sums.ts'

/** From which column of the proposal a column of the report is filled in. */
type Columns = Readonly<Record<string, string>>

/** The tables of a report that set results against the proposal's own: figures, income, expenses. */
const tables: readonly {
  readonly report: string
  readonly proposal: string
  readonly columns: Columns
}[] = [
  {
    report: 'indicators',
    proposal: 'indicators',
    columns: { indicator: 'indicator', target: 'target' },
  },
  { report: 'income', proposal: 'budget_income', columns: { item: 'item', budget: 'amount' } },
  {
    report: 'expense',
    proposal: 'budget_expense',
    columns: { item: 'item', budget: 'amount', note: 'asked' },
  },
]

/** A line of the plan in the columns that this report has; what came of it is left open. */
const draftRow = (field: FormField, row: Row, columns: Columns): Row =>
  Object.fromEntries(
    (field.columns ?? []).flatMap(({ code }) => {
      const value = row[columns[code] ?? '']
      return value === undefined || value === '' ? [] : [[code, value]]
    }),
  )

/** What was asked of the city, and what the agreement grants: how much, and for what where it says so. */
export type Granted = {
  readonly requested: Yen | null
  readonly agreed: Yen
  readonly lines: readonly AgreedLine[]
}

const isCut = ({ requested, agreed }: Granted): boolean => requested !== agreed

/** The line of the proposal's income that the city was to pay: the one of just that amount. */
const isAsked = (row: Row, { requested }: Granted): boolean =>
  requested !== null && row.amount === requested

/** What was to be spent of another amount no longer holds; it stands beside the budget that is written anew. */
const asAsked = ({ amount, ...row }: Row): Row =>
  typeof amount === 'number' ? { ...row, asked: `申請時 ${formatYen(amount, 'ja')}` } : row

/**
 * The plan as it stands under the agreement: the city's line has the agreed amount, and what the money is for is
 * what both have signed.
 */
const asAgreed = (code: string, rows: readonly Row[], granted: Granted): readonly Row[] => {
  if (!isCut(granted)) return rows
  if (code === 'budget_income')
    return rows.map((row) => (isAsked(row, granted) ? { ...row, amount: granted.agreed } : row))
  if (code !== 'budget_expense') return rows
  return granted.lines.length > 0
    ? granted.lines.map(({ item, amount }) => ({ item, amount }))
    : rows.map(asAsked)
}

/** From what the budgets of a report begin where the city gave another amount than was asked for. */
export type BudgetBasis = {
  readonly from: 'agreement' | 'proposal'
  /** What is to come in under the agreement, and so can be spent. */
  readonly total: Yen
}

/** @returns undefined where the proposal's own budget is what was agreed on */
export const budgetBasis = (proposal: Answers, granted: Granted): BudgetBasis | undefined => {
  if (!isCut(granted)) return undefined
  const income = asAgreed('budget_income', rowsAnswer(proposal, 'budget_income'), granted)
  return {
    from: granted.lines.length > 0 ? 'agreement' : 'proposal',
    total: sumColumn(income, 'amount'),
  }
}

/**
 * The first answers of a report: what was planned and agreed on, line by line, so that the group writes only
 * what came of it. A form without such a table, or without such a column, goes without.
 */
export const draftReport = (
  definition: FormDefinition,
  proposal: Answers,
  granted: Granted,
): Answers =>
  Object.fromEntries(
    tables.flatMap(({ report, proposal: planned, columns }) => {
      const field = findField(definition, report)
      if (field?.kind !== 'table') return []
      const rows = asAgreed(planned, rowsAnswer(proposal, planned), granted)
        .map((row) => draftRow(field, row, columns))
        .filter((row) => Object.keys(row).length > 0)
      return rows.length > 0 ? [[report, rows]] : []
    }),
  )
