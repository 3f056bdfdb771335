import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, test } from 'vitest'
import { projectRoot } from '#data/root.ts'
import type { OfficialDocument } from './compose.ts'
import { agreement, card, examples, letter, sheet, sheetInEnglish } from './examples/index.ts'
import { fontFamilies } from './fonts.ts'
import { readObjects } from './pdf-objects.ts'
import { makePrintable } from './printable.ts'
import { readPdf } from './reading.ts'
import { renderPdf } from './render.ts'

const read = async (document: OfficialDocument) => readPdf(await renderPdf(document))
const squeeze = (text: string) => text.replace(/[\s\u200b]/g, '')
const cases = Object.entries(examples)

test.each(cases)('%s はタグ付きの PDF/UA-1 で、言語と題名を持つ', async (_, document) => {
  const pdf = await renderPdf(document)
  const file = readPdf(pdf)
  expect(Buffer.from(pdf.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7')
  expect(Buffer.from(pdf).toString('latin1')).toContain('/StructTreeRoot')
  expect(file.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(file.metadata).toContain(`>${document.title}</rdf:li>`)
  expect(file.metadata).toContain(`<xmp:CreateDate>${document.date}T00:00:00Z`)
  expect(file.language).toBe(document.lang === 'ja' ? 'ja-JP' : 'en-GB')
  expect(file.showsTitle).toBe(true)
  expect(file.roles.filter((role) => role === 'H1')).toHaveLength(1)
})

test.each(cases)('%s に空の四角も、読み上げられない字も、外への参照もない', async (_, document) => {
  const file = await read(document)
  expect(file.text.length).toBeGreaterThan(200)
  expect(file.text).not.toMatch(/[\0\ufffd〓]/)
  expect(file.actions).toEqual([])
  for (const font of file.fonts) expect(font).toMatch(/^(BIZUDGothic|NotoSansJP)-(Regular|Bold)$/)
})

test('空の四角は、あれば見つかる', () => {
  const fonts = fontFamilies.flat().map((file) => dirname(file))
  const typst = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: fonts }] })
  const source = '#set text(font: "BIZ UDGothic", fallback: false)\n山\u{1F386}川'
  const { text } = readPdf(typst.pdf({ mainFileContent: source }))
  expect(text).toMatch(/^山[\0\ufffd]川$/)
})

test('𠮷 は予備の書体で、髙 と 﨑 は本文の書体で印字される', async () => {
  const file = await read(letter)
  expect(file.text).toContain('代表髙﨑𠮷子様')
  expect(file.fonts).toEqual(['BIZUDGothic-Bold', 'BIZUDGothic-Regular', 'NotoSansJP-Regular'])
  const plain = { ...letter, addressee: { organisation: '髙﨑の会' } }
  const withoutFallback = await read(plain)
  expect(withoutFallback.text).toContain('髙﨑の会御中')
  expect(withoutFallback.fonts).toEqual(['BIZUDGothic-Bold', 'BIZUDGothic-Regular'])
})

test('通知書は番号・日付・宛名・差出人・題名・本文・記書き・以上の順に並ぶ', async () => {
  const { text } = await read(letter)
  const order = [
    '見協第123号',
    '令和8年11月20日',
    '様',
    '見本市長',
    '（公印省略）',
    '（通知）',
    '記1',
  ]
  const places = [...order, '7条件', '8理由', '以上', '（教示）', 'お問い合わせ先'].map((part) =>
    text.indexOf(part),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('通知書が2枚になっても、お問い合わせ先だけの紙はできない', async () => {
  const { instruction, ...bare } = letter
  let second = 0
  for (const lines of [1, 4, 6, 8, 9, 11, 13]) {
    const conditions = Array.from({ length: lines }, (_, at) => `条件その${at + 1}。`)
    for (const document of [
      { ...bare, conditions },
      { ...bare, conditions, ...(instruction ? { instruction } : {}) },
    ]) {
      const { pages } = await read(document)
      const last = squeeze(pages.at(-1) ?? '').split('お問い合わせ先')[0] ?? ''
      if (pages.length > 1) second += 1
      expect([lines, pages.length, /（教示）|理由/.test(last)]).toEqual([lines, pages.length, true])
    }
  }
  // Letters that end on their first page say nothing of this.
  expect(second).toBeGreaterThan(5)
})

test('協定書は条に番号を振り、署名した側と、これから署名する側を示す', async () => {
  const { text } = await read(agreement)
  expect(text).toContain('（目的）第1条この協定は')
  expect(text).toContain('第10条')
  expect(text).toContain('署名日時（日本時間）令和9年3月25日14時3分9秒')
  expect(text).toContain(agreement.signatures[0]?.signed?.textSha256)
  expect(text).toContain('署名又は記名押印')
})

test('署名した本文のハッシュ値は、64字のまま写し取れる', async () => {
  const sha256 = agreement.signatures[0]?.signed?.textSha256 ?? ''
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  const { pages } = await read(agreement)
  expect(pages.join('\n').split('\n')).toContain(sha256)
})

const contentOf = (pdf: Uint8Array): string => {
  const objects = readObjects(pdf)
  const [first] = [...objects.values()].filter(({ source }) => /\/Type \/Page\b(?!s)/.test(source))
  const id = Number(/\/Contents (\d+)/.exec(first?.source ?? '')?.[1])
  return objects.get(id)?.stream.toString('latin1') ?? ''
}

test('文書番号は字の間をあけずに印字される', async () => {
  const content = contentOf(await renderPdf({ ...letter, number: '鎌地つ第3号' }))
  const number = content.slice(0, content.indexOf('747.'))
  expect(number.match(/TJ|Tj/g)?.length).toBeGreaterThan(0)
  expect(number).not.toMatch(/\) ?-?\d/)
})

test('題名の短いかっこは、途中で行が替わらない', async () => {
  const title = '提案書：坂の町の「いっしょに行こう」名簿と道しらべ（見本）'
  const printed = (await read({ ...sheet, title })).pages.join('\n').split('\n')
  expect(printed.some((run) => run.endsWith('（見本）'))).toBe(true)
})

test('登録票は有効期限を両方の暦で示す', async () => {
  expect((await read(card)).text).toContain('有効期限令和11年（2029年）3月31日')
})

test('何ページもある報告書は、表の見出しを繰り返し、ページ番号と題名を示す', async () => {
  const { pages, roles } = await read(sheet)
  expect(pages).toHaveLength(3)
  pages.forEach((page, at) => {
    expect(squeeze(page)).toContain(`${at + 1}/3`)
  })
  expect(squeeze(pages[2]!)).toContain('月参加者（人）')
  expect(squeeze(pages[2]!)).toMatch(/^協働事業実績報告書受付R10-0031/)
  expect(roles.filter((role) => role === 'TH')).toHaveLength(9)
})

const markup = [
  '#panic("stop")',
  '#read("/etc/passwd")',
  '#include "main.typ"',
  '#import "@preview/cetz:0.3.0"',
  '$x^2 + #sys.inputs$',
  '*太字* _斜体_ `code` ```rust fn main```',
  '<label> @label https://example.jp/',
  '= 見出し',
  '- 項目\n+ 項目\n/ 語: 説明',
  '// 注釈 /* 注釈 */',
  '\\ \\u{1F600} \\n ~ -- --- ... "引用" \'引用\'',
  '#set page(fill: red)',
  '[[]] {{}} ]#[ } { ) (',
  '"}], "kind": "sheet"',
  '%PDF-1.7 endobj endstream <</S/JavaScript/JS(app.alert(1))>>',
]

const everywhere = (text: string): OfficialDocument => ({
  ...sheetInEnglish,
  title: text,
  number: text,
  city: text,
  subtitle: text,
  formNumber: text,
  enquiry: { office: text, address: text, phone: text, fax: text, email: text },
  blocks: [
    { kind: 'heading', text },
    { kind: 'paragraph', text },
    { kind: 'rows', rows: [{ label: text, value: text }] },
    { kind: 'list', items: [text, text] },
    { kind: 'note', text },
    { kind: 'table', columns: [{ label: text, width: 1 }], rows: [[text]], caption: text },
    { kind: 'signatures', sides: [{ side: text, organisation: text, position: text, name: text }] },
  ],
  sections: [],
})

test.each(markup)('書いた記号はそのまま印字され、命令にならない: %s', async (text) => {
  const file = await read(everywhere(text))
  const times = file.text.split(squeeze(text)).length - 1
  expect(times).toBeGreaterThanOrEqual(17)
  expect(file.actions).toEqual([])
  expect(file.roles.filter((role) => /^H\d/.test(role))).toEqual(['H2', 'H1'])
})

const hostile = join(projectRoot(), '../shared/data/naughty-strings/blns.json')
test.skipIf(!existsSync(hostile))('意地悪な文字列はどれも壊さず、そのまま印字される', async () => {
  const strings: string[] = JSON.parse(readFileSync(hostile, 'utf8'))
  expect(strings.length).toBeGreaterThan(400)
  const printed = strings.map((text) => makePrintable(text, new Set()))
  const sections = strings.map((text, at) => ({
    title: `§${at}`,
    blocks: [
      { kind: 'paragraph', text: `¶${text}` } as const,
      { kind: 'rows', rows: [{ label: text, value: text }] } as const,
    ],
  }))
  const file = await read({ ...sheet, sections })
  expect(file.text).not.toMatch(/[\0\ufffd]/)
  expect(file.actions).toEqual([])
  const pages = file.pages.join('').replace(/協働事業実績報告書\s+受付 R10-0031\s/g, '')
  const body = squeeze(pages.replace(/\d+ \/ \d+\n/g, ''))
  // Accents stacked on accents are drawn one by one, each spelling its letter again.
  const stacked = /\p{M}/u
  const lost = printed.filter((text) => !stacked.test(text) && !body.includes(squeeze(text)))
  expect(lost).toEqual([])
})

test('書体にない字は〓で示され、どの字かが文書の終わりに書かれる', async () => {
  const { text } = await read({ ...sheet, subtitle: '花火🎆大会', sections: [] })
  expect(text).toContain('花火〓大会')
  expect(text).toContain('（U+1F386）')
})

test('切れ目のない長い語は、用紙からはみ出さずに折り返される', async () => {
  for (const letters of ['a', 'Ж', '。', 'っ']) {
    const { pages } = await read({ ...sheet, subtitle: letters.repeat(300), sections: [] })
    const runs = pages
      .join('')
      .replaceAll('\u200b', '')
      .split('\n')
      .filter((run) => run.includes(letters.repeat(5)))
    expect(runs.length).toBeGreaterThan(2)
    for (const run of runs) expect(run.length).toBeLessThanOrEqual(90)
  }
})

test('何も書かれていない文書も作れ、題名は補われる', async () => {
  const head = { city: '', title: ' ', date: '2026-04-01', lang: 'ja' } as const
  const nobody = { position: '', name: '', sealOmitted: false }
  const empty: OfficialDocument[] = [
    { ...head, kind: 'letter', addressee: {}, sender: nobody, body: '' },
    {
      ...head,
      kind: 'card',
      group: { name: '' },
      registration: { number: '', on: '2026-04-01' },
      rows: [],
      sender: nobody,
    },
    {
      ...head,
      kind: 'agreement',
      parties: [
        { name: '', calledAs: '' },
        { name: '', calledAs: '' },
      ],
      project: '',
      articles: [{ title: '', clauses: [] }],
      closing: '',
      signatures: [],
    },
    {
      ...head,
      kind: 'sheet',
      sections: [
        {
          title: '',
          blocks: [
            { kind: 'list', items: [] },
            { kind: 'rows', rows: [] },
            { kind: 'table', columns: [{ label: '', width: 0 }], rows: [] },
            { kind: 'heading', text: '' },
          ],
        },
      ],
    },
  ]
  for (const document of empty) expect((await read(document)).metadata).toContain('>無題<')
})

test('同時に頼んでも、一つずつ頼んだときと同じものができる', async () => {
  const one = await Promise.all(cases.map(([, document]) => renderPdf(document)))
  for (const [at, [, document]] of cases.entries())
    expect(Buffer.compare(await renderPdf(structuredClone(document)), one[at]!)).toBe(0)
})

test('ない日付の文書は作らない', async () => {
  await expect(renderPdf({ ...letter, date: '2026-13-01' })).rejects.toThrow(RangeError)
})
