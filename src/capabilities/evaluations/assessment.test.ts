import { expect, test } from 'vitest'
import { closingNeedsReason, type Seat } from './assessment.ts'

const seat = (change: Partial<Seat>): Seat =>
  ({
    accountId: 'a',
    name: '見本',
    recused: false,
    declared: true,
    assessed: true,
    ...change,
  }) as Seat

test('第三者評価の締めに理由がいるのは、書いていない委員がいるときと、だれも書いていないとき', () => {
  expect(closingNeedsReason([seat({}), seat({ assessed: false })])).toBe(true)
  expect(closingNeedsReason([seat({}), seat({ assessed: false, recused: true })])).toBe(false)
  expect(closingNeedsReason([seat({ assessed: false, recused: true })])).toBe(true)
  expect(closingNeedsReason([])).toBe(true)
})
