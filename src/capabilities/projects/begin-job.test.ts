import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { runJob } from '#tests/world/jobs.ts'
import { concludeFor, days, openProjectWorld, projectOf } from './world.fixture.ts'

test('始まる日の来た事業は一つずつ別に始まり、一つの失敗はほかを止めない', async () => {
  const world = await openProjectWorld(await openTestStore())
  await concludeFor(world)
  const { sent, failed } = await runJob(world.town, 'projects.begin', days.begun)
  expect(sent).toEqual([{ name: 'projects.begin-one', data: { projectId: world.projectId } }])
  expect(failed).toEqual([])
  expect((await projectOf(world)).state).toBe('running')
  expect((await runJob(world.town, 'projects.begin', days.begun)).sent).toEqual([])
})
