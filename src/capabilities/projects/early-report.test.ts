import { beforeAll, expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import type { Store } from '../../store.ts'
import { listEvents } from '../procedures/index.ts'
import { subjectOf } from './project.ts'
import {
  acceptFor,
  beginFor,
  days,
  must,
  openProjectWorld,
  type ProjectWorld,
  projectOf,
  reportFor,
} from './world.fixture.ts'

let store: Store
let world: ProjectWorld

beforeAll(async () => {
  store = await openTestStore()
  world = await openProjectWorld(store, { years: 2 })
  await beginFor(world)
})

test('年度の途中の報告は、事業がすべて終わったと確かめなければ受け付けない', async () => {
  const asked = must(await reportFor(world, { now: days.interim }))
  expect(asked).toMatchObject({ sent: false, problems: [{ name: 'all_done' }] })
  const sent = must(await reportFor(world, { now: days.interim, more: { all_done: 'yes' } }))
  expect(sent).toEqual({ sent: true, problems: [] })
})

test('その確認には理由がいり、理由は経過に残る。次の年度はそのあとに開く', async () => {
  expect(await acceptFor(world, days.interim)).toEqual({ ok: false, error: 'reason-required' })
  expect((await projectOf(world)).years).toHaveLength(1)
  const reason = '最後の催しまで終わり、成果を確かめたため。'
  must(await acceptFor(world, days.interim, reason))
  const project = await projectOf(world)
  expect(project.years.map(({ fiscalYear, state }) => [fiscalYear, state])).toEqual([
    [2027, 'accepted'],
    [2028, 'running'],
  ])
  const events = await world.town.as(world.office, (scope) =>
    listEvents(scope, [subjectOf(project)], { publicOnly: true }),
  )
  expect(events.find(({ step }) => step === 'accept')?.reason).toBe(reason)
})

test('募集の日程のとおりの報告と確認は、何も問われない', async () => {
  expect(must(await reportFor(world, { now: days.second }))).toEqual({ sent: true, problems: [] })
  must(await acceptFor(world, days.second))
})
