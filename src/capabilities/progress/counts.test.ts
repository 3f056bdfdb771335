import { expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoInstant } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import { openTestStore } from '#tests/world/city.ts'
import { groupCounters } from '../groups/counters.ts'
import { beginPeriod } from '../groups/index.ts'
import { introductionCounters } from '../introductions/counters.ts'
import { issueCounters } from '../issues/counters.ts'
import { programmeCounters } from '../programmes/counters.ts'
import { projectCounters } from '../projects/counters.ts'
import { beginFor, openProjectWorld } from '../projects/world.fixture.ts'
import { proposalCounters } from '../proposals/counters.ts'
import { surveyCounters } from '../surveys/counters.ts'
import { countedYear, countFor } from './counts.ts'
import type { Task } from './report.ts'

const store = await openTestStore()
const counters = [
  ...groupCounters,
  ...introductionCounters,
  ...programmeCounters,
  ...issueCounters,
  ...proposalCounters,
  ...projectCounters,
  ...surveyCounters,
]

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

/** News of the group, a local issue, a consultation and a survey with 17 answers, all on that day. */
const happenOn = async (scope: Scope, groupId: string, day: PlainDate): Promise<void> => {
  const at = tokyoInstant(day, '10:00')
  const of = { city_id: scope.city.id, id: newId() }
  const times = { created_at: at, updated_at: at }
  await scope.db
    .insertInto('group_news')
    .values({ ...of, ...times, group_id: groupId, title: '清掃', published_at: at })
    .execute()
  await scope.db
    .insertInto('issues')
    .values({
      ...of,
      ...times,
      state: 'published',
      receipt_number: `課題-${day}`,
      title: '川の掃除',
      body: '川が汚れています。',
      author_name: '見本',
      published_at: at,
    })
    .execute()
  await scope.db
    .insertInto('consultations')
    .values({ ...of, group_id: groupId, state: 'held', topic: '協働', asked_at: at, held_on: day })
    .execute()
  await scope.db
    .insertInto('surveys')
    .values({
      ...of,
      ...times,
      // One ran out by itself: nobody has closed it.
      state: day === '2026-04-01' ? 'published' : 'closed',
      texts: '{}',
      ways: ['open'],
      opens_on: day,
      closes_on: day,
      questionnaire: '{}',
      receipt_key: 'x',
    })
    .execute()
  await scope.db
    .insertInto('survey_counts')
    .values([
      { city_id: of.city_id, survey_id: of.id, mode: 'open', answers: 12 },
      { city_id: of.city_id, survey_id: of.id, mode: 'paper', answers: 5 },
    ])
    .execute()
}

/** One of everything in fiscal 2026, on its first and its last day; the registration is renewed in the year after. */
const live = async (world: Awaited<ReturnType<typeof openProjectWorld>>): Promise<void> => {
  await beginFor(world)
  const { groupId } = world
  const period = { groupId, number: '1', validUntil: null } as const
  await world.town.as(world.office, async (scope) => {
    await beginPeriod(scope, { ...period, class: 'standard', how: 'new', beganOn: '2026-04-01' })
    await beginPeriod(scope, { ...period, class: 'other', how: 'renewed', beganOn: '2027-04-01' })
    await happenOn(scope, groupId, '2026-04-01')
    await happenOn(scope, groupId, '2027-03-31')
    await happenOn(scope, groupId, '2027-04-01')
    await scope.db
      .updateTable('project_years')
      .set({ state: 'accepted', accepted_at: tokyoInstant('2027-03-31', '23:59') })
      .where('city_id', '=', scope.city.id)
      .execute()
  })
}

test('自動の集計は、4月1日から3月31日までのことを、その年度のこととして数える', async () => {
  const world = await openProjectWorld(store, { preset: 'yamaguchi' })
  await live(world)
  const codes = counters.map(({ code }) => code)
  const count = async (fiscalYear: number) =>
    world.town.as(
      world.office,
      async (scope) => {
        const found = await countFor(scope, counters, { tasks: [taskWith(...codes)], fiscalYear })
        return Object.fromEntries([...found].map(([code, { value }]) => [code, value]))
      },
      new Date('2028-06-01T01:00:00Z'),
    )
  const [before, then, after] = await Promise.all([2020, 2026, 2027].map(count))
  expect(Object.values(before ?? {})).toEqual(codes.map(() => 0))
  const dated = {
    'groups-registered': 1,
    'groups-new': 1,
    'groups-renewed': 0,
    'group-news': 2,
    'issues-published': 2,
    'consultations-held': 2,
    'projects-reported': 1,
    'surveys-closed': 2,
    'survey-answers': 34,
  }
  expect(then).toMatchObject(dated)
  expect(after).toMatchObject({
    'groups-new': 0,
    'groups-renewed': 1,
    'group-news': 1,
    'projects-reported': 0,
    'survey-answers': 17,
  })
  // One group handed in one proposal to one call, which became one project.
  const most = (code: string) => Math.max(then?.[code] ?? 0, after?.[code] ?? 0)
  expect(['calls', 'proposals-submitted', 'projects'].map(most)).toEqual([1, 1, 1])
})

test('項目が名を挙げた集計だけを数える', async () => {
  const world = await openProjectWorld(store, { preset: 'yamaguchi' })
  const found = await world.town.as(world.office, (scope) =>
    countFor(scope, counters, { tasks: [taskWith('calls')], fiscalYear: 2026 }),
  )
  expect([...found.keys()]).toEqual(['calls'])
})
