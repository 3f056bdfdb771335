import { expect, test } from 'vitest'
import { type Figure, partsOfColumn, readFigures } from './figure.ts'
import { statisticsOf, tableOf } from './presets.fixture.ts'

const figureOf = (preset: string, id: string, code: string, key: string): Figure =>
  readFigures(tableOf(preset, id))
    .flat()
    .find(({ row, column }) => row.code === code && column.key === key)!

test('件数と母数から割合を計算し、印刷と同じか確かめる', () => {
  expect(figureOf('kamakura', 'survey-willingness', 'active', 'final')).toMatchObject({
    value: 28,
    of: 103,
    printed: '27.2',
    percent: '27.2',
    check: 'same',
    reconstructed: true,
  })
})

test('17÷19は印刷で89.4、四捨五入で89.5。切り捨てなら印刷と同じ', () => {
  expect(figureOf('kamakura', 'joint-proposal-rates', 'city', 'to-h30')).toMatchObject({
    percent: '89.5',
    printed: '89.4',
    check: 'floor',
  })
  expect(figureOf('kamakura', 'joint-proposal-rates', 'city', 'to-r1').check).toBe('same')
})

test('達成度の割合4・16・7／27は、印刷の小数第2位まで一致する', () => {
  const shares = ['a', 'b', 'c'].map((key) => figureOf('kamagaya', 'achievement', 'share', key))
  expect(shares.map(({ percent, printed, check }) => [percent, printed, check])).toEqual([
    ['14.81', '14.81', 'same'],
    ['59.26', '59.26', 'same'],
    ['25.93', '25.93', 'same'],
  ])
})

test('印刷が言葉なら、計算と比べない', () => {
  const figure = figureOf('kamakura', 'survey-willing-combined', 'willing', 'final')
  expect(figure).toMatchObject({ printed: '50％を超えている', percent: '53.4', check: undefined })
})

test('件数として印刷されたものは、割合と比べない', () => {
  expect(figureOf('kamagaya', 'achievement', 'information', 'items')).toMatchObject({
    value: 5,
    printed: '5項目',
    percent: undefined,
    check: undefined,
  })
})

test('母数のない割合からは、件数を作らない', () => {
  expect(figureOf('kamagaya', 'settlement', 'for-good', '2013')).toMatchObject({
    value: undefined,
    of: undefined,
    percent: undefined,
    printed: '29.2',
  })
})

test('母数は、問いの表では列のn、ほかの表では欄に書かれたものだけ', () => {
  expect(figureOf('kamakura', 'groups-by-field', 'culture-sports', 'r2-3')).toMatchObject({
    of: 390,
    percent: '37.9',
  })
  expect(figureOf('kamakura', 'joint-proposals', 'proposed', 'to-r1').of).toBeUndefined()
})

test('どの行にもないものには、列を作らない', () => {
  const parts = (preset: string, id: string) => partsOfColumn(readFigures(tableOf(preset, id)), 0)
  expect(parts('kamagaya', 'settlement')).toEqual({ count: false, percent: false, printed: true })
  expect(parts('kamakura', 'joint-proposals')).toEqual({
    count: true,
    percent: false,
    printed: false,
  })
  expect(parts('kamakura', 'joint-project-outcomes').printed).toBe(true)
})

test('印刷と計算がちがうところは、四市の統計で89.4だけ', () => {
  const different = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'].flatMap((preset) =>
    statisticsOf(preset).tables.flatMap((table) =>
      readFigures(table)
        .flat()
        .filter(({ check }) => check !== undefined && check !== 'same')
        .map(({ printed }) => [table.id, printed]),
    ),
  )
  expect(different).toEqual([['joint-proposal-rates', '89.4']])
})
