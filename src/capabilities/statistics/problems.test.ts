import { expect, test } from 'vitest'
import { presetNames } from '../groups/presets.fixture.ts'
import type { StatisticsPreset } from './preset.ts'
import { statisticsOf } from './presets.fixture.ts'
import { findStatisticProblems } from './problems.ts'

test.each(presetNames)('%s の統計は読める', (preset) => {
  expect(findStatisticProblems(statisticsOf(preset))).toEqual([])
})

test.each<[string, (preset: StatisticsPreset) => void, string]>([
  ['同じ表', ({ tables }) => tables.push(tables[0]!), 'ageing: table twice'],
  [
    '同じ行',
    ({ tables }) => tables[0]!.rows.push(tables[0]!.rows[0]!),
    'ageing: row ageing-rate twice',
  ],
  [
    '足りない欄',
    ({ tables }) => tables[0]!.rows[0]!.cells.pop(),
    'ageing: row ageing-rate has 0 cells',
  ],
  [
    '0に占める割合',
    ({ tables }) => (tables[0]!.rows[0]!.cells[0] = { value: 1, of: 0 }),
    'ageing: row ageing-rate is a part of nothing',
  ],
  [
    '列のないところの切れ目',
    ({ tables }) =>
      tables[0]!.breaks.push({ before: 'nowhere', text: { ja: '―', en: '–' }, source: '003' }),
    'ageing: a break stands before nowhere, where no column ends',
  ],
])('%s は見つかる', (_, change, problem) => {
  const preset = statisticsOf('kamagaya')
  change(preset)
  expect(findStatisticProblems(preset)).toContain(problem)
})
