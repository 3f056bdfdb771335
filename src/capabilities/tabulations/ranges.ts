/** What can be said of a cell that is not shown, when everything else is known. */
export type Range = { readonly low: number; readonly high: number }

/** Rows of counts, and which of them are hidden. Totals of rows and columns are always known. */
export type Mask = readonly (readonly boolean[])[]
export type Counts = readonly (readonly number[])[]

type Residual = {
  readonly rows: number
  readonly columns: number
  /** How much may still go from column to row, and from row to column. */
  readonly up: number[][]
  readonly down: number[][]
}

const unlimited = Number.MAX_SAFE_INTEGER

/**
 * The hidden cells as a flow between rows and columns. To make one larger, a chain of others in the same rows and
 * columns must go down and up in turn, and none may fall below 0.
 */
const residualOf = (counts: Counts, hidden: Mask, lowers: boolean): Residual => {
  const capacities = (falls: boolean): number[][] =>
    counts.map((row, r) =>
      row.map((value, c) => (hidden[r]?.[c] ? (falls ? value : unlimited) : 0)),
    )
  return {
    rows: counts.length,
    columns: counts[0]?.length ?? 0,
    up: capacities(!lowers),
    down: capacities(lowers),
  }
}

/** A way from column `from` to row `to` on which something may still go, as nodes in turn. */
const findWay = (residual: Residual, from: number, to: number): number[] | undefined => {
  const { rows, columns, up, down } = residual
  const isColumn = (node: number): boolean => node >= rows
  const cameFrom = new Map<number, number>([[rows + from, -1]])
  const waiting = [rows + from]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node === to) break
    const next = isColumn(node)
      ? up.flatMap((row, r) => ((row[node - rows] ?? 0) > 0 ? [r] : []))
      : Array.from({ length: columns }, (_, c) => c)
          .filter((c) => (down[node]?.[c] ?? 0) > 0)
          .map((c) => rows + c)
    for (const one of next)
      if (!cameFrom.has(one)) {
        cameFrom.set(one, node)
        waiting.push(one)
      }
  }
  if (!cameFrom.has(to)) return undefined
  const way: number[] = []
  for (let node = to; node !== -1; node = cameFrom.get(node)!) way.unshift(node)
  return way
}

type Hop = { readonly row: number; readonly column: number; readonly isUp: boolean }

const hopsOf = (way: readonly number[], rows: number): Hop[] =>
  way.slice(1).map((node, at) => {
    const before = way[at]!
    return before >= rows
      ? { row: node, column: before - rows, isUp: true }
      : { row: before, column: node - rows, isUp: false }
  })

/** Sends as much as goes along one way; what went can be sent back. */
const push = ({ up, down }: Residual, hops: readonly Hop[], wanted: number): number => {
  const room = ({ row, column, isUp }: Hop): number => (isUp ? up : down)[row]![column]!
  const amount = Math.min(wanted, ...hops.map(room))
  for (const { row, column, isUp } of hops) {
    const [used, back] = isUp ? [up, down] : [down, up]
    if (used[row]![column] !== unlimited) used[row]![column]! -= amount
    if (back[row]![column] !== unlimited) back[row]![column]! += amount
  }
  return amount
}

/** How far the cell can be moved, up or down, while all totals stay. */
const slackOf = (
  counts: Counts,
  hidden: Mask,
  cell: { readonly row: number; readonly column: number; readonly lowers: boolean },
): number => {
  const residual = residualOf(counts, hidden, cell.lowers)
  residual.up[cell.row]![cell.column] = 0
  residual.down[cell.row]![cell.column] = 0
  const limit = cell.lowers ? counts[cell.row]![cell.column]! : unlimited
  let moved = 0
  while (moved < limit) {
    const way = findWay(residual, cell.column, cell.row)
    if (!way) break
    moved += push(residual, hopsOf(way, residual.rows), limit - moved)
  }
  return moved
}

/** Exactly what whoever knows all totals and all shown cells can find out about a hidden one. */
export const rangeOfCell = (counts: Counts, hidden: Mask, row: number, column: number): Range => {
  const value = counts[row]![column]!
  return {
    low: value - slackOf(counts, hidden, { row, column, lowers: true }),
    high: value + slackOf(counts, hidden, { row, column, lowers: false }),
  }
}
