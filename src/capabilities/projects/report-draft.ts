import type { Yen } from '#kernel/money.ts'
import {
  type Answers,
  type FormDefinition,
  type FormField,
  findField,
  type Row,
  rowsAnswer,
} from '../forms/index.ts'

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
  { report: 'expense', proposal: 'budget_expense', columns: { item: 'item', budget: 'amount' } },
]

/** A line of the plan in the columns that this report has; what came of it is left open. */
const draftRow = (field: FormField, row: Row, columns: Columns): Row =>
  Object.fromEntries(
    (field.columns ?? []).flatMap(({ code }) => {
      const value = row[columns[code] ?? '']
      return value === undefined || value === '' ? [] : [[code, value]]
    }),
  )

/** What was asked of the city, and what the agreement grants. */
export type Granted = { readonly requested: Yen | null; readonly agreed: Yen }

/** The line of the proposal's income that the city was to pay: the one of just that amount. */
const isAsked = (row: Row, { requested }: Granted): boolean =>
  requested !== null && row.amount === requested

/**
 * The plan as it stands under the agreement: the city's line has the agreed amount. What was to be spent of
 * a larger amount no longer holds: the group writes those budgets anew.
 */
const asAgreed = (code: string, rows: readonly Row[], granted: Granted): readonly Row[] => {
  if (granted.requested === granted.agreed) return rows
  if (code === 'budget_income')
    return rows.map((row) => (isAsked(row, granted) ? { ...row, amount: granted.agreed } : row))
  return code === 'budget_expense' ? rows.map(({ amount: _, ...row }) => row) : rows
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
