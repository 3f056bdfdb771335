import { expect, test } from 'vitest'
import type { City } from '#kernel/city.ts'
import { renderPdf } from '#web/document/index.ts'
import { outcomes } from './decision.ts'
import { composeDecisionLetter, type LetterFacts } from './letter.ts'

const both = (ja: string, en: string) => ({ ja, en })
const facts: LetterFacts = {
  city: {
    name: { ...both('見本市', 'Mihon City'), kana: 'ミホンシ' },
    contact: { office: both('見本市 協働課', 'Co-production Office'), phone: '000-000-0000' },
  } as unknown as City,
  programme: both('見本協働事業', 'Sample programme'),
  callTitle: both('令和8年度 見本協働事業の募集', 'Sample call of 2026'),
  committee: both('見本協働事業審査会', 'Sample Committee'),
  signedBy: both('見本市長', 'Mayor of Mihon'),
  number: '見協第12号',
  issued: new Date('2027-02-14T15:00:00Z'),
  group: { name: '海辺の会', representative: '髙﨑 𠮷子' },
  proposal: {
    title: '海辺の見守り',
    receiptNumber: '受-001',
    typeName: both('市民提案型', 'Group-initiated'),
    submittedOn: '2026-11-01',
    department: both('環境部', 'Environment'),
    requested: 400_000,
  },
  outcome: 'selected',
  amount: 400_000,
  reason: '課題がはっきりしている。\n役割分担が具体的である。',
  conditions: '',
  published: {},
}
const textOf = (change: Partial<LetterFacts>, lang: 'ja' | 'en' = 'ja'): string =>
  JSON.stringify(composeDecisionLetter({ ...facts, ...change }, lang))

test('通知書には、番号、日付、宛名、発信者、理由、教示、問い合わせ先がある', () => {
  const letter = composeDecisionLetter(facts)
  expect(letter).toMatchObject({
    number: '見協第12号',
    // 15:00 of universal time is the next day in Tokyo.
    date: '2027-02-15',
    addressee: { organisation: '海辺の会', position: '代表者', name: '髙﨑 𠮷子' },
    sender: { position: '見本市長' },
    reasons: ['課題がはっきりしている。', '役割分担が具体的である。'],
    enquiry: { office: '見本市 協働課', phone: '000-000-0000' },
  })
  expect(letter.instruction).toContain('見本市長に審査請求')
  expect(letter.conditions).toBeUndefined()
})

test('どの結果も日英の両方で書かれ、結果と理由がその文にある', () => {
  for (const outcome of outcomes)
    for (const lang of ['ja', 'en'] as const) {
      const text = textOf({ outcome, amount: 0, conditions: '保険に入ること' }, lang)
      expect(text).toContain('課題がはっきりしている。')
      expect(text).not.toMatch(/undefined|NaN|null|\[object/)
    }
  expect(textOf({ outcome: 'not_selected' })).toContain('採択しないこととしました')
  expect(textOf({ outcome: 'conditional' })).toContain('条件を付けて採択')
})

test('不採択の通知に決定額はなく、次点の通知は示した額と返事の期限を書く', () => {
  expect(textOf({ outcome: 'not_selected', amount: 0 })).not.toContain('決定額')
  const waiting = textOf({ outcome: 'reserve', amount: 0 })
  expect(waiting).not.toMatch(/お示しする額|返事の期限/)
  const offer = textOf({ outcome: 'reserve', amount: 200_000, replyBy: '2027-02-22' })
  expect(offer).toContain('200,000円')
  expect(offer).toContain('令和9年2月22日（月）までにご返事ください')
  expect(textOf({ afterReserve: true })).toContain('次点としてお示しした額で実施する')
})

test('点を公開しない制度の通知に点はなく、公開する制度では総合点が載る', () => {
  expect(textOf({})).not.toContain('総合点')
  const total = { printed: '82.5', maximum: '100', percent: '82.5' }
  expect(textOf({ published: { total } })).toContain('82.5点（100点満点、得点率82.5％）')
})

test('代表者のわからない団体には、団体あてに送る', () => {
  const letter = composeDecisionLetter({
    ...facts,
    group: { name: '海辺の会', representative: undefined },
  })
  expect(letter.addressee).toEqual({ organisation: '海辺の会' })
})

test('条件は一行ずつ並び、通知書はPDFになる', async () => {
  const letter = composeDecisionLetter({
    ...facts,
    outcome: 'conditional',
    conditions: '保険に入ること。\n\n中間ふりかえりを行うこと。',
  })
  expect(letter.conditions).toEqual(['保険に入ること。', '中間ふりかえりを行うこと。'])
  const bytes = await renderPdf(letter)
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-')
})
