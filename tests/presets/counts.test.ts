import { describe, expect, test } from 'vitest'
import { planPreset } from '#capabilities/plans/preset.ts'
import { statisticsPreset } from '#capabilities/statistics/preset.ts'
import { readPath } from './path.ts'
import { counts, listCitedFacts, presetNames, readJson } from './preset-files.ts'

/** Cells know their column, so that a path can name it. */
const joinColumns = (facts: unknown): unknown => ({
  tables: statisticsPreset.parse(facts).tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) => ({ ...cell, column: table.columns[at]?.key })),
    })),
  })),
})

/** `*` stands for the whole preset, of which the numbers of its facts are counted. */
const factsOf = (preset: string, file: string): unknown => {
  if (file === '*') return { facts: listCitedFacts(preset) }
  const facts = readJson(preset, file)
  if (file === 'statistics.json') return joinColumns(facts)
  return file.startsWith('plans/') ? planPreset.parse(facts) : facts
}

/** A printed figure may be text in the data and a number in the list. */
const asCounted = (found: unknown, count: number | string): unknown =>
  typeof count === 'number' && typeof found === 'string' && /^-?\d+(\.\d+)?$/.test(found)
    ? Number(found)
    : found

describe.each(presetNames)('%s', (preset) => {
  const list = counts.parse(readJson(preset, 'counts.json'))

  test('数えるものがある', () => {
    expect(list.length).toBeGreaterThan(20)
  })

  test.each(list.map((entry) => [entry.what, entry.path, entry] as const))(
    '%s（%s）',
    (_, path, { file, count }) => {
      expect(asCounted(readPath(factsOf(preset, file), path), count)).toEqual(count)
    },
  )

  test('数えた事実は、どれもデータの出典に引かれている', () => {
    const cited = new Set(listCitedFacts(preset))
    expect(list.flatMap(({ trace }) => trace).filter((fact) => !cited.has(fact))).toEqual([])
  })

  test('文書の事実は、番号に抜けなくデータに引かれている', () => {
    const cited = listCitedFacts(preset)
    const letter = cited[0]![0]!
    expect(cited).toEqual(cited.map((_, at) => `${letter}${String(at + 1).padStart(3, '0')}`))
    const counted = list.find(({ file }) => file === '*')
    expect(counted?.count).toBe(cited.length)
  })
})

test('データとちがう数は見つかる', () => {
  const facts = factsOf('kamagaya', 'plans/previous-plan.json')
  expect(readPath(facts, 'items[grade=A].length')).not.toBe(5)
  expect(asCounted('約75', 75)).not.toBe(75)
})
