import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counts, type Mask, rangeOfCell } from './ranges.ts'
import { neededWidth, suppress, suppressMultiple } from './suppression.ts'

const totals = (counts: Counts) => ({
  rows: counts.map((row) => row.reduce((a, b) => a + b, 0)),
  columns: counts[0]!.map((_, c) => counts.reduce((sum, row) => sum + row[c]!, 0)),
})

/** Everyone who knows totals and shown cells: tries every filling there is, cell by cell. */
const solveByTrying = (counts: Counts, hidden: Mask): Map<string, Set<number>> => {
  const { rows, columns } = totals(counts)
  const cells = counts.flatMap((row, r) =>
    row.flatMap((_, c) => (hidden[r]![c] ? [[r, c] as const] : [])),
  )
  const left = {
    rows: rows.map(
      (sum, r) => sum - counts[r]!.reduce((a, v, c) => a + (hidden[r]![c] ? 0 : v), 0),
    ),
    columns: columns.map(
      (sum, c) => sum - counts.reduce((a, row, r) => a + (hidden[r]![c] ? 0 : row[c]!), 0),
    ),
  }
  const found = new Map(cells.map(([r, c]) => [`${r} ${c}`, new Set<number>()]))
  const tried: number[] = []
  const fill = (at: number): void => {
    if (at === cells.length) {
      if ([...left.rows, ...left.columns].every((rest) => rest === 0))
        for (const [i, [r, c]] of cells.entries()) found.get(`${r} ${c}`)!.add(tried[i]!)
      return
    }
    const [r, c] = cells[at]!
    const isLast = (same: (cell: readonly [number, number]) => boolean): boolean =>
      !cells.slice(at + 1).some(same)
    const most = Math.min(left.rows[r]!, left.columns[c]!)
    for (let value = 0; value <= most; value += 1) {
      if (isLast(([row]) => row === r) && left.rows[r] !== value) continue
      if (isLast(([, column]) => column === c) && left.columns[c] !== value) continue
      left.rows[r]! -= value
      left.columns[c]! -= value
      tried[at] = value
      fill(at + 1)
      left.rows[r]! += value
      left.columns[c]! += value
    }
  }
  fill(0)
  return found
}

const table = (most: number, size = 3) =>
  fc
    .tuple(fc.integer({ min: 2, max: size }), fc.integer({ min: 2, max: size }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )

describe('小さい数の秘匿', () => {
  test('1人から4人までのますを隠し、0人と5人以上は隠す理由がなければ見せる', () => {
    const hidden = suppress(
      [
        [3, 20, 30],
        [25, 18, 12],
        [40, 9, 16],
      ],
      5,
    )
    expect(hidden[0]![0]).toBe(true)
    expect(hidden.flat().filter(Boolean).length).toBe(4)
    expect(
      suppress(
        [
          [0, 20],
          [25, 18],
        ],
        5,
      )
        .flat()
        .some(Boolean),
    ).toBe(false)
  })

  test('合計から引き算しても、隠したますの数は分からない', () => {
    const counts = [
      [2, 20],
      [30, 40],
    ]
    const alone = [
      [true, false],
      [false, false],
    ]
    expect(rangeOfCell(counts, alone, 0, 0)).toEqual({ low: 2, high: 2 })
    expect(suppress(counts, 5)).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('求めた範囲は、すべての埋め方を試した結果と一致する', () => {
    fc.assert(
      fc.property(
        table(6).chain((counts) =>
          fc.tuple(
            fc.constant(counts),
            fc.array(
              fc.array(fc.boolean(), {
                minLength: counts[0]!.length,
                maxLength: counts[0]!.length,
              }),
              { minLength: counts.length, maxLength: counts.length },
            ),
          ),
        ),
        ([counts, hidden]) => {
          for (const [key, values] of solveByTrying(counts, hidden)) {
            const [r, c] = key.split(' ').map(Number)
            const range = rangeOfCell(counts, hidden, r!, c!)
            expect([range.low, range.high]).toEqual([Math.min(...values), Math.max(...values)])
          }
        },
      ),
      { numRuns: 150, seed: 7 },
    )
  })

  test('すべての埋め方を試す人にも、隠したますは決めた幅より狭くならない', () => {
    fc.assert(
      fc.property(table(7), (counts) => {
        const hidden = suppress(counts, 5)
        for (const [key, values] of solveByTrying(counts, hidden)) {
          const [row, column] = key.split(' ').map(Number)
          const needed = neededWidth(counts, 5, { row: row!, column: column! })
          expect(values.size).toBeGreaterThanOrEqual(needed)
        }
      }),
      { numRuns: 150, seed: 7 },
    )
  })

  test('大きい表でも、見えている小さい数は一つもない', () => {
    fc.assert(
      fc.property(table(60, 8), (counts) => {
        const hidden = suppress(counts, 5)
        counts.forEach((row, r) => {
          row.forEach((count, c) => {
            if (count > 0 && count < 5) expect(hidden[r]![c]).toBe(true)
            if (!hidden[r]![c]) return
            const { low, high } = rangeOfCell(counts, hidden, r, c)
            const needed = neededWidth(counts, 5, { row: r, column: c })
            expect(high - low + 1).toBeGreaterThanOrEqual(needed)
          })
        })
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  test('複数回答では、行ごとの合計と列の人数から求められないように隠す', () => {
    const bases = [12, 40, 50]
    const hidden = suppressMultiple(
      [
        [2, 20, 30],
        [10, 22, 35],
      ],
      bases,
      5,
    )
    expect(hidden[0]!.filter(Boolean).length).toBe(2)
    expect(hidden[1]!.some(Boolean)).toBe(false)
  })
})
