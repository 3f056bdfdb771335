import { expect, test } from 'vitest'
import { compareNumbers } from './compare.ts'
import { planOf } from './presets.fixture.ts'

test('素案の番号はすべて指針にあり、指針にだけある番号は23ある', () => {
  const final = planOf('kamakura', 'guideline').items
  const draft = planOf('kamakura', 'guideline-draft').items
  const { onlyHere, onlyThere } = compareNumbers(final, draft)
  expect(onlyThere).toEqual([])
  expect(onlyHere).toHaveLength(23)
  expect(
    onlyHere.every(({ no }) => final.find((item) => item.no === no)?.level === 'measure'),
  ).toBe(true)
})

test('比べる向きを変えると、左右が入れかわる', () => {
  const a = [{ no: '1', title: { ja: 'あ', en: 'a' } }]
  const b = [{ no: '2', title: { ja: 'い', en: 'b' } }]
  expect(compareNumbers(a, b)).toEqual({ onlyHere: a, onlyThere: b })
  expect(compareNumbers(b, a)).toEqual({ onlyHere: b, onlyThere: a })
})
