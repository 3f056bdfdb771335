import { expect, test } from 'vitest'
import { matchFor } from './match.ts'
import { readQuestion } from './question.ts'

test('題名に合うものから、新しい年からさがす', () => {
  const { steps } = matchFor(readQuestion('市民'), { cityId: 142042, year: 2026 })
  expect(steps[0]).toEqual({
    terms: "'@31lm:^市民' & ('@31lm:~2026' | '@31lm:~2027' | '@31lm:~2028')",
    inTitle: true,
  })
  expect(steps[1]!.terms).toBe("'@31lm:^市民' & '@31lm:~2025'")
  expect(steps.at(-1)!.inTitle).toBe(false)
})

test('どの年のものも、ちょうど一度だけ調べる', () => {
  const { steps } = matchFor(readQuestion('市民'), { year: 2026 })
  expect(steps.filter((step) => step.inTitle)).toHaveLength(6)
  expect(steps.at(-1)!.terms).toBe(
    "'市民' & !'~2026' & !'~2027' & !'~2028' & !'~2025' & !'~2024' & !'~2023' & !'~2022'",
  )
})

test('% と _ と \\ は、そのままの文字としてさがす', () => {
  const match = matchFor(
    { typed: '', words: ['a%_\\b'], without: ['%'], shortened: false },
    { year: 2026 },
  )
  expect(match.patterns).toEqual(['%a\\%\\_\\\\b%'])
  expect(match.without).toEqual(['%\\%%'])
})

test('種類だけでもさがせる', () => {
  const { steps, patterns } = matchFor(readQuestion(''), { kind: 'plan', year: 2026 })
  expect(steps[1]!.terms).toBe("'#plan' & '~2025'")
  expect(patterns).toEqual([])
})

test('言葉も種類もなければ、さがさない', () => {
  expect(() => matchFor(readQuestion('-海岸'), { year: 2026 })).toThrow(RangeError)
})
