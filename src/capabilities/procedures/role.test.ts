import { expect, test } from 'vitest'
import { type Person, system, visitor } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { actorText, departmentRole, roleCodeOf, roleText } from './role.ts'

const city = {
  centre: { ja: 'さぽらんて', en: 'Saporante' },
  departments: [{ code: 'greens', name: { ja: '公園緑地課', en: 'Parks and greens' } }],
} as unknown as City

const person = (given: Partial<Person>): Person => ({
  kind: 'person',
  accountId: 'a',
  name: '見本 花子',
  roles: [],
  departments: [],
  memberships: [],
  trusted: true,
  ...given,
})

test('履歴の役割は、読む人の言葉で示される', () => {
  const role = roleCodeOf(person({ roles: ['department'], departments: ['greens'] }))
  expect(role).toBe(departmentRole('greens'))
  expect(roleText(role, city, 'ja')).toBe('公園緑地課')
  expect(roleText(role, city, 'en')).toBe('Parks and greens')
})

test('センターは、市の呼び方で示される', () => {
  const role = roleCodeOf(person({ roles: ['centre'] }))
  expect(roleText(role, city, 'ja')).toBe('さぽらんて')
})

test.each([
  [visitor, '来訪者', 'Visitor'],
  [person({}), '市民等', 'Resident'],
  [person({ memberships: [{ groupId: 'g', role: 'member' }] }), '団体', 'Group'],
  [system('job:remind'), '自動で', 'Automatic'],
  [system('operator'), 'サイトの運営者', 'Operator of the site'],
] as const)('%o は、どちらの言葉でも読める', (actor, ja, en) => {
  expect(roleText(roleCodeOf(actor), city, 'ja')).toBe(ja)
  expect(roleText(roleCodeOf(actor), city, 'en')).toBe(en)
})

test('人ではないものの内部の名は出さない', () => {
  expect(actorText({ role: 'operator', name: 'operator' }, city, 'ja')).toBe('サイトの運営者')
  expect(actorText({ role: 'office', name: '見本 花子' }, city, 'ja')).toBe('協働担当課　見本 花子')
  expect(actorText({ role: 'group', name: '見本 花子' }, city, 'en')).toBe('Group, 見本 花子')
})
