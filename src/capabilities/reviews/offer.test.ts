import { expect, test } from 'vitest'
import { findOfferProblem, isOfferOpen, replyDayOf } from './offer.ts'

test('返事の期限は通知の日の翌日から数え、その日の終わりまで待つ', () => {
  const issued = new Date('2027-02-01T01:00:00Z')
  expect(replyDayOf(issued, 7)).toBe('2027-02-08')
  const offer = { answer: null, replyBy: '2027-02-08' } as const
  expect(isOfferOpen(offer, new Date('2027-02-08T14:59:59Z'))).toBe(true)
  expect(isOfferOpen(offer, new Date('2027-02-08T15:00:00Z'))).toBe(false)
  expect(isOfferOpen({ ...offer, answer: 'accepted' }, issued)).toBe(false)
})

test('次点に示す額は、希望額、上限、予算の残りのどれも超えない', () => {
  const bounds = { requested: 300_000, cap: 250_000, left: 200_000 }
  expect(findOfferProblem(200_000, bounds)).toBeUndefined()
  expect(findOfferProblem(200_001, bounds)).toBe('over-envelope')
  expect(findOfferProblem(250_001, bounds)).toBe('over-cap')
  expect(findOfferProblem(300_001, bounds)).toBe('over-request')
  expect(findOfferProblem(0, bounds)).toBe('not-yen')
  expect(findOfferProblem(undefined, bounds)).toBe('not-yen')
  expect(findOfferProblem(300_000, { requested: 300_000, cap: null, left: null })).toBeUndefined()
})
