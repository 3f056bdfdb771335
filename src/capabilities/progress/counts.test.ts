import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { groupCounters } from '../groups/counters.ts'
import { beginPeriod } from '../groups/index.ts'
import { programmeCounters } from '../programmes/counters.ts'
import { projectCounters } from '../projects/counters.ts'
import { beginFor, openProjectWorld } from '../projects/world.fixture.ts'
import { proposalCounters } from '../proposals/counters.ts'
import { countedYear, countFor } from './counts.ts'
import type { Task } from './report.ts'

const store = await openTestStore()
const counters = [...groupCounters, ...programmeCounters, ...proposalCounters, ...projectCounters]

const label = { ja: '数', en: 'n' }
const taskWith = (...codes: readonly string[]): Task =>
  ({
    item: { figures: codes.map((code) => ({ code, label, unit: label, counter: code })) },
  }) as unknown as Task

test('終わった年度は3月31日、今の年度は今日を基準に数える', () => {
  const now = new Date('2026-11-20T01:00:00Z')
  expect(countedYear(2025, now)).toEqual({ fiscalYear: 2025, asOf: '2026-03-31' })
  expect(countedYear(2026, now)).toEqual({ fiscalYear: 2026, asOf: '2026-11-20' })
})

test('団体・募集・提案・協働事業は、このサイトの記録から年度ごとに数えられる', async () => {
  const world = await openProjectWorld(store, { preset: 'yamaguchi' })
  await beginFor(world)
  await world.town.as(world.office, (scope) =>
    beginPeriod(scope, {
      groupId: world.groupId,
      class: 'standard',
      number: '1',
      how: 'new',
      beganOn: '2026-10-01',
      validUntil: null,
    }),
  )
  const codes = counters.map(({ code }) => code)
  const now = new Date('2028-06-01T01:00:00Z')
  const count = async (fiscalYear: number) =>
    world.town.as(
      world.office,
      async (scope) => {
        const found = await countFor(scope, counters, { tasks: [taskWith(...codes)], fiscalYear })
        return Object.fromEntries([...found].map(([code, { value }]) => [code, value]))
      },
      now,
    )
  const years = await Promise.all([2020, 2026, 2027].map(count))
  expect(years[0]).toEqual({
    'groups-registered': 0,
    calls: 0,
    'proposals-submitted': 0,
    projects: 0,
  })
  // One group handed in one proposal, which became one project of the year after.
  const most = (code: string) => Math.max(...years.map((one) => one[code] ?? 0))
  expect(codes.map(most)).toEqual([1, 1, 1, 1])
})

test('項目が名を挙げた集計だけを数える', async () => {
  const world = await openProjectWorld(store, { preset: 'yamaguchi' })
  const found = await world.town.as(world.office, (scope) =>
    countFor(scope, counters, { tasks: [taskWith('calls')], fiscalYear: 2026 }),
  )
  expect([...found.keys()]).toEqual(['calls'])
})
