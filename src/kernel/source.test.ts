import { expect, test } from 'vitest'
import { documentNumber, documentsOf, sourceText, withoutTitles } from './source.ts'

const documents = documentsOf(
  [
    { title: { ja: '指針', en: 'Guideline' }, source: '001 全体 K003' },
    { title: { ja: '素案', en: 'Draft' }, source: '000 全体 K003' },
    { title: { ja: '総合計画', en: 'Comprehensive plan' }, source: '004 総合計画 C007' },
  ],
  'ja',
)

test.each([
  ['002 第2編 Ⅰ-(1)-① Y157 Y135', '第2編 Ⅰ-(1)-①'],
  ['001 §3(3) K072; 000 §3(3) K064', '§3(3)'],
  ['002 ch2-1 Y016 Y019・第2編 Ⅴ-(3)-① Y020', '第2章1・第2編 Ⅴ-(3)-①'],
  ['002 第2編 Y114（説明は製品による）', '第2編（説明は製品による）'],
  ['製品の設定', '製品の設定'],
  ['001 K003', ''],
])('出典「%s」は「%s」と示す', (source, text) => {
  expect(sourceText(source, withoutTitles('ja'))).toBe(text)
})

test('文書の題名がわかれば添え、同じ場所でも文書がちがえば分けて示す', () => {
  expect(sourceText('001 §3(3) K072; 000 §3(3) K064', documents)).toBe('指針 §3(3)／素案 §3(3)')
})

test('その文書のページでは、題名をくり返さない', () => {
  expect(sourceText('001 §3(3) K072; 000 §3(3) K064', documents, '001')).toBe('§3(3)／素案 §3(3)')
})

test('文書の一部である計画は、文書そのものとまちがわれない', () => {
  expect(sourceText('004 総合計画 C007', documents)).toBe('総合計画')
})

test.each([
  ['004 表紙 C001', '004'],
  ['001 全体 K003', '001'],
  ['002（平成21年3月、第1編 本編・第2編 実行計画） Y007', '002'],
  ['004 総合計画 C007 C040', undefined],
  ['003 §1(1) G001', undefined],
])('「%s」を出典とする計画は文書 %s そのもの', (source, number) => {
  expect(documentNumber(source)).toBe(number)
})

test.each([
  ['002 ch5-2 Y092 Y099・第2編 Ⅱ-(4)-① Y186', 'Chapter 5-2, Part 2 Ⅱ-(4)-①'],
  ['004 推進条例 第5条 C012', 'Promotion ordinance Article 5'],
  ['製品の設定', 'set by this site'],
  ['002 第2編 Y114（説明は製品による）', 'Part 2 (explained by this site)'],
])('出典「%s」は、英語では「%s」と示す', (source, text) => {
  expect(sourceText(source, withoutTitles('en'))).toBe(text)
})

test('英語の出典は、英語の題名を添える', () => {
  const english = documentsOf(
    [{ title: { ja: '指針', en: 'Guideline' }, source: '001 全体' }],
    'en',
  )
  expect(sourceText('001 §3(3) K072; 000 表紙', english)).toBe('Guideline, §3(3); Cover')
})

test('文のなかの文書の番号も、題名か「資料」に替える', () => {
  expect(sourceText('製品の設定（002 に一覧なし）', withoutTitles('ja'))).toBe(
    '製品の設定（資料 に一覧なし）',
  )
  expect(sourceText('製品の設定（000 に一覧なし）', documents)).toBe(
    '製品の設定（素案 に一覧なし）',
  )
})
