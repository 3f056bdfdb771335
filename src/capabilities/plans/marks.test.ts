import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMarks } from './marks.ts'
import { planOf } from './presets.fixture.ts'

const years = [2008, 2009, 2010, 2011, 2012]
const read = (...cells: readonly string[]) =>
  readMarks(Object.fromEntries(cells.map((cell, at) => [String(2008 + at), cell])), years)

test('矢印は、前の年度の印が続くことを表す', () => {
  expect(read('空欄', '検討', '実施', '→', '→').map(({ holds }) => holds)).toEqual([
    undefined,
    '検討',
    '実施',
    '実施',
    '実施',
  ])
})

test('続いた矢印も、はじまりの年度を覚えている', () => {
  const [, , , , last] = read('検討', '実施', '→', '→', '→')
  expect(last).toMatchObject({ kind: 'continued', printed: '→', holds: '実施', since: 2009 })
})

test('空欄のあとの矢印は、何も続けない', () => {
  const [, second] = read('空欄', '→')
  expect(second).toMatchObject({ kind: 'continued', holds: undefined, since: undefined })
})

test('欄のない年度は、空欄とは区別する', () => {
  expect(read('空欄').map(({ kind }) => kind)).toEqual(['blank', 'none', 'none', 'none', 'none'])
})

test('印刷されたすべての年次の印が、何かを意味している', () => {
  const plan = planOf('yamaguchi', 'plan')
  const cells = plan.items.flatMap((item) => readMarks(item.marks, plan.years))
  const arrows = cells.filter(({ kind }) => kind === 'continued')
  expect(arrows).toHaveLength(113)
  expect(arrows.filter(({ holds }) => holds === undefined)).toEqual([])
})

const cell = fc.constantFrom('→', '空欄', '検討', '実施', '見直し・実施')
const row = fc.array(fc.option(cell, { nil: undefined }), { minLength: 1, maxLength: 12 })
const asMarks = (cells: readonly (string | undefined)[]): Record<string, string> =>
  Object.fromEntries(
    cells.flatMap((code, at) => (code === undefined ? [] : [[String(2000 + at), code]])),
  )
const yearsOf = (cells: readonly unknown[]): number[] => cells.map((_, at) => 2000 + at)

test('矢印は、直前の年度が表すものを表す。何本続いても同じである', () => {
  fc.assert(
    fc.property(row, (cells) => {
      const read = readMarks(asMarks(cells), yearsOf(cells))
      expect(read).toHaveLength(cells.length)
      for (const [at, mark] of read.entries()) {
        expect(mark.printed).toBe(cells[at])
        if (mark.kind === 'continued') expect(mark.holds).toBe(read[at - 1]?.holds)
        if (mark.kind === 'blank' || mark.kind === 'none') expect(mark.holds).toBeUndefined()
        if (mark.kind === 'mark') expect(mark.holds).toBe(mark.printed)
      }
    }),
  )
})

test('矢印のはじまりは、同じ印が印刷された年度であり、その間はすべて矢印である', () => {
  fc.assert(
    fc.property(row, (cells) => {
      const read = readMarks(asMarks(cells), yearsOf(cells))
      for (const mark of read.filter(({ kind }) => kind === 'continued')) {
        expect(mark.since === undefined).toBe(mark.holds === undefined)
        if (mark.since === undefined) continue
        expect(read.find(({ year }) => year === mark.since)?.printed).toBe(mark.holds)
        const between = read.filter(({ year }) => year > mark.since! && year < mark.year)
        expect(between.every(({ kind }) => kind === 'continued')).toBe(true)
      }
    }),
  )
})

test('矢印を、それが続ける印に書きかえても、どの年度の意味も変わらない', () => {
  fc.assert(
    fc.property(row, (cells) => {
      const years = yearsOf(cells)
      const read = readMarks(asMarks(cells), years)
      const written = read.map(({ kind, holds, printed }) =>
        kind === 'continued' ? holds : printed,
      )
      const again = readMarks(asMarks(written), years)
      expect(again.map(({ holds }) => holds)).toEqual(read.map(({ holds }) => holds))
    }),
  )
})

test('改訂で後の年度を加えても変えても、前の年度の意味は変わらない', () => {
  fc.assert(
    fc.property(row, row, (before, added) => {
      const cells = [...before, ...added]
      const whole = readMarks(asMarks(cells), yearsOf(cells))
      expect(whole.slice(0, before.length)).toEqual(readMarks(asMarks(before), yearsOf(before)))
    }),
  )
})

test('年度の並べ方は、読み方を変えない', () => {
  fc.assert(
    fc.property(row, (cells) => {
      const years = yearsOf(cells)
      const marks = asMarks(cells)
      expect(readMarks(marks, years.toReversed())).toEqual(readMarks(marks, years))
    }),
  )
})
