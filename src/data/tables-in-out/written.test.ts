import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitText } from './cp932.ts'
import { type CsvOptions, readTable, writeCsv, writeExcel } from './index.ts'

const readRows = async (bytes: Uint8Array): Promise<string[][]> => {
  const file = await readTable(bytes, { name: 'x' })
  if (!file.ok) throw new Error(file.error.kind)
  return file.value.tables[0]!.rows.map(({ cells }) => [...cells])
}

// Begins with a filled first row and column, so that nothing at the edge is left out as empty.
const framed = (cells: readonly (readonly string[])[]): string[][] => {
  const width = Math.max(1, ...cells.map((row) => row.length))
  const row = (first: string, rest: readonly string[]): string[] => [
    first,
    ...Array.from({ length: width }, (_, at) => rest[at] ?? ''),
    '終',
  ]
  return [
    row(
      '見出し',
      Array.from({ length: width }, (_, at) => `列${at + 1}`),
    ),
    ...cells.map((cell, at) => row(`行${at + 1}`, cell)),
  ]
}

const table = (cell: fc.Arbitrary<string>): fc.Arbitrary<string[][]> =>
  fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }).map(framed)

const japanese = fc.constantFrom(...'あいう漢字髙①㈱～－―№ｱ,;"\t =+-@0123 ').map(String)
const line = fc.array(japanese, { maxLength: 12 }).map((characters) => characters.join('').trim())
const text = fc
  .string({ unit: 'grapheme' })
  .map((cell) => cell.replace(/[\r\n\v\f\u0085\u2028\u2029]/g, ''))

describe('書いたものは、読んで同じになる', () => {
  test.each<CsvOptions['use']>(['open-data'])('CSV (%s, UTF-8)', async (use) => {
    await fc.assert(
      fc.asyncProperty(table(text), async (rows) => {
        expect(await readRows(writeCsv(rows, { use }).bytes)).toEqual(rows)
      }),
    )
  })

  test('CSV (CP932)', async () => {
    await fc.assert(
      fc.asyncProperty(table(line), async (rows) => {
        const written = writeCsv(rows, { use: 'open-data', encoding: 'cp932' })
        expect(written.unmappable).toEqual([])
        expect(await readRows(written.bytes)).toEqual(rows)
      }),
    )
  })

  test('Excel', async () => {
    await fc.assert(
      fc.asyncProperty(table(line), async (rows) => {
        const [head = [], ...body] = rows
        const bytes = await writeExcel([
          { name: '表', columns: head.map((name) => ({ name, kind: 'text' })), rows: body },
        ])
        expect(await readRows(bytes)).toEqual(rows)
      }),
      { numRuns: 40 },
    )
  })
})

test('オープンデータのCSVはBOM、CRLF、一件一行', () => {
  const { bytes } = writeCsv(
    [
      ['名称', '説明'],
      ['みどり', '1階\n2階'],
    ],
    { use: 'open-data' },
  )
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(Buffer.from(bytes).toString('utf8').slice(1)).toBe('名称,説明\r\nみどり,1階 2階\r\n')
})

test('人が開くCSVは、式になるものを文字にする', () => {
  const { bytes } = writeCsv([['=HYPERLINK("x")', '-5', -5]], { use: 'spreadsheet' })
  expect(Buffer.from(bytes).toString('utf8').slice(1)).toBe(`"'=HYPERLINK(""x"")",'-5,-5\r\n`)
})

describe('CP932', () => {
  test('同じ字の別の符号は置きかえ、ない字は〓にして行と列を言う', async () => {
    const { bytes, unmappable } = writeCsv(
      [
        ['名称', '説明'],
        ['10−20〜30—', '𠮷野と葛\u{e0100}城と👨‍👩‍👧'],
      ],
      { use: 'open-data', encoding: 'cp932' },
    )
    expect(await readRows(bytes)).toEqual([
      ['名称', '説明'],
      ['10－20～30―', '〓野と葛城と〓'],
    ])
    expect(unmappable).toEqual([
      { row: 2, column: 2, character: '𠮷' },
      { row: 2, column: 2, character: '葛\u{e0100}' },
      { row: 2, column: 2, character: '👨‍👩‍👧' },
    ])
  })

  test('分かれた濁点は一字にし、円の記号は全角にする', () => {
    expect(fitText('か\u3099¥100‖')).toEqual({ text: 'が￥100∥', lost: [] })
  })

  test('どんな文字でも、書けたものは読んで同じになる', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const once = fitText(cell)
        expect(fitText(once.text)).toEqual({ text: once.text, lost: [] })
      }),
    )
  })
})

test('いじわるな文字列も、UTF-8のCSVとExcelで変わらずに戻る', async () => {
  const file = new URL('../../../tests/data/naughty-strings/blns.base64.txt', import.meta.url)
  const strings = readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => Buffer.from(row, 'base64').toString('utf8'))
    // Control characters have no place in an Excel file, and open data has no line breaks.
    .map((cell) => cell.replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]/gu, '').trim())
    .filter((cell) => cell !== '')
  expect(strings.length).toBeGreaterThan(450)
  const rows = framed(strings.map((cell) => [cell]))
  expect(await readRows(writeCsv(rows, { use: 'open-data' }).bytes)).toEqual(rows)
  const [head = [], ...body] = rows
  const excel = await writeExcel([
    { name: '文字', columns: head.map((name) => ({ name, kind: 'text' })), rows: body },
  ])
  expect(await readRows(excel)).toEqual(rows)
})
