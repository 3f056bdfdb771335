import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, tableCsv, writeCsv } from './csv.ts'
import { tableOf } from './presets.fixture.ts'

test.each(['=1+1', '+81', '-5', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
  '%j は式にならない',
  (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  },
)

test('数はそのまま、区切りの文字をふくむものは囲む', () => {
  expect([csvCell(-5), csvCell('a,b'), csvCell('a"b'), csvCell('a\nb'), csvCell('市')]).toEqual([
    '-5',
    '"a,b"',
    '"a""b"',
    '"a\nb"',
    '市',
  ])
})

test('先頭にBOM、行の終わりにCRLFがある', () => {
  expect(writeCsv([['a', 1], ['b']])).toBe('\ufeffa,1\r\nb\r\n')
})

test('どんな文字でも、囲みは閉じ、行の数は変わらない', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (row) => {
      const outside = writeCsv([row]).replace(/"(?:[^"]|"")*"/g, '')
      expect(outside.split('\r\n')).toHaveLength(2)
      expect(outside).not.toContain('"')
    }),
  )
})

test('一行に一つの数があり、母数・基準日・出典とはなれない', () => {
  const table = tableOf('kamakura', 'survey-willingness')
  const [head, first, ...rest] = tableCsv(table, 'ja').split('\r\n')
  expect(head).toBe(
    '\ufeff表ID,表題,項目コード,項目,列コード,列,基準日,単位,値,母数,割合（計算）,印刷のとおり,割合から復元,出典',
  )
  expect(first).toBe(
    'survey-willingness,協働によるまちづくりについて,active,積極的に協働によるまちづくりに取り組みたい,final,令和元年（2019年）9月（指針、回答数103団体）,2019-09-30,団体,28,103,27.2,27.2,1,001 §3(3) K072',
  )
  expect(rest).toHaveLength(table.rows.length)
})
