import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readTable, usualLimits, writeExcel } from './index.ts'
import { plainWorkbook, zip } from './workbook.fixture.ts'

const head = {
  name: '団体',
  columns: [
    { name: 'コード', kind: 'text' },
    { name: '登録日', kind: 'date' },
    { name: '会員数', kind: 'number' },
  ],
} as const

describe('書いたExcel', () => {
  test('見出しは動かず、コードの0は残り、日付は日付、数は数、式はない', async () => {
    const bytes = await writeExcel([
      {
        ...head,
        rows: [
          ['00123', '2026-04-01', 5],
          ['=1+1', '毎週日曜', undefined],
        ],
      },
    ])
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    const sheet = sheets[0]!
    expect(sheet.freezePane).toEqual({ rows: 1 })
    expect(sheet.rows).toEqual([
      ['コード', '登録日', '会員数'],
      ['00123', new Date('2026-04-01T00:00:00Z'), 5],
      ['=1+1', '毎週日曜', null],
    ])
    expect(sheet.cells?.get('1,0')).toMatchObject({ type: 'string', style: { numFmt: '@' } })
    expect(sheet.cells?.get('1,1')).toMatchObject({ type: 'date', style: { numFmt: 'yyyy-mm-dd' } })
    expect([...sheet.cells!.values()].every((cell) => cell.formula === undefined)).toBe(true)
  })

  test('シートの名前は、Excelが受けるものに直し、重ねない', async () => {
    const bytes = await writeExcel(
      ['団体/一覧', '団体:一覧', 'あ'.repeat(40), ''].map((name) => ({
        ...head,
        name,
        rows: [['1']],
      })),
    )
    const file = await readTable(bytes, { name: 'x.xlsx' })
    expect(file.ok && file.value.sheets).toEqual(['団体 一覧', '団体 一覧 2', 'あ'.repeat(27), '4'])
  })
})

describe('読むExcel', () => {
  const workbook = (): Promise<Uint8Array> =>
    writeXlsx({
      sheets: [
        {
          name: '団体',
          columns: [{}, { hidden: true }, {}],
          rowDefs: new Map([[2, { hidden: true }]]),
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
          rows: [
            ['題名', null, null],
            ['法人番号', '登録日', '時刻'],
            [1000020142077, null, null],
            [467233000, null, null],
            ['a\r\nb', true, 1e21],
          ],
          cells: new Map([
            ['2,1', { value: 46113, style: { numFmt: '[$-411]ggge"年"m"月"d"日"' } }],
            ['2,2', { value: 0.375, style: { numFmt: 'h:mm' } }],
            ['3,1', { value: 46113.5, style: { numFmt: 'ge.m.d' } }],
            ['3,2', { value: 7, formula: 'A1+1', formulaResult: 7 }],
          ]),
        },
        { name: '空', rows: [] },
        { name: 'かくれた', hidden: true, rows: [['x', 'y']] },
      ],
    })

  test('数は指数にせず、日付と時刻は決まった形の文字にし、結合したセルは全部に同じ値があると読む', async () => {
    const file = await readTable(await workbook(), { name: 'x.xlsx', sheet: '団体' })
    expect(file.ok && file.value.tables[0]!.rows.map(({ cells }) => cells)).toEqual([
      ['題名', '題名', '題名'],
      ['法人番号', '登録日', '時刻'],
      ['1000020142077', '2026-04-01', '09:00'],
      ['467233000', '2026-04-01 12:00', '7'],
      ['a\nb', 'TRUE', '1e+21'],
    ])
  })

  test('かくれた行・列・シート、結合したセル、式を、番号で言う', async () => {
    const file = await readTable(await workbook(), { name: 'x.xlsx' })
    if (!file.ok) throw new Error(file.error.kind)
    expect(file.value.sheets).toEqual(['団体', '空', 'かくれた'])
    expect(file.value.tables.map(({ name, noticed }) => [name, noticed])).toEqual([
      [
        '団体',
        [
          { kind: 'hidden-rows', rows: [3], columns: [] },
          { kind: 'hidden-columns', rows: [], columns: [2] },
          { kind: 'merged-cells', rows: [1], columns: [1] },
          { kind: 'formulas', rows: [4], columns: [3] },
          { kind: 'line-breaks-in-cells', rows: [5], columns: [1] },
          { kind: 'exponents', rows: [5], columns: [3] },
        ],
      ],
      ['かくれた', [{ kind: 'hidden-sheet', rows: [], columns: [] }]],
    ])
  })

  test('日本の組みこみの日付の形（14、22、27–36、50–58番）の数も、日付として読む', async () => {
    for (const format of [14, 22, 27, 28, 29, 30, 31, 36, 50, 51, 54, 57, 58]) {
      const file = await readTable(plainWorkbook({ format }), { name: 'x.xlsx' })
      expect(file.ok && file.value.tables[0]!.rows[0]!.cells, String(format)).toEqual([
        '2026-04-01',
      ])
    }
    const number = await readTable(plainWorkbook({ format: 3 }), { name: 'x.xlsx' })
    expect(number.ok && number.value.tables[0]!.rows[0]!.cells).toEqual(['46113'])
  })

  test('ないシートは、あるシートの名前を言ってことわる', async () => {
    const file = await readTable(await workbook(), { name: 'x.xlsx', sheet: '名簿' })
    expect(file).toEqual({
      ok: false,
      error: { kind: 'no-such-sheet', sheets: ['団体', '空', 'かくれた'] },
    })
  })
})

describe('大きくふくらむファイル', () => {
  const limits = { ...usualLimits, unpackedBytes: 1_000_000 }
  const bomb = { path: 'xl/media/x.bin', content: new Uint8Array(2_000_000) }
  const ask = async (bytes: Uint8Array): Promise<unknown> => {
    const file = await readTable(bytes, { name: 'x.xlsx', limits })
    return file.ok ? 'read' : file.error.kind
  }

  test('ふくらむ大きさの上限をこえるものは、開かずにことわる', async () => {
    expect(await ask(plainWorkbook({}))).toBe('read')
    expect(await ask(plainWorkbook({ more: [bomb] }))).toBe('unpacks-too-large')
  })

  test('大きさをいつわっても、ことわる', async () => {
    expect(await ask(plainWorkbook({ more: [{ ...bomb, claims: 10 }] }))).toBe('unpacks-too-large')
  })

  test('小さなものをたくさん入れても、合わせた大きさでことわる', async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      path: `xl/media/${at}.bin`,
      content: new Uint8Array(50_000),
    }))
    expect(await ask(plainWorkbook({ more: many }))).toBe('unpacks-too-large')
    const stored = many.map((part) => ({ ...part, stored: true }))
    expect(await ask(plainWorkbook({ more: stored }))).toBe('unpacks-too-large')
    expect(await ask(plainWorkbook({ more: stored.slice(0, 5) }))).toBe('read')
  })

  test('とじていないもの、表でないzipは、こわれているとしてことわる', async () => {
    const whole = plainWorkbook({})
    expect(await ask(whole.subarray(0, whole.length - 30))).toBe('broken')
    expect(await ask(zip([{ path: 'a.txt', content: Buffer.from('a') }]))).toBe('broken')
  })

  test('行と列の上限をこえるシートをことわり、はるか下の一つのセルは表を広げない', async () => {
    const few = { ...usualLimits, rows: 3, columns: 2 }
    const kindOf = async (cells: string): Promise<unknown> => {
      const file = await readTable(plainWorkbook({ cells }), { name: 'x.xlsx', limits: few })
      return file.ok ? file.value.tables[0]!.rows.length : file.error.kind
    }
    const row = (at: number, column = 'A'): string =>
      `<row r="${at}"><c r="${column}${at}" t="str"><v>x</v></c></row>`
    expect(await kindOf([1, 2, 3].map((at) => row(at)).join(''))).toBe(3)
    expect(await kindOf([1, 2, 3, 4].map((at) => row(at)).join(''))).toBe('too-many-rows')
    expect(await kindOf(row(1, 'C'))).toBe('too-many-columns')
    expect(await kindOf(row(1) + row(1_048_576, 'XFD'))).toBe(1)
  })
})
