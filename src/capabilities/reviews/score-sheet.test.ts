import { expect, test } from 'vitest'
import { draftProblems, listChoices, readScores, toSubmission } from './score-sheet.ts'
import type { Rubric } from './scoring.ts'

const text = (ja: string) => ({ ja, en: ja })
const criterion = (code: string, range: { min: number; max: number; step: number }) => ({
  code,
  label: text(code),
  viewpoint: text(code),
  weight: 1,
  ...range,
})
const rubric: Rubric = {
  criteria: [
    criterion('benefit', { min: 0, max: 5, step: 1 }),
    criterion('effect', { min: 1, max: 10, step: 0.5 }),
  ],
  aggregate: 'mean',
  absent: 'exclude',
  quorum: 1,
  threshold: { basis: 'percent_of_max', value: 60 },
  tieBreak: [],
  decimals: 1,
  rounding: 'half_up',
}
const read = (values: Record<string, string>) =>
  readScores(rubric, { text: (name) => values[name] ?? '' })

test('全角の数字も小数も、刻みに合えば評点として読む', () => {
  const reading = read({ 'score.benefit': '４', 'score.effect': '７．５', comment: ' よい ' })
  expect(toSubmission(reading)).toEqual({
    ok: true,
    value: { scores: { benefit: 4, effect: 7.5 }, comment: 'よい' },
  })
})

test.each([
  ['', 'missing'],
  ['6', 'above-max'],
  ['2.5', 'off-step'],
  ['-1', 'not-a-number'],
  ['1e1', 'not-a-number'],
  ['満点', 'not-a-number'],
  ['９９９９９９９９９９', 'not-a-number'],
  ['NaN', 'not-a-number'],
])('評点「%s」は %s', (typed, code) => {
  const reading = read({ 'score.benefit': typed, 'score.effect': '5' })
  expect(reading.problems).toEqual([{ field: 'score.benefit', criterion: 'benefit', code }])
  expect(toSubmission(reading).ok).toBe(false)
  expect(reading.typed).toMatchObject({ benefit: typed })
})

test('最低より低い点は取れない', () => {
  expect(read({ 'score.benefit': '1', 'score.effect': '0.5' }).problems).toMatchObject([
    { criterion: 'effect', code: 'below-min' },
  ])
})

test('下書きは空いた項目があってもよいが、読めない点や長すぎるコメントは直してもらう', () => {
  const gap = read({ 'score.benefit': '3' })
  expect(draftProblems(gap)).toEqual([])
  expect(gap.scores).toEqual({ benefit: 3 })
  const wrong = read({ 'score.benefit': '七', comment: 'あ'.repeat(2001) })
  expect(draftProblems(wrong).map(({ code }) => code)).toEqual(['not-a-number', 'too-long'])
})

test('配点表にない項目は読まれない', () => {
  const reading = read({ 'score.benefit': '3', 'score.effect': '5', 'score.bonus': '100' })
  expect(Object.keys(reading.scores)).toEqual(['benefit', 'effect'])
})

test('選べる点が11までなら並べて見せ、多ければ記入してもらう', () => {
  expect(listChoices(criterion('a', { min: 0, max: 0.4, step: 0.1 }))).toEqual([
    0, 0.1, 0.2, 0.3, 0.4,
  ])
  expect(listChoices(criterion('a', { min: 0, max: 10, step: 1 }))).toHaveLength(11)
  expect(listChoices(criterion('a', { min: 0, max: 50, step: 1 }))).toBeUndefined()
})
