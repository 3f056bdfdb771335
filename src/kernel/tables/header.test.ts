import { describe, expect, test } from 'vitest'
import { type Column, cellOf, matchHeader } from './header.ts'
import { foldHeader } from './header-name.ts'
import { settleRows } from './settle-rows.ts'
import { listShiftedRows } from './shifted-rows.ts'

const columns: readonly Column[] = [
  { code: 'no', names: ['NO', 'ID'], kind: 'code' },
  { code: 'name', names: ['名称', '団体名'], required: true, kind: 'line' },
  { code: 'postal', names: ['郵便番号'], kind: 'postal-code' },
  { code: 'phone', names: ['電話番号', 'TEL'], required: true, kind: 'phone' },
  { code: 'since', names: ['設立年月日'], kind: 'date' },
  { code: 'fee', names: ['料金(基本)'], kind: 'whole-number' },
]

describe('列の名前', () => {
  test.each([
    ['№', 'NO'],
    ['No.', 'NO'],
    ['Ｎｏ．', 'no'],
    ['料金（基本）', '料金(基本)'],
    ['料金【基本】', '料金(基本)'],
    ['名称＿カナ', '名称_カナ'],
    ['カテゴリ―', 'カテゴリー'],
    ['おむつ替えコ−ナ－', 'おむつ替えコーナー'],
    ['ﾊﾞﾘｱﾌﾘｰ情報', 'バリアフリー情報'],
    ['電話\n番号', '電話番号'],
    ['●名　称', '名称'],
    ['名称（必須）', '名称'],
    ['ふりがな', 'フリガナ'],
    ['#property', 'property'],
    ['施設No．', '施設NO'],
  ])('「%s」は「%s」と同じ', (one, other) => {
    expect(foldHeader(one)).toBe(foldHeader(other))
  })

  test('ちがう列は、ちがうまま', () => {
    const names = ['名称', '名称_カナ', '名称_英字', '開始日', '開始時間', '緯度', 'NOTE', 'NO', '']
    expect(new Set(names.map(foldHeader)).size).toBe(names.length)
  })
})

describe('見出しの行', () => {
  const raw = [
    ['令和8年度 市民活動団体一覧', '', '', ''],
    ['', '', '', ''],
    ['Ｎｏ．', '団体名', '電話番号', '', '会員数', '名称', '会員数'],
    ['1', 'みどりの会', '0467-23-3000', '', '5', '', ''],
    ['No.', '団体名', '電話番号', '', '会員数', '名称', '会員数'],
    ['2', 'うみの会', '0467-23-3001', 'x', '6', '', ''],
  ]
  const match = matchHeader(settleRows('団体', raw), columns)

  test('題名の下から見つけ、表の行番号を保つ', () => {
    expect(match.row).toBe(3)
    expect(match.titles.map(({ number }) => number)).toEqual([1])
    expect(match.rows.map(({ number }) => number)).toEqual([4, 6])
    expect(match.repeated).toEqual([5])
  })

  test('ある列、知らない列、重なる列、名前のない列、ない列を言う', () => {
    expect(match.matched.map(({ column, known }) => [column, known.code])).toEqual([
      [1, 'no'],
      [2, 'name'],
      [3, 'phone'],
    ])
    expect(match.unknown).toEqual([{ column: 5, name: '会員数' }])
    expect(match.doubled).toEqual([
      { column: 6, name: '名称' },
      { column: 7, name: '会員数' },
    ])
    expect(match.unnamed).toEqual([{ column: 4, rows: [6] }])
    expect(match.missing).toEqual([])
    expect(match.absent.map(({ code }) => code)).toEqual(['postal', 'since', 'fee'])
  })

  test('列の名前でセルを取り出す', () => {
    expect(match.rows.map((row) => cellOf(match, row, 'name'))).toEqual(['みどりの会', 'うみの会'])
    expect(cellOf(match, match.rows[0]!, 'fee')).toBe('')
  })

  test('知っている列が二つない表には見出しがない', () => {
    const none = matchHeader(
      settleRows('x', [
        ['あ', '名称'],
        ['い', 'う'],
      ]),
      columns,
    )
    expect([none.row, none.rows, none.matched]).toEqual([undefined, [], []])
    expect(none.missing.map(({ code }) => code)).toEqual(['name', 'phone'])
  })
})

describe('ずれた行', () => {
  const table = (rows: string[][], last = '料金(基本)') =>
    listShiftedRows(
      matchHeader(
        settleRows('x', [['名称', '郵便番号', '電話番号', '設立年月日', last], ...rows]),
        columns,
      ),
    )

  test('右や左にずれた行を見つける', () => {
    expect(
      table([
        ['みどりの会', '248-0012', '0467-23-3000', 'R8.4.1', '100'],
        ['うみ', 'の会', '248-0012', '0467-23-3000', 'R8.4.1', '100'],
        ['248-0012', '0467-23-3000', 'R8.4.1', '100'],
      ]),
    ).toEqual([
      { row: 3, by: 1 },
      { row: 4, by: -1 },
    ])
  })

  test('言葉の列へはみ出して、合わないセルが一つだけの行も見つける', () => {
    expect(table([['うみ', 'の会', '', '', '']])).toEqual([])
    expect(table([['うみ', '', '', '0467-23-3000', 'R8.4.1']], '備考')).toEqual([{ row: 2, by: 1 }])
    expect(table([['うみ', '', '', '0467-23-3000', '']], '備考')).toEqual([])
  })

  test('ただまちがったセルのある行は、ずれた行ではない', () => {
    expect(
      table([
        ['みどりの会', '248-001', '0467-23', '毎年', 'なし'],
        ['うみの会', '', '', '', ''],
      ]),
    ).toEqual([])
  })
})

test('空の行と右の空の列はのぞいて言い、セルの数のちがう行を言う', () => {
  const table = settleRows('x', [
    ['a', 'b', '', ''],
    ['', ' ', '', ''],
    ['1', '2', '', ''],
    ['1', '2'],
    ['1', '2', '', '', ''],
    ['', ''],
  ])
  expect(table.rows.map(({ number, cells }) => [number, cells.length])).toEqual([
    [1, 2],
    [3, 2],
    [4, 2],
    [5, 2],
  ])
  expect(table.noticed).toEqual([
    { kind: 'empty-trailing-columns', rows: [], columns: [3, 4, 5] },
    { kind: 'empty-rows', rows: [2], columns: [] },
    { kind: 'short-rows', rows: [4], columns: [] },
    { kind: 'long-rows', rows: [5], columns: [] },
  ])
})

test('こわれた数、失敗した数式、外字、読めない文字、改行を、行と列で言う', () => {
  const { noticed } = settleRows('x', [
    ['1.00E+12', '#REF!'],
    ['\ue000', '\ufffd'],
    ['a\nb', 'c'],
    ['1E5という名前', 'https://a.jp/#N/A'],
  ])
  expect(noticed).toEqual([
    { kind: 'unreadable-characters', rows: [2], columns: [2] },
    { kind: 'external-characters', rows: [2], columns: [1] },
    { kind: 'line-breaks-in-cells', rows: [3], columns: [1] },
    { kind: 'exponents', rows: [1], columns: [1] },
    { kind: 'spreadsheet-errors', rows: [1], columns: [2] },
  ])
})
