import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import {
  beginRevision,
  findPlan,
  getWhole,
  listItems,
  publishDraft,
  savePart,
} from '../plans/index.ts'
import { takeOverSettings } from './actions/new-version.ts'
import { publishRound } from './actions/publish.ts'
import { askCommittee, commentOn, saveAnswers, stepRound } from './actions/round.ts'
import { listComments, listItemComments } from './queries/comments.ts'
import { listHistory } from './queries/history.ts'
import { listEarlier } from './queries/reports.ts'
import { listRounds } from './queries/rounds.ts'
import { findSettings } from './queries/settings.ts'
import {
  acceptFor,
  department,
  holdRoundFor,
  must,
  openFor,
  openProgressWorld,
  type ProgressWorld,
  sendFor,
  withPart,
  year,
} from './world.fixture.ts'

const store = await openTestStore()

/** Publishes the next version of the plan, in which one item has another number. @returns its id */
const renumber = ({ town, office }: ProgressWorld, no: string, next: string): Promise<string> =>
  town.as(office, async (scope) => {
    const plan = (await findPlan(scope, 'plan'))!
    const draft = must(await beginRevision(scope, { plan, items: await listItems(scope, 'plan') }))
    const whole = await getWhole(scope, draft)
    const part = whole.items.find(({ values }) => values.no === no)!
    const values = { ...part.values, no: next }
    must(await savePart(scope, draft, { part: part.id, seen: part.version, values }))
    const id = must(await publishDraft(scope, town.city, draft))
    await takeOverSettings(scope, {
      name: 'plan.published',
      subjectKind: 'plan',
      subjectId: id,
      data: { plan: id, before: 'plan', series: 'plan' },
    })
    return id
  })

test('計画の新しい版で番号が変わっても、前回の文・経過・委員会の意見・報告の決めごとが続く', async () => {
  const world = await openProgressWorld(store)
  const { town, office, officer, member } = world
  await openFor(world)
  must(await sendFor(world, { actor: officer }))
  must(await acceptFor(world))
  const no = await withPart(
    world,
    { actor: office },
    async (_, { tasks }) => tasks.find(({ report }) => report.leads)!.item.no,
  )
  await holdRoundFor(world, office, async (scope, round) =>
    must(await askCommittee(scope, town.city, { round, reason: '見本のため' })),
  )
  await holdRoundFor(world, member, async (scope, round) =>
    must(await commentOn(scope, town.city, { round, no, body: 'よく続いています。' })),
  )
  await holdRoundFor(world, office, async (scope, round) =>
    must(await stepRound(scope, town.city, { round, name: 'close-committee' })),
  )
  await holdRoundFor(world, office, async (scope, round) => {
    const comments = await listComments(scope, round.id)
    await saveAnswers(
      scope,
      round,
      comments.map(({ id, version }) => ({ id, version, answer: '続けます。' })),
    )
  })
  await holdRoundFor(world, office, async (scope, round) =>
    must(await publishRound(scope, town.city, round)),
  )

  const id = await renumber(world, no, '新-1')
  await town.as(office, async (scope) => {
    const history = await listHistory(scope, id, '新-1')
    expect(history[0]).toMatchObject({ planId: 'plan', fiscalYear: year, item: { no } })
    expect(
      await listItemComments(scope, [{ roundId: history[0]!.roundId, no: history[0]!.item.no }]),
    ).toMatchObject([{ body: 'よく続いています。' }])
    const [old, now] = [(await findPlan(scope, 'plan'))!, (await findPlan(scope, id))!]
    const before = await findSettings(scope, old, town.city)
    const after = await findSettings(scope, now, town.city)
    expect(after.scale).toEqual(before.scale)
    expect(after.fallback).toBe(before.fallback)
    expect(after.figures).toEqual(
      before.figures.map((one) => (one.item === no ? { ...one, item: '新-1' } : one)),
    )
  })
  const items = await town.as(office, (scope) => listItems(scope, id))
  const [plan, settings] = await town.as(office, async (scope) => {
    const found = (await findPlan(scope, id))!
    return [found, await findSettings(scope, found, town.city)] as const
  })
  await openFor(world, { plan, items, settings, fiscalYear: year + 1 })
  const earlier = await town.as(officer, (scope) =>
    listEarlier(scope, { planId: id, before: year + 1, department }),
  )
  expect(earlier.get('新-1')).toMatchObject({ fiscalYear: year, results: `${no} 行いました。` })
  expect(earlier.has(no)).toBe(false)
  const rounds = await town.as(office, (scope) => listRounds(scope, 'plan'))
  expect(rounds.map((one) => [one.planId, one.fiscalYear])).toEqual([
    [id, year + 1],
    ['plan', year],
  ])
})
