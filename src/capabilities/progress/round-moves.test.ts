import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { listTasksFor } from '../procedures/index.ts'
import { openRound } from './actions/open.ts'
import { askCommittee, stepRound } from './actions/round.ts'
import { listParts } from './queries/parts.ts'
import {
  holdRoundFor,
  must,
  openFor,
  openingOf,
  openProgressWorld,
  type ProgressWorld,
  sendFor,
} from './world.fixture.ts'

const store = await openTestStore()

const tasksOf = (world: ProgressWorld, person: ProgressWorld['officer']) =>
  world.town.as(person, async (scope) =>
    (await listTasksFor(scope, person)).map(({ step, dueOn }) => [step, dueOn]),
  )

test('期限を変えると、まだ出していない課のすることの期限も変わる', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  must(await sendFor(world, { actor: world.officer }))
  const checking = await tasksOf(world, world.officer)
  await holdRoundFor(world, world.office, async (scope, round) =>
    must(
      await stepRound(scope, world.town.city, {
        round,
        name: 'change-due',
        reason: '年末のため',
        dueOn: '2026-12-24',
      }),
    ),
  )
  expect(await tasksOf(world, world.stranger)).toEqual([['write', '2026-12-24']])
  // Nothing is asked again of a department that has sent.
  expect(await tasksOf(world, world.officer)).toEqual(checking)
})

test('報告を締めると、課にも事務局にも、もうできないことは残らない', async () => {
  const world = await openProgressWorld(store)
  await openFor(world)
  must(await sendFor(world, { actor: world.officer }))
  await holdRoundFor(world, world.office, async (scope, round) =>
    must(await askCommittee(scope, world.town.city, { round, reason: '期限を過ぎたため' })),
  )
  expect(await tasksOf(world, world.stranger)).toEqual([])
  expect((await tasksOf(world, world.office)).map(([step]) => step)).toEqual(['close-committee'])
})

test('2,000項目をすべての課が報告する計画も、始められる', async () => {
  const world = await openProgressWorld(store)
  const items = 2_000
  const round = await world.town.as(world.office, async (scope) => {
    const opening = await openingOf(scope, world)
    const one = opening.items.find(({ level, aliasOf }) => level === 'item' && !aliasOf)!
    const many = Array.from({ length: items }, (_, at) => ({
      ...one,
      no: `${at + 1}`,
      departmentsAsPrinted: '全所属',
    }))
    return must(await openRound(scope, world.town.city, { ...opening, items: many }))
  })
  const parts = await world.town.as(world.office, (scope) => listParts(scope, round.id))
  expect(parts).toHaveLength(world.town.city.departments.length)
  expect(parts.every((part) => part.items === items)).toBe(true)
})
