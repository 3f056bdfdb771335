import { expect, test } from 'vitest'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { beginPlan } from './actions/begin.ts'
import { importPlan } from './actions/import.ts'
import { currentOf } from './plan.ts'
import { planOf, plansOf } from './presets.fixture.ts'
import { listPlans } from './queries/plans.ts'

const store = await openTestStore()

test('さがして見つかる項目は、計画のいちばん新しい版のものだけ。古い版を読みこみ直しても同じ', async () => {
  const town = await openTestCity(store, 'kamakura')
  const office = await town.person('見本 事務局', ['office'])
  const found = await town.as(office, async (scope) => {
    const current = currentOf(await listPlans(scope)).map(({ id }) => id)
    const older = plansOf('kamakura').filter(({ id }) => !current.includes(id))
    expect(older.length).toBeGreaterThan(0)
    for (const { id } of older) await importPlan(scope, planOf('kamakura', id), town.city)
    const rows = await scope.db
      .selectFrom('public_entries')
      .select('id')
      .where('city_id', '=', scope.city.id)
      .where('kind', '=', 'plan-item')
      .execute()
    return { current, plans: new Set(rows.map(({ id }) => id.split('/')[0] ?? '')) }
  })
  expect([...found.plans].filter((id) => !found.current.includes(id))).toEqual([])
  expect(found.plans.size).toBeGreaterThan(0)
})

test('二人が同時に計画をつくり始めても、どちらの下書きもできる', async () => {
  const town = await openTestCity(store, 'yamaguchi')
  const office = await town.person('見本 事務局', ['office'])
  const start = (title: string) =>
    town.as(office, (scope) => beginPlan(scope, { title_ja: title, kind: 'plan' }))
  const begun = await Promise.all([start('一の計画'), start('二の計画')])
  expect(begun.map(({ ok }) => ok)).toEqual([true, true])
})
