import { expect, test } from 'vitest'
import { chartOf, ticksOf } from './chart.ts'
import { tableOf } from './presets.fixture.ts'

const chart = (preset: string, id: string) => chartOf(tableOf(preset, id), 'ja')

test('年ごとの表は、行ごとの線になる', () => {
  const lines = chart('kamagaya', 'settlement')
  expect(lines).toMatchObject({ kind: 'lines', measure: 'figure' })
  expect(lines?.kind === 'lines' && lines.lines[0]?.points.map((point) => point?.value)).toEqual([
    33.5, 35.2, 29.2,
  ])
})

test('印刷のない年には、点を打たない', () => {
  const lines = chart('yamaguchi', 'registered-groups')
  expect(lines?.kind === 'lines' && lines.lines.map(({ points }) => points.map(Boolean))).toEqual([
    [true, false],
    [false, true],
  ])
})

test('母数のある表は、割合の棒になり、件数を添える', () => {
  const bars = chart('kamakura', 'survey-willingness')
  expect(bars).toMatchObject({ kind: 'bars', measure: 'percent', max: 50 })
  expect(bars?.kind === 'bars' && bars.groups[0]?.points[0]).toEqual({
    label: '積極的に協働によるまちづくりに取り組みたい',
    value: 27.2,
    text: '27.2%（28）',
  })
})

test('件数の表にまじる割合の行は、件数と並べて描かない', () => {
  const bars = chart('kamagaya', 'achievement')
  expect(bars).toMatchObject({ kind: 'bars', measure: 'figure', max: 27 })
  const labels = bars?.kind === 'bars' ? bars.groups[0]!.points.map(({ label }) => label) : []
  expect(labels).toContain('全体')
  expect(labels).not.toContain('割合（全体27項目に占める％）')
})

test.each([
  ['yamaguchi', 'state-in-words'],
  ['kamagaya', 'ageing'],
  ['chigasaki', 'programme-end'],
  ['chigasaki', 'programme-projects'],
])('%s の %s には、描ける数が二つない', (preset, id) => {
  expect(chart(preset, id)).toBeUndefined()
})

const columnsOf = (...labels: readonly { ja: string; asOf?: string }[]) =>
  labels.map(({ ja, asOf }) => ({ key: ja, label: { ja, en: ja }, ...(asOf ? { asOf } : {}) }))

test('表の見出しが目盛りに収まるときは、表と同じ言葉を使う', () => {
  expect(ticksOf(columnsOf({ ja: '平成15年度' }, { ja: '平成20年度' }), 'ja')).toEqual([
    '平成15年度',
    '平成20年度',
  ])
  expect(ticksOf(tableOf('kamagaya', 'settlement').columns, 'ja')).toEqual([
    '平成15年度',
    '平成20年度',
    '平成25年度',
  ])
})

test('表の見出しが長いときは、目盛りを一つの暦にそろえる', () => {
  const registered = columnsOf(
    { ja: '平成10年度（1998年度）' },
    { ja: '令和元年（2019年）10月末', asOf: '2019-10-31' },
    { ja: '平成12年9月' },
    { ja: 'H26（平成26年）' },
  )
  expect(ticksOf(registered, 'ja')).toEqual(['1998年度', '2019年10月', '2000年9月', '2014年'])
  expect(ticksOf(registered, 'en')).toEqual(['FY1998', '2019-10', '2000-09', '2014'])
})

test('年度の目盛りは、基準日のある年ではなく、その年度である', () => {
  const ends = columnsOf(
    { ja: '令和5年度（2023年度）末', asOf: '2024-03-31' },
    { ja: '令和7年度（2025年度）末', asOf: '2026-03-31' },
    { ja: '令和8年度（2026年度）・途中', asOf: '2026-11-20' },
  )
  expect(ticksOf(ends, 'ja')).toEqual(['2023年度', '2025年度', '2026年度'])
  expect(ticksOf(ends, 'en')).toEqual(['FY2023', 'FY2025', 'FY2026'])
})

test('年の読めない目盛りがあれば、どれも元の見出しのまま短くする', () => {
  expect(ticksOf(columnsOf({ ja: '平成15年度' }, { ja: '本文の説明による数' }), 'ja')).toEqual([
    '平成15年度',
    '本文の説明による',
  ])
})
