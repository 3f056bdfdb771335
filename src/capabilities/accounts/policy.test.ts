import { expect, test } from 'vitest'
import { type Actor, type CityRole, type GroupRole, system, visitor } from '#kernel/actor.ts'
import {
  canChangePlace,
  canManageMembers,
  canManageStaff,
  canNameSuccessor,
  canRemoveMember,
  canSeeMembers,
  isDeskOf,
  placesToGive,
  rolesInHandover,
} from './policy.ts'

const person = (
  accountId: string,
  held: { roles?: readonly CityRole[]; place?: GroupRole; trusted?: boolean } = {},
): Actor => ({
  kind: 'person',
  accountId,
  name: accountId,
  roles: held.roles ?? [],
  departments: [],
  memberships: held.place ? [{ groupId: 'g', role: held.place }] : [],
  trusted: held.trusted ?? true,
})

const representative = person('rep', { place: 'representative' })
const manager = person('man', { place: 'manager' })
const member = person('mem', { place: 'member' })
const centre = person('cen', { roles: ['centre'] })
const stranger = person('str')

test('役割を付け外しできるのは、二段階認証を終えた市の管理者だけ', () => {
  const admin = person('adm', { roles: ['city_admin'] })
  const half = person('adm', { roles: ['city_admin'], trusted: false })
  expect(canManageStaff(admin).ok).toBe(true)
  const others = [
    half,
    person('o', { roles: ['office', 'centre', 'department', 'reviewer'] }),
    representative,
    stranger,
    visitor,
    system('job:x'),
  ]
  expect(others.map((actor) => canManageStaff(actor).ok)).toEqual(others.map(() => false))
})

test('会員の一覧は、会員と、その団体に属さないセンター・協働担当課の職員だけが見られる', () => {
  const seen = [representative, manager, member, centre, person('o', { roles: ['office'] })]
  expect(seen.map((actor) => canSeeMembers(actor, 'g').ok)).toEqual(seen.map(() => true))
  const unseen = [stranger, visitor, person('d', { roles: ['department', 'reviewer'] })]
  expect(unseen.map((actor) => canSeeMembers(actor, 'g').ok)).toEqual(unseen.map(() => false))
})

test('自分が会員である団体では、職員として動けない', () => {
  const both = person('b', { roles: ['centre', 'office'], place: 'member' })
  expect(isDeskOf(both, 'g')).toBe(false)
  expect(canManageMembers(both, 'g').ok).toBe(false)
  expect(isDeskOf(both, 'other')).toBe(true)
})

test('担当者は会員を、代表者は担当者も招け、代表者を招けるのは代表者のいない団体の窓口だけ', () => {
  const led = { id: 'g', hasRepresentative: true }
  expect(placesToGive(representative, led)).toEqual(['manager', 'member'])
  expect(placesToGive(manager, led)).toEqual(['member'])
  expect(placesToGive(member, led)).toEqual([])
  expect(placesToGive(stranger, led)).toEqual([])
  expect(placesToGive(centre, led)).toEqual(['manager', 'member'])
  expect(placesToGive(centre, { id: 'g', hasRepresentative: false })).toContain('representative')
})

const placed = (accountId: string, role: GroupRole) => ({ groupId: 'g', accountId, role })

test('代表者の役割は、だれも変えることも外すこともできない', () => {
  const all = [representative, manager, member, centre, person('a', { roles: ['city_admin'] })]
  const target = placed('rep', 'representative')
  expect(all.map((actor) => canChangePlace(actor, target).ok)).toEqual(all.map(() => false))
  expect(all.map((actor) => canRemoveMember(actor, target).ok)).toEqual(all.map(() => false))
})

test('担当者は会員だけを外せ、役割は変えられない', () => {
  expect(canRemoveMember(manager, placed('mem', 'member')).ok).toBe(true)
  expect(canRemoveMember(manager, placed('man2', 'manager')).ok).toBe(false)
  expect(canChangePlace(manager, placed('mem', 'member')).ok).toBe(false)
  expect(canChangePlace(representative, placed('man', 'manager')).ok).toBe(true)
  expect(canRemoveMember(member, placed('mem2', 'member')).ok).toBe(false)
})

test('引継ぎを始めるのは代表者と窓口、答えるのは指名された人、やめるのは始めた側', () => {
  const starters = [representative, manager, member, centre, stranger]
  expect(starters.map((actor) => canNameSuccessor(actor, 'g').ok)).toEqual([
    true,
    false,
    false,
    true,
    false,
  ])
  const handover = {
    id: 'h',
    groupId: 'g',
    from: { accountId: 'rep', name: '' },
    to: { accountId: 'mem', name: '' },
    createdAt: new Date(0),
  }
  expect(rolesInHandover(member, handover)).toEqual(['successor'])
  expect(rolesInHandover(representative, handover)).toEqual(['representative'])
  expect(rolesInHandover(centre, handover)).toEqual(['desk'])
  expect(rolesInHandover(manager, handover)).toEqual([])
})
