import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDataCell, spreadsheetCell, writeOpenDataCsv, writeSpreadsheetCsv } from './csv.ts'

test.each(['=1+1', '+81', '-5', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
  '人が開く表では、%j は式にならない',
  (text) => {
    expect(spreadsheetCell(text).replace(/^"/, '')).toMatch(/^'/)
  },
)

test('数はそのまま、区切りの文字をふくむものは囲む', () => {
  const cells = [-5, 'a,b', 'a"b', 'a\nb', '市', undefined].map(spreadsheetCell)
  expect(cells).toEqual(['-5', '"a,b"', '"a""b"', '"a\nb"', '市', ''])
})

test('オープンデータでは値を変えず、値の中の改行だけを空白にする', () => {
  const cells = ['-5', ' =1+1　', 'a\r\n b', '1階\n \n2階', 'a,b\n', 3].map(openDataCell)
  expect(cells).toEqual(['-5', ' =1+1　', 'a b', '1階 2階', '"a,b"', '3'])
})

test('先頭にBOM、行の終わりにCRLFがある', () => {
  expect(writeSpreadsheetCsv([['a', 1], ['b']])).toBe('\ufeffa,1\r\nb\r\n')
  expect(writeOpenDataCsv([['a', 1], ['b']])).toBe('\ufeffa,1\r\nb\r\n')
})

test('どんな文字でも、囲みは閉じ、行の数は変わらない', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (row) => {
      const outside = writeSpreadsheetCsv([row]).replace(/"(?:[^"]|"")*"/g, '')
      expect(outside.split('\r\n')).toHaveLength(2)
      expect(outside).not.toContain('"')
      expect(writeOpenDataCsv([row]).split(/\r\n|[\r\n]/)).toHaveLength(2)
    }),
  )
})

test('空白の長い続きがあっても、すぐ書ける', () => {
  const spaces = ' '.repeat(300_000)
  expect(openDataCell(`a${spaces}b`)).toBe(`a${spaces}b`)
  expect(openDataCell(`a${spaces}\n${spaces}b`)).toBe('a b')
})
