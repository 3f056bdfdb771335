import { beforeAll, expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { visitor } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { groupTables } from './live-tables.ts'
import { savePublicFaces } from './queries/faces.ts'
import { insertGroup, moveGroup, updateGroupFacts } from './queries/groups.ts'
import { beginPeriod, type Ending, endPeriods } from './queries/periods.ts'

let here: TestCity

type Told = {
  readonly name: string
  readonly fields: readonly string[]
  readonly form: string
  readonly members: number | null
  readonly began: PlainDate
  readonly ended?: { readonly on: PlainDate; readonly how: Ending }
}

const register = async (scope: Scope, told: Told): Promise<void> => {
  const groupId = await insertGroup(scope, {
    name: told.name,
    class: 'standard',
    channel: 'web',
  })
  await updateGroupFacts(scope, groupId, { legal_form: told.form, members: told.members })
  await savePublicFaces(scope, [
    {
      id: groupId,
      profile: { summary: { ja: '', en: '' }, entries: [] },
      facets: {
        fields: told.fields,
        recruiting: false,
        areas: [],
        days: [],
        beginners: false,
        publicMembers: told.members,
        legalForm: told.form,
      },
    },
  ])
  const facts = { number: told.name, registered_on: told.began }
  await moveGroup(scope, groupId, { from: 'draft', to: 'approved', facts })
  const period = { groupId, class: 'standard', number: told.name, beganOn: told.began }
  await beginPeriod(scope, { ...period, how: 'new', validUntil: null })
  if (!told.ended) return
  await endPeriods(scope, { groupId }, told.ended)
  await moveGroup(scope, groupId, { from: 'approved', to: 'lapsed' })
}

const groups: readonly Told[] = [
  {
    name: '1',
    fields: ['children'],
    form: 'voluntary-association',
    members: 9,
    began: '2024-05-01',
  },
  {
    name: '2',
    fields: ['children', 'environment'],
    form: 'voluntary-association',
    members: 10,
    began: '2025-03-31',
  },
  {
    name: '3',
    fields: ['environment'],
    form: 'npo-corporation',
    members: 100,
    began: '2025-04-01',
  },
  { name: '4', fields: ['environment'], form: 'company', members: null, began: '2025-06-01' },
  {
    name: '5',
    fields: ['children'],
    form: 'voluntary-association',
    members: 50,
    began: '2024-06-01',
    ended: { on: '2026-03-31', how: 'lapsed' },
  },
]

beforeAll(async () => {
  here = await openTestCity(await openTestStore(), 'kamakura')
  // The site keeps records since fiscal 2024.
  const then = new Date('2024-05-01T01:00:00Z')
  await here.as(
    visitor,
    async (scope) => {
      for (const told of groups) await register(scope, told)
    },
    then,
  )
})

const count = (code: string) =>
  here.as(visitor, (scope) =>
    groupTables.find((table) => table.code === code)!.count(scope, here.city),
  )

const valuesOf = async (code: string): Promise<Record<string, readonly (number | null)[]>> =>
  Object.fromEntries((await count(code)).rows.map((row) => [row.code, row.values]))

test('分野は複数回答で、母数は団体の数である', async () => {
  const { columns } = await count('groups-by-field')
  expect(columns).toMatchObject([{ n: 4, asOf: '2026-11-20' }])
  const fields = await valuesOf('groups-by-field')
  expect(fields).toMatchObject({ children: [2], environment: [3], economy: [0] })
  expect(Object.keys(fields)).toHaveLength(here.city.fields.length)
})

test('組織形態は一つずつで、合計は母数になる', async () => {
  const { columns, rows } = await count('groups-by-legal-form')
  expect(columns[0]?.n).toBe(4)
  expect(rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(4)
})

test('会員の人数は、10人・50人・100人から上の区分に入り、書いていない団体も数える', async () => {
  expect(await valuesOf('group-members')).toEqual({
    'under-10': [1],
    '10-49': [1],
    '50-99': [0],
    '100-': [1],
    'not-stated': [1],
  })
})

test('年度末の数には、その日まで有効だった登録が入り、始まりの日も終わりの日も数える', async () => {
  const { columns, rows } = await count('registered-groups')
  expect(columns.map(({ asOf }) => asOf)).toEqual(['2025-03-31', '2026-03-31', '2026-11-20'])
  expect(rows[0]?.values).toEqual([3, 5, 4])
})

test('新規と失効は、その日のある年度に数える', async () => {
  const moves = await valuesOf('registration-moves')
  expect(moves).toMatchObject({ new: [3, 2, 0], lapsed: [0, 1, 0], renewed: [0, 0, 0] })
})
