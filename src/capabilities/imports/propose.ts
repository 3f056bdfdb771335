import type { Table } from '#kernel/tables/index.ts'
import type { Importer, OpenImporter } from '#web/importer.ts'
import { type FoundHeader, findHeader, headerAt } from './find-header.ts'
import type { ImportPlan } from './plan.ts'

/** An importer as it stands open for the city. */
export type Opened = { readonly importer: Importer; readonly open: OpenImporter }

/** Which importer seems meant, how its sheet is to be read. */
export type Proposal = {
  readonly opened: Opened
  readonly table: Table
  readonly header: FoundHeader
  readonly plan: ImportPlan
}

const usualAnswers = ({ questions = [] }: OpenImporter): Record<string, string> =>
  Object.fromEntries(questions.map(({ code, usual }) => [code, usual]))

const none: FoundHeader = { row: 0, names: [], columns: {}, missing: [] }

/** A column that must be there and is not weighs more than several that are; no known column at all weighs most. */
const scoreOf = ({ columns, missing }: FoundHeader): number => {
  const known = Object.keys(columns).length
  return known === 0 ? -100 : known - missing.length * 4
}

const planOf = (table: Table, header: FoundHeader, open: OpenImporter): ImportPlan => ({
  sheet: table.name,
  header: header.row,
  columns: header.columns,
  answers: usualAnswers(open),
  unreadable: 'refuse-row',
  remembered: false,
})

const propose = (opened: Opened, table: Table, header: FoundHeader): Proposal => ({
  opened,
  table,
  header,
  plan: planOf(table, header, opened.open),
})

/** The sheet and the register that fit each other best. */
export const proposeBest = (
  tables: readonly Table[],
  all: readonly Opened[],
): Proposal | undefined => {
  const proposals = tables.flatMap((table) =>
    all.map((opened) => propose(opened, table, findHeader(table, opened.open.columns) ?? none)),
  )
  return proposals.reduce<Proposal | undefined>(
    (best, one) => (!best || scoreOf(one.header) > scoreOf(best.header) ? one : best),
    undefined,
  )
}

/** The reading of one sheet for one register, under the header people point to (or the one that is found). */
export const proposeFor = (
  table: Table,
  opened: Opened,
  headerRow: number | undefined,
): Proposal => {
  const header =
    headerRow === undefined
      ? (findHeader(table, opened.open.columns) ?? none)
      : headerAt(table, headerRow, opened.open.columns)
  return propose(opened, table, header)
}
