import { type Counts, type Mask, rangeOfCell } from './ranges.ts'

const emptyMask = (counts: Counts, value: boolean): boolean[][] =>
  counts.map((row) => row.map(() => value))

/** Counts of 1 up to below the threshold tell of few people; 0 tells of nobody. */
export const isSmall = (count: number, threshold: number): boolean => count > 0 && count < threshold

type Cell = { readonly row: number; readonly column: number }

const widthOf = (counts: Counts, hidden: Mask, { row, column }: Cell): number => {
  const { low, high } = rangeOfCell(counts, hidden, row, column)
  return high - low + 1
}

/**
 * How many values must stay possible for a hidden cell: as many as the threshold, or all that the totals alone
 * leave open. Nobody learns more from the table than from the results of the two questions by themselves.
 */
export const neededWidth = (counts: Counts, threshold: number, cell: Cell): number =>
  Math.min(threshold, widthOf(counts, emptyMask(counts, true), cell))

const cellsOf = (hidden: Mask): readonly Cell[] =>
  hidden.flatMap((row, r) => row.flatMap((is, c) => (is ? [{ row: r, column: c }] : [])))

const hide = (hidden: boolean[][], cells: readonly Cell[]): boolean[][] => {
  const copy = hidden.map((row) => [...row])
  for (const { row, column } of cells) copy[row]![column] = true
  return copy
}

/** The other three corners of a rectangle: with them hidden, the cell can move against each. */
const cornersOf = (counts: Counts, { row, column }: Cell): readonly (readonly Cell[])[] =>
  counts.flatMap((_, r) =>
    r === row
      ? []
      : counts[0]!.flatMap((_, c) =>
          c === column
            ? []
            : [
                [
                  { row, column: c },
                  { row: r, column },
                  { row: r, column: c },
                ],
              ],
        ),
  )

/** What is lost for the reader when these cells are hidden too. */
const lossOf = (counts: Counts, hidden: Mask, cells: readonly Cell[]): number =>
  cells.reduce(
    (sum, { row, column }) => sum + (hidden[row]![column] ? 0 : 1 + counts[row]![column]!),
    0,
  )

type Step = { readonly hidden: boolean[][]; readonly width: number; readonly loss: number }

const better = (needed: number, a: Step, b: Step): Step => {
  const [wa, wb] = [Math.min(a.width, needed), Math.min(b.width, needed)]
  if (wa !== wb) return wa > wb ? a : b
  return b.loss < a.loss ? b : a
}

/** Hides the corners that protect the cell best, and of those the ones that lose least. */
const widen = (counts: Counts, hidden: boolean[][], cell: Cell, needed: number): boolean[][] => {
  const steps = cornersOf(counts, cell)
    .filter((corners) => lossOf(counts, hidden, corners) > 0)
    .map((corners): Step => {
      const next = hide(hidden, corners)
      const loss = lossOf(counts, hidden, corners)
      return { hidden: next, width: widthOf(counts, next, cell), loss }
    })
  if (steps.length === 0) return emptyMask(counts, true)
  return steps.reduce((a, b) => better(needed, a, b)).hidden
}

/**
 * Which cells of a table are hidden: small ones, and as many others as it takes that none of them can be found from
 * the totals and from what is shown.
 */
export const suppress = (counts: Counts, threshold: number): Mask => {
  let hidden = counts.map((row) => row.map((count) => isSmall(count, threshold)))
  for (;;) {
    const weak = cellsOf(hidden).find(
      (cell) => widthOf(counts, hidden, cell) < neededWidth(counts, threshold, cell),
    )
    if (!weak) return hidden
    hidden = widen(counts, hidden, weak, neededWidth(counts, threshold, weak))
  }
}

/**
 * The same for a question with several answers, where every row stands for itself: those who ticked and those who
 * did not are the two rows of a table of its own, with the bases of the columns as its totals.
 * @param bases how many of each column were asked
 */
export const suppressMultiple = (
  counts: Counts,
  bases: readonly number[],
  threshold: number,
): Mask =>
  counts.map((row) => {
    const others = row.map((count, c) => bases[c]! - count)
    const table = [row, others]
    let hidden = table.map(() => row.map((count) => isSmall(count, threshold)))
    for (;;) {
      const weak = cellsOf([hidden[0]!]).find(
        (cell) => widthOf(table, hidden, cell) < neededWidth(table, threshold, cell),
      )
      if (!weak) return hidden[0]!
      hidden = widen(table, hidden, weak, neededWidth(table, threshold, weak))
    }
  })
