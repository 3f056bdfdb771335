import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { LiveTable } from '#web/live-table.ts'
import type { StatisticTable } from './preset.ts'

type Counted = Awaited<ReturnType<LiveTable['count']>>

/** What stands in the place of a document for figures that are counted here. */
export const countedHere = both('このサイトの記録', 'Records of this site')

/** The counts in the shape in which documents print theirs. */
export const tableOfCounts = (live: LiveTable, { columns, rows }: Counted): StatisticTable => ({
  id: live.code,
  theme: live.theme,
  title: live.title,
  unit: live.unit,
  kind: live.kind,
  columns: [...columns],
  rows: rows.map(({ code, label, values }) => ({
    code,
    label,
    cells: values.map((value) => ({ value })),
    source: countedHere.ja,
  })),
  notes: [],
  breaks: [],
  source: countedHere.ja,
})

/** True when both count the same thing in the same way, so that they may stand in one table. */
const isContinued = (printed: StatisticTable, live: LiveTable): boolean =>
  printed.kind === live.kind && printed.unit.ja === live.unit.ja

const fromHere = both(
  'ここから右は、このサイトの登録を数えたものです。数え方が、左の公表された数とちがうことがあります。',
  'From here on the records of this site are counted. The printed figures before may have been counted in another way.',
)

const blanks = (count: number) => Array.from({ length: count }, () => ({ value: null }))

/**
 * The printed table with the counts of today as further columns. Rows are told apart by their codes; a break
 * stands between what a city printed and what is counted here.
 */
export const continueTable = (printed: StatisticTable, live: StatisticTable): StatisticTable => {
  const counted = new Map(live.rows.map((row) => [row.code, row]))
  const known = new Set(printed.rows.map(({ code }) => code))
  const [first] = live.columns
  return {
    ...printed,
    columns: [...printed.columns, ...live.columns],
    rows: [
      ...printed.rows.map((row) => ({
        ...row,
        source: `${row.source}; ${countedHere.ja}`,
        cells: [...row.cells, ...(counted.get(row.code)?.cells ?? blanks(live.columns.length))],
      })),
      ...live.rows
        .filter(({ code }) => !known.has(code))
        .map((row) => ({ ...row, cells: [...blanks(printed.columns.length), ...row.cells] })),
    ],
    breaks: first
      ? [...printed.breaks, { before: first.key, text: fromHere, source: countedHere.ja }]
      : printed.breaks,
  }
}

/** A live table, told by the code in the address. */
export const findLive = (tables: readonly LiveTable[], code: string): LiveTable | undefined =>
  tables.find((table) => table.code === code)

const ofItsOwn = /-now$/

/** What stands at an address of a table. */
export type Shown = {
  readonly table: StatisticTable
  /** Set where the table holds counts of today. */
  readonly live?: LiveTable
  /** A table of the other sort that is about the same. */
  readonly other?: { readonly id: string; readonly title: Bilingual }
}

const otherOf = ({ id, title }: Pick<StatisticTable, 'id' | 'title'>) => ({ id, title })

/**
 * Puts together what stands at `id`: a printed table, counts of today, or the one continued by the other.
 * @param printed the printed table of that code, if there is one
 */
export const compose = async (
  id: string,
  printed: StatisticTable | undefined,
  counted: { readonly live: LiveTable; readonly count: () => Promise<Counted> } | undefined,
): Promise<Shown | undefined> => {
  if (!counted) return ofItsOwn.test(id) || !printed ? undefined : { table: printed }
  const { live } = counted
  if (printed && !isContinued(printed, live))
    return ofItsOwn.test(id)
      ? {
          table: { ...tableOfCounts(live, await counted.count()), id },
          live,
          other: otherOf(printed),
        }
      : { table: printed, other: { id: `${live.code}-now`, title: live.title } }
  if (ofItsOwn.test(id)) return undefined
  const table = tableOfCounts(live, await counted.count())
  return { table: printed ? continueTable(printed, table) : table, live }
}

/** The code of the table that an address is about, whichever sort it shows. */
export const codeOf = (id: string): string => id.replace(ofItsOwn, '')

/** Where the counts of a live table stand, beside the tables that the city printed. */
export const placeOfLive = (live: LiveTable, tables: readonly StatisticTable[]): string => {
  const printed = tables.find(({ id }) => id === live.code)
  return printed && !isContinued(printed, live) ? `${live.code}-now` : live.code
}
