import type { StatisticsPreset, StatisticTable } from './preset.ts'

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
]

const problemsOfTable = (table: StatisticTable): string[] => [
  ...repeated(table.columns.map(({ key }) => key)).map((key) => `column ${key} twice`),
  ...repeated(table.rows.map(({ code }) => code)).map((code) => `row ${code} twice`),
  ...table.rows
    .filter((row) => row.cells.length !== table.columns.length)
    .map((row) => `row ${row.code} has ${row.cells.length} cells`),
  ...table.rows
    .filter((row) => row.cells.some(({ value, of }) => value !== null && of === 0))
    .map((row) => `row ${row.code} is a part of nothing`),
  ...table.breaks
    .filter(({ before }) => table.columns.findIndex(({ key }) => key === before) < 1)
    .map(({ before }) => `a break stands before ${before}, where no column ends`),
]

/** What makes tables unreadable, one line each. */
export const findStatisticProblems = ({ tables }: StatisticsPreset): string[] => [
  ...repeated(tables.map(({ id }) => id)).map((id) => `${id}: table twice`),
  ...tables.flatMap((table) => problemsOfTable(table).map((one) => `${table.id}: ${one}`)),
]
