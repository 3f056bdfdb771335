import { expect, test } from 'vitest'
import { splitIntoPhrases } from './phrases.ts'

test.each([
  ['市民提案型協働事業の審査結果について（通知）', ['協働事業の', '審査結果について', '（通知）']],
  ['団体登録の決定について（通知）', ['団体登録の', '決定について', '（通知）']],
])('「%s」は、言葉の途中では行を替えない', (title, whole) => {
  const phrases = splitIntoPhrases(title)
  expect(phrases.join('')).toBe(title)
  for (const words of whole) expect(phrases.some((phrase) => phrase.endsWith(words))).toBe(true)
})

test.each(['（見本）', '（2026年度）', '「行こう」', '（愛称：はな）'])(
  '短いかっこ「%s」の中では行を替えない',
  (aside) => {
    const phrases = splitIntoPhrases(`坂の町の名簿と道しらべ${aside}提案`)
    expect(phrases.some((phrase) => phrase.includes(aside))).toBe(true)
  },
)

test.each(['', '（', 'ABC 123 の件', '𠮷野川をきれいにする会', 'ー'.repeat(40)])(
  '分けた「%s」は、つなげると元にもどる',
  (title) => {
    expect(splitIntoPhrases(title).join('')).toBe(title)
  },
)
