/** What stands in a year of an item's row, and what it means. */
export type YearMark = {
  readonly year: number
  /** The code as printed; undefined where the row has no cell for the year. */
  readonly printed: string | undefined
  /** The mark that holds in the year: of an arrow, the one it carries on. */
  readonly holds: string | undefined
  readonly kind: 'mark' | 'continued' | 'blank' | 'none'
  /** Of an arrow: the year whose mark it carries on. */
  readonly since?: number | undefined
}

/** Codes with a meaning of their own in every plan: the arrow, and the cell that is printed empty. */
export const continuedMark = '→'
export const blankMark = '空欄'

const readMark = (
  year: number,
  printed: string | undefined,
  before: YearMark | undefined,
): YearMark => {
  if (printed === undefined) return { year, printed, holds: undefined, kind: 'none' }
  if (printed === blankMark) return { year, printed, holds: undefined, kind: 'blank' }
  if (printed !== continuedMark) return { year, printed, holds: printed, kind: 'mark' }
  return {
    year,
    printed,
    holds: before?.holds,
    kind: 'continued',
    since: before && (before.since ?? (before.holds ? before.year : undefined)),
  }
}

/**
 * Reads a row of the year plan from left to right: an arrow carries on what the year before holds, over
 * any number of arrows. An arrow after an empty cell carries on nothing, and says so.
 */
export const readMarks = (
  marks: Readonly<Record<string, string>>,
  years: readonly number[],
): YearMark[] => {
  const row: YearMark[] = []
  for (const year of [...years].sort((a, b) => a - b))
    row.push(readMark(year, marks[String(year)], row.at(-1)))
  return row
}
