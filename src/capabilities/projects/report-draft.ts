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

/**
 * The first answers of a report: what the proposal planned, line by line, so that the group writes only
 * what came of it. A form without such a table, or without such a column, goes without.
 */
export const draftReport = (definition: FormDefinition, proposal: Answers): Answers =>
  Object.fromEntries(
    tables.flatMap(({ report, proposal: planned, columns }) => {
      const field = findField(definition, report)
      if (field?.kind !== 'table') return []
      const rows = rowsAnswer(proposal, planned)
        .map((row) => draftRow(field, row, columns))
        .filter((row) => Object.keys(row).length > 0)
      return rows.length > 0 ? [[report, rows]] : []
    }),
  )
