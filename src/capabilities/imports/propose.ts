import { foldHeader, type Table } from '#kernel/tables/index.ts'
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

/**
 * A column that must be there and is not weighs more than several that are; no known column at all weighs most. Where two
 * registers know as many, the one whose usual words the header uses is meant: 名称 is a facility's, 団体名 a group's.
 */
const scoreOf = ({ columns, missing, names }: FoundHeader, open: OpenImporter): number => {
  const known = Object.entries(columns)
  if (known.length === 0) return -100
  const usual = known.filter(([code, column]) => {
    const [first = ''] = open.columns.find((one) => one.code === code)?.names ?? []
    return foldHeader(first) === foldHeader(names[column - 1] ?? '')
  })
  return known.length - missing.length * 4 + usual.length / 10
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

const fitOf = ({ header, opened }: Proposal): number => scoreOf(header, opened.open)

/** The sheet and the register that fit each other best. */
export const proposeBest = (
  tables: readonly Table[],
  all: readonly Opened[],
): Proposal | undefined => {
  const proposals = tables.flatMap((table) =>
    all.map((opened) => propose(opened, table, findHeader(table, opened.open.columns) ?? none)),
  )
  return proposals.reduce<Proposal | undefined>(
    (best, one) => (!best || fitOf(one) > fitOf(best) ? one : best),
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
