import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { TableRow } from '#kernel/tables/index.ts'
import { readTable, sayRefusal, type TableFile, type TableLimits, usualLimits } from './index.ts'

const open = async (bytes: Uint8Array, limits: Partial<TableLimits> = {}): Promise<TableFile> => {
  const file = await readTable(bytes, { name: 'x.csv', limits: { ...usualLimits, ...limits } })
  if (!file.ok) throw new Error(JSON.stringify(file.error))
  return file.value
}

const refusalOf = async (
  bytes: Uint8Array,
  options: { readonly limits?: Partial<TableLimits>; readonly sheet?: string } = {},
): Promise<unknown> => {
  const { limits, ...rest } = options
  const file = await readTable(bytes, { name: 'x', ...rest, limits: { ...usualLimits, ...limits } })
  return file.ok ? 'read' : file.error
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const cellsOf = (file: TableFile): string[][] =>
  file.tables[0]!.rows.map(({ cells }: TableRow) => [...cells])

const text = '№,団体名,電話\r\n1,髙橋～の会,"0467-23-3000"\r\n2,①番㈱,\r\n'
const rows = [
  ['№', '団体名', '電話'],
  ['1', '髙橋～の会', '0467-23-3000'],
  ['2', '①番㈱', ''],
]
const marked = (mark: readonly number[], bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([...mark, ...bytes])

describe('文字コード', () => {
  test.each([
    ['utf-8', false, utf8(text)],
    ['utf-8', true, marked([0xef, 0xbb, 0xbf], utf8(text))],
    ['cp932', false, iconv.encode(text, 'cp932')],
    ['utf-16le', false, iconv.encode(text, 'utf-16le')],
    ['utf-16le', true, marked([0xff, 0xfe], iconv.encode(text, 'utf-16le'))],
    ['utf-16be', false, iconv.encode(text, 'utf-16be')],
    ['utf-16be', true, marked([0xfe, 0xff], iconv.encode(text, 'utf-16be'))],
  ] as const)('%s (BOM: %s) を見分け、同じ表として読む', async (encoding, hasMark, bytes) => {
    const file = await open(new Uint8Array(bytes))
    expect(file.facts).toMatchObject({ encoding, marked: hasMark })
    expect(cellsOf(file)).toEqual(rows)
    expect(file.tables[0]!.noticed).toEqual([])
  })

  test('UTF-8の中のこわれた一文字は、行と列を言い、ほかはUTF-8のまま読む', async () => {
    const bytes = utf8('団体名,説明\r\nみどりの会,清掃をする団体です\r\nうみの会,海をまもる\r\n')
    const at = bytes.length - 4
    const file = await open(
      Uint8Array.from([...bytes.subarray(0, at), 0xff, ...bytes.subarray(at)]),
    )
    expect(file.facts).toMatchObject({ encoding: 'utf-8' })
    expect(file.tables[0]!.noticed).toEqual([
      { kind: 'unreadable-characters', rows: [3], columns: [2] },
    ])
    expect(cellsOf(file)[1]).toEqual(['みどりの会', '清掃をする団体です'])
  })

  test('CP932の中の意味のないバイトも、行と列を言う', async () => {
    const good = iconv.encode('団体名,説明\r\nみどりの会,清掃', 'cp932')
    const file = await open(Uint8Array.from([...good, 0xfd, 0x0d, 0x0a]))
    expect(file.facts).toMatchObject({ encoding: 'cp932' })
    expect(file.tables[0]!.noticed).toEqual([
      { kind: 'unreadable-characters', rows: [2], columns: [2] },
    ])
  })

  test('CP932の外字は、外字として言う', async () => {
    const bytes = Uint8Array.from([0x8a, 0x43, 0x2c, 0xf0, 0x40, 0x0d, 0x0a, 0x31, 0x2c, 0x32])
    expect((await open(bytes)).tables[0]!.noticed).toMatchObject([
      { kind: 'external-characters', rows: [1], columns: [2] },
    ])
  })
})

describe('区切り、行の終わり、引用符', () => {
  test.each([',', '\t', ';'])('%j で区切った表を読む', async (delimiter) => {
    const file = await open(utf8(rows.map((row) => row.join(delimiter)).join('\n')))
    expect(file.facts).toMatchObject({ delimiter, lineEnds: ['\n'] })
    expect(cellsOf(file)).toEqual(rows)
  })

  test('「;」の一覧をふくむ列があっても、コンマの表と分かる', async () => {
    const file = await open(utf8('名前,分野\nみどり,a;b;c;d\nうみ,b;c;d;e\n'))
    expect(file.facts).toMatchObject({ delimiter: ',' })
    expect(cellsOf(file)[1]).toEqual(['みどり', 'a;b;c;d'])
  })

  test('行の終わりがまざっていても、行ごとに分け、まざっていると言う', async () => {
    const file = await open(utf8('a,b\r\n1,2\n3,4\r5,6'))
    expect(cellsOf(file)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
    expect(file.facts).toMatchObject({ lineEnds: ['\r\n', '\n', '\r'] })
    expect(file.tables[0]!.noticed.map(({ kind }) => kind)).toEqual(['mixed-line-ends'])
  })

  test('引用符の中の改行、コンマ、二重の引用符は、セルの中身', async () => {
    const file = await open(utf8('a,b\r\n"1階\n会議室","x,""y"""\r\n3,5"の板\r\n'))
    expect(cellsOf(file).slice(1)).toEqual([
      ['1階\n会議室', 'x,"y"'],
      ['3', '5"の板'],
    ])
    expect(file.facts).toMatchObject({ lineEnds: ['\r\n'] })
  })

  test('閉じていない引用符は、開いた行を言ってことわる', async () => {
    expect(await refusalOf(utf8('a,b\n1,2\n"3,4\n5,6\n'))).toEqual({ kind: 'open-quote', row: 3 })
  })
})

describe('ことわるもの', () => {
  test('大きさ、行、列の上限', async () => {
    const bytes = utf8('a,b,c\n1,2,3\n4,5,6\n')
    expect(await refusalOf(bytes, { limits: { bytes: 10 } })).toEqual({
      kind: 'too-large',
      bytes: 18,
      most: 10,
    })
    expect(await refusalOf(bytes, { limits: { rows: 2 } })).toEqual({
      kind: 'too-many-rows',
      most: 2,
    })
    expect(await refusalOf(bytes, { limits: { rows: 3 } })).toBe('read')
    expect(await refusalOf(bytes, { limits: { columns: 2 } })).toEqual({
      kind: 'too-many-columns',
      most: 2,
    })
    expect(await refusalOf(bytes, { limits: { columns: 3 } })).toBe('read')
  })

  test('空のファイルと、空白だけのファイル', async () => {
    expect(await refusalOf(new Uint8Array())).toEqual({ kind: 'empty' })
    expect(await refusalOf(utf8(',,\n \n'))).toEqual({ kind: 'empty' })
  })

  test('表でないファイル、昔のExcel、パスワードのあるExcel', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    expect(await refusalOf(utf8('%PDF-1.7 …'))).toEqual({ kind: 'not-a-table' })
    expect(await refusalOf(utf8('\ufeff<html><table>'))).toEqual({ kind: 'not-a-table' })
    expect(await refusalOf(Uint8Array.from(ole))).toEqual({ kind: 'old-excel' })
    expect(await refusalOf(marked(ole, Buffer.from('EncryptedPackage', 'utf16le')))).toEqual({
      kind: 'locked',
    })
  })
})

test('どんなバイトの並びでも投げない', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 300 }).map((bytes) => marked([0x50, 0x4b, 0x03, 0x04], bytes)),
      ),
      async (bytes) => {
        expect(typeof (await readTable(bytes, { name: 'x' })).ok).toBe('boolean')
      },
    ),
  )
})

test('ことわるわけは、日本語と英語で、上限の数をふくめて言う', async () => {
  const bytes = utf8('a,b,c\n1,2,3\n4,5,6\n')
  const file = await readTable(bytes, { name: 'x', limits: { ...usualLimits, rows: 2 } })
  expect(!file.ok && sayRefusal(file.error)).toEqual({
    ja: '行が多すぎます。2行までに分けてください。',
    en: 'There are too many rows. Split it into files of up to 2.',
  })
  expect(sayRefusal({ kind: 'too-large', bytes: 60_000_000, most: 50_000_000 }).ja).toContain(
    '50MB',
  )
  expect(sayRefusal({ kind: 'no-such-sheet', sheets: ['団体', '名簿'] }).ja).toContain('団体、名簿')
})
