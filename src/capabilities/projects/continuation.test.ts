import { expect, test } from 'vitest'
import { rateContinuation } from './continuation.ts'

test('継続率は、展開を記録した事業のうち終わらなかったものの割合になる', () => {
  const rate = rateContinuation({
    byOutcome: { by_group: 5, commissioned: 1, with_others: 1, ended: 3 },
    unrecorded: 4,
    terminated: 2,
  })
  expect(rate.ratio).toEqual({ numerator: 7, denominator: 10 })
  expect(rate).toMatchObject({ unrecorded: 4, terminated: 2 })
})

test('記録のない事業と中止した事業は、続いたとも終わったとも数えない', () => {
  expect(rateContinuation({ byOutcome: {}, unrecorded: 9, terminated: 3 }).ratio).toEqual({
    numerator: 0,
    denominator: 0,
  })
})
