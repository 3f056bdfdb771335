import { expect, test } from 'vitest'
import { type CityRole, type Person, visitor } from '#kernel/actor.ts'
import { canManageCalls, canSeeCall } from './policy.ts'

const person = (...roles: readonly CityRole[]): Person => ({
  kind: 'person',
  accountId: 'a',
  name: '見本',
  roles,
  departments: roles.includes('department') ? ['x'] : [],
  memberships: [],
  trusted: true,
})

test('募集を動かせるのは協働担当課だけ', () => {
  expect(canManageCalls(person('office')).ok).toBe(true)
  for (const actor of [
    visitor,
    person(),
    person('centre', 'department', 'reviewer', 'city_admin'),
    { ...person('office'), trusted: false },
  ])
    expect(canManageCalls(actor).ok).toBe(false)
})

test('公開前の募集は職員だけに見え、公開したものはだれにでも見える', () => {
  expect(canSeeCall(visitor, { state: 'planned' })).toBe(false)
  expect(canSeeCall(person(), { state: 'planned' })).toBe(false)
  expect(canSeeCall(person('reviewer'), { state: 'planned' })).toBe(false)
  expect(canSeeCall(person('department'), { state: 'planned' })).toBe(true)
  for (const state of ['published', 'decided', 'ended', 'cancelled'] as const)
    expect(canSeeCall(visitor, { state })).toBe(true)
})
