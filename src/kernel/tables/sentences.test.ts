import { expect, test } from 'vitest'
import { noticeTexts, problemTexts, remarkTexts } from './sentences.ts'

test.each(Object.entries({ problemTexts, remarkTexts, noticeTexts }))(
  '%s は日本語と英語の文で、日本語は「。」で終わる',
  (_, texts) => {
    const all = Object.values(texts)
    expect(all.length).toBeGreaterThan(10)
    for (const { ja, en } of all) {
      expect(ja).toMatch(/。$/)
      expect(en).toMatch(/^[^ぁ-ヺ]*\.$/)
    }
  },
)

test('言葉は一つずつちがう', () => {
  for (const texts of [problemTexts, remarkTexts, noticeTexts]) {
    const all = Object.values(texts).map(({ ja }) => ja)
    expect(new Set(all).size).toBe(all.length)
  }
})
