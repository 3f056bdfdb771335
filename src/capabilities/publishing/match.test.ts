import { expect, test } from 'vitest'
import { matchFor } from './match.ts'
import { readQuestion } from './question.ts'
import { places } from './steps.ts'

test('題名そのものから、題名のはじめ、題名の中、ほかの順に、新しい年からさがす', () => {
  const { steps } = matchFor(readQuestion('環境', []), { cityId: 142042, year: 2026 })
  expect(steps[0]).toEqual({
    terms: "('@31lm:=環境')",
    place: places.whole,
    upTo: places.whole,
    before: null,
    manner: 'as-it-comes',
  })
  expect(steps[1]).toEqual({
    terms: "('@31lm:<環境') & '@31lm:~2028'",
    place: places.begins,
    upTo: places.begins,
    before: null,
    manner: 'as-it-comes',
  })
  expect(steps[3]!.terms).toContain("'@31lm:~2026'")
  expect(steps.at(-1)!.place).toBe(places.anywhere)
})

test('どの年のものも、ちょうど一度だけ調べる', () => {
  const { steps } = matchFor(readQuestion('環境', []), { year: 2026 })
  for (const place of [places.begins, places.title, places.anywhere])
    expect(steps.filter((step) => step.place === place)).toHaveLength(8)
  const anywhere = steps.filter((step) => step.place === places.anywhere)
  expect(anywhere.map(({ terms }) => terms)).toEqual([
    ...[2028, 2027, 2026, 2025, 2024, 2023, 2022].map((year) => `'環境' & '~${year}'`),
    "'環境'",
  ])
  expect(anywhere.map(({ before }) => before)).toEqual([...Array(7).fill(null), 2022])
})

test('言い換えと書き方のちがいは、どれか1つに合えばよい', () => {
  const { all } = matchFor(readQuestion('海岸', [['海岸', '浜辺']]), { year: 2026 })
  // The reading of the word holds without anyone entering it.
  expect(all).toBe("('海岸' | 'かい' & 'いが' & 'がん' | '浜辺')")
})

test('% と _ と \\ は、そのままの文字としてさがす', () => {
  const question = readQuestion('"参加率50%_a\\b" -"5%"', [])
  const match = matchFor(question, { year: 2026 })
  expect(match.terms[0]!.typed).toBe('%参加率50\\%\\_a\\\\b%')
  expect(match.without).toEqual(['5'])
})

test('1字と2字の言葉は索引だけで分かり、長い言葉は本文でも確かめる', () => {
  const provedOf = (typed: string) =>
    matchFor(readQuestion(typed, []), { year: 2026 }).terms.map(({ proved }) => proved)
  expect(provedOf('水 市民 里山保全')).toEqual([true, true, false])
})

test('種類だけでもさがせる', () => {
  const { steps, terms } = matchFor(readQuestion(''), { kind: 'plan', year: 2026 })
  expect(steps[3]!.terms).toBe("'#plan' & '~2025'")
  expect(terms).toEqual([])
})

test('言葉も種類もなければ、さがさない', () => {
  expect(() => matchFor(readQuestion('-海岸'), { year: 2026 })).toThrow(RangeError)
})
