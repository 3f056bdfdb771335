import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, markWords } from './marking.ts'
import { readQuestion } from './question.ts'

const marked = (text: string, typed: string): string =>
  markWords(text, readQuestion(typed).words)
    .map((one) => (one.marked ? `[${one.text}]` : one.text))
    .join('')

test.each([
  ['市民活動センター', '活動', '市民[活動]センター'],
  ['市民活動センター', 'せんたー', '市民活動[センター]'],
  ['ﾎﾞﾗﾝﾃｨｱ募集', 'ボランティア', '[ﾎﾞﾗﾝﾃｨｱ]募集'],
  ['ＮＰＯ法人の会', 'npo', '[ＮＰＯ]法人の会'],
  ['子ども食堂と子供会', 'こども', '[子ども]食堂と[子供]会'],
  ['取り組みの一覧', '取組', '[取り組み]の一覧'],
  ['鎌ヶ谷の水', '鎌ケ谷 水', '[鎌ヶ谷]の[水]'],
  ['Community Building', 'building', 'Community [Building]'],
  ['第Ⅰ-(1)-①号', 'Ⅰ-(1)-①', '第[Ⅰ-(1)-①]号'],
  ['㈱まち', '株', '[㈱]まち'],
  ['海', '山', '海'],
])('「%s」から「%s」をさがすと %s', (text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected)
})

test('印をつけても、文は一字も変わらない', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, typed) => {
      const whole = markWords(text, readQuestion(typed).words)
      expect(whole.map((one) => one.text).join('')).toBe(text)
    }),
  )
})

test('長い文からは、さがした言葉のまわりを抜き出す', () => {
  const text = `${'あ'.repeat(300)}里山${'い'.repeat(300)}`
  const excerpt = excerptOf(text, ['里山'])
  expect(excerpt).toContain('里山')
  expect([...excerpt].length).toBeLessThanOrEqual(162)
  expect(excerptOf(text, [])).toBe(`${'あ'.repeat(160)}…`)
  expect(excerptOf('短い文', ['里山'])).toBe('短い文')
})
