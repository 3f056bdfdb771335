import { expect, test } from 'vitest'
import { type Confirmation, type Negotiation, outcomeIn, weighConfirmation } from './negotiation.ts'

const open: Negotiation = {
  proposalId: 'p',
  department: 'welfare',
  openedAt: new Date(0),
  group: null,
  departmentSide: null,
  outcome: null,
  closedAt: null,
}
const at = (revision: number): Confirmation => ({
  by: 'a',
  name: '見本',
  at: new Date(0),
  revision,
})

test('片方だけの確認では、協議は終わらない', () => {
  expect(weighConfirmation(open, { side: 'group', seen: 3, current: 3 })).toBe('waits-for-other')
})

test('双方が同じ版を確認すると、協議が終わる', () => {
  const waiting = { ...open, departmentSide: at(3) }
  expect(weighConfirmation(waiting, { side: 'group', seen: 3, current: 3 })).toBe('closes')
})

test('相手が前の版を確認していても、協議は終わらない', () => {
  const waiting = { ...open, departmentSide: at(2) }
  expect(weighConfirmation(waiting, { side: 'group', seen: 3, current: 3 })).toBe('waits-for-other')
})

test('見ていた版が変わっていたら、確認できない', () => {
  const waiting = { ...open, departmentSide: at(4) }
  expect(weighConfirmation(waiting, { side: 'group', seen: 3, current: 4 })).toBe('changed-since')
})

test('同じ側の二度目の確認は、確認を増やさない', () => {
  const waiting = { ...open, group: at(3) }
  expect(weighConfirmation(waiting, { side: 'group', seen: 3, current: 3 })).toBe(
    'confirmed-before',
  )
})

test('結果の欄が選ばれるまで、結果はない', () => {
  expect(outcomeIn({})).toBeNull()
  expect(outcomeIn({ outcome: 'toString' })).toBeNull()
  expect(outcomeIn({ outcome: 'infeasible' })).toBe('infeasible')
})
