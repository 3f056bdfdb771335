import { beforeAll, describe, expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { runJob } from '#tests/world/jobs.ts'
import type { Store } from '../../store.ts'
import { listTasksOf } from '../procedures/index.ts'
import type { RubricPreset } from '../programmes/index.ts'
import { decideCall, findOpenCalls, getCall } from '../programmes/index.ts'
import { getProposal, type ProposalState, readyStep, withdrawProposal } from '../proposals/index.ts'
import { listOpenEntries } from '../publishing/index.ts'
import { closeReview } from './actions/close.ts'
import { decideProposal, seenOf } from './actions/decide.ts'
import { openReview } from './actions/open.ts'
import { hearReady } from './actions/ready-tasks.ts'
import { listCallsToReview } from './queries/proposals.ts'
import { findReviewOfCall, getReview } from './queries/reviews.ts'
import { declareFor, must, scoreFor } from './steps.fixture.ts'
import {
  openReviewWorld,
  type ReviewWorld,
  reviewNow,
  type WorldSettings,
} from './world.fixture.ts'

let store: Store

beforeAll(async () => {
  store = await openTestStore()
})

const rubric: Partial<RubricPreset> = {
  criteria: [
    {
      code: 'benefit',
      label: { ja: '公益性', en: 'Benefit' },
      viewpoint: { ja: '公益性', en: 'Benefit' },
      min: 0,
      max: 10,
      step: 1,
      weight: 1,
    },
  ],
  aggregate: 'mean',
  absent: 'exclude',
  quorum: 1,
  threshold: { basis: 'percent_of_max', value: 50 },
  tieBreak: [],
  budget: { total: 1, mode: 'partial_offer', replyDays: 7 },
}

const openWorld = (settings: Partial<WorldSettings> = {}): Promise<ReviewWorld> =>
  openReviewWorld(store, {
    members: 1,
    requests: [300_000, 400_000],
    envelope: 500_000,
    rubric,
    ...settings,
  })

const asOffice = <T>(
  { town, office }: ReviewWorld,
  work: Parameters<typeof town.as<T>>[1],
  now = reviewNow,
): Promise<T> => town.as(office, work, now)

const putInto = (world: ReviewWorld, at: number, state: ProposalState) =>
  asOffice(world, (scope) =>
    scope.db
      .updateTable('proposals')
      .set({ state })
      .where('id', '=', world.contenders[at]!.id)
      .execute(),
  )

const closeCallOn = (world: ReviewWorld, day: string) =>
  asOffice(world, async (scope) => {
    await scope.db
      .updateTable('calls')
      .set({ closes_on: day })
      .where('id', '=', world.call.id)
      .execute()
    await scope.db
      .updateTable('public_entries')
      .set({ closes_on: day })
      .where('kind', '=', 'call')
      .where('id', '=', world.call.id)
      .execute()
  })

const openFurther = (world: ReviewWorld) =>
  asOffice(world, async (scope) =>
    openReview(scope, world.town.city, {
      call: await getCall(scope, world.call.id),
      draft: { dueOn: '2027-02-10', reason: '出そろったものから始める。' },
    }),
  )

/** One review from its opening to the last decision: everything in it is selected with this amount. */
const reviewAll = async (world: ReviewWorld, at: number, amount: number): Promise<string> => {
  const { id } = must(await openFurther(world))
  const proposalId = world.contenders[at]!.id
  const member = world.members[0]!
  must(await declareFor(world, id, member))
  must(await scoreFor(world, id, { member, proposalId, points: [9] }))
  const closed = must(
    await asOffice(world, async (scope) =>
      closeReview(scope, world.town.city, await getReview(scope, id), { reason: '' }),
    ),
  )
  must(
    await asOffice(world, (scope) =>
      decideProposal(scope, world.town.city, {
        reviewId: id,
        proposalId,
        draft: {
          outcome: 'selected',
          amount,
          reason: '公益性が高い。',
          conditions: '',
          deviation: '残りの予算による。',
          early: '委員会の日程が早まったため',
        },
        hiddenComments: [],
        seen: seenOf(closed.ranking),
      }),
    ),
  )
  return id
}

const callState = (world: ReviewWorld) =>
  asOffice(world, async (scope) => (await getCall(scope, world.call.id)).state)

describe('審査に入っていない提案があるあいだ', () => {
  test('決定が済んでも募集は続き、あとの提案は残りの予算の次の審査で選べる', async () => {
    const world = await openWorld()
    await putInto(world, 1, 'negotiating')
    const first = await reviewAll(world, 0, 300_000)
    expect(await callState(world)).toBe('published')

    await putInto(world, 1, 'ready')
    expect(await asOffice(world, listCallsToReview)).toMatchObject([
      { id: world.call.id, ready: 1 },
    ])
    const second = await reviewAll(world, 1, 200_000)
    const [one, other] = await asOffice(world, async (scope) => [
      await getReview(scope, first),
      await getReview(scope, second),
    ])
    expect([one?.round, other?.round]).toEqual([1, 2])
    expect(other?.title.ja).toContain('第2回')
    expect(other?.rubric.budget?.total).toBe(200_000)
    expect(other?.ranking?.standings[0]).toMatchObject({ outcome: 'reserve', offered: 200_000 })
    expect(await callState(world)).toBe('decided')
  })

  test('その最後の一件が取り下げられると、募集の結果が決まる', async () => {
    const world = await openWorld()
    await putInto(world, 1, 'negotiating')
    await reviewAll(world, 0, 300_000)
    const { town, contenders } = world
    await town.as(
      contenders[1]!.representative,
      async (scope) =>
        withdrawProposal(scope, town.city, {
          proposal: await getProposal(scope, contenders[1]!.id),
          call: await getCall(scope, world.call.id),
          reason: '会の事情による。',
          channel: 'web',
        }).then(must),
      reviewNow,
    )
    expect(await callState(world)).toBe('decided')
  })

  test('審査が行われているあいだは、次の審査を開けない', async () => {
    const world = await openWorld()
    await putInto(world, 1, 'negotiating')
    must(await openFurther(world))
    await putInto(world, 1, 'ready')
    expect(await openFurther(world)).toEqual({ ok: false, error: 'opened-already' })
  })
})

describe('募集が提案を受け付けているあいだ', () => {
  test('決定が済んでも受付は続き、募集のページ、一覧、さがした結果は同じことを言う', async () => {
    const world = await openWorld({ requests: [300_000] })
    await closeCallOn(world, '2027-03-31')
    await reviewAll(world, 0, 300_000)
    expect(await callState(world)).toBe('published')
    const open = await asOffice(world, async (scope) => ({
      calls: (await findOpenCalls(scope)).map(({ id }) => id),
      entries: (await listOpenEntries(scope, { kinds: ['call'] })).map(({ id }) => id),
      decided: await decideCall(scope, world.call.id),
    }))
    expect(open).toEqual({
      calls: [world.call.id],
      entries: [world.call.id],
      decided: { ok: false, error: 'still-open' },
    })
  })

  test('締切の翌日に、待つ提案がなければ結果が決まる', async () => {
    const world = await openWorld({ requests: [300_000] })
    await closeCallOn(world, '2027-03-31')
    await reviewAll(world, 0, 300_000)
    const settle = (now: Date) => runJob(world.town, 'reviews.settle-calls', now)
    await settle(new Date('2027-03-31T23:59:59+09:00'))
    expect(await callState(world)).toBe('published')
    expect((await settle(new Date('2027-04-01T00:05:00+09:00'))).failed).toEqual([])
    expect(await callState(world)).toBe('decided')
    const review = await asOffice(world, (scope) => findReviewOfCall(scope, world.call.id))
    expect(review?.state).toBe('decided')
  })
})

test('審査待ちの提案について机に載る仕事は、審査が動いているかどうかで変わる', async () => {
  const world = await openWorld()
  await putInto(world, 1, 'negotiating')
  const { id } = must(await openFurther(world))
  await putInto(world, 1, 'ready')
  const waiting = world.contenders[1]!.id
  const told = async () => {
    const tasks = await asOffice(world, (scope) =>
      listTasksOf(scope, { kind: 'proposal', id: waiting }),
    )
    return tasks.filter(({ step }) => step === readyStep).map(({ title }) => title.ja)
  }
  await asOffice(world, (scope) =>
    hearReady(scope, {
      name: 'proposal.ready',
      subjectKind: 'proposal',
      subjectId: waiting,
      data: { callId: world.call.id },
    }),
  )
  expect(await told()).toEqual(['進んでいる審査に、この提案を加える'])
  const closed = must(
    await asOffice(world, async (scope) =>
      closeReview(scope, world.town.city, await getReview(scope, id), { reason: '早く終えた' }),
    ),
  )
  expect(await told()).toEqual(['今の審査の結果を決めて、次の審査に備える'])
  must(
    await asOffice(world, (scope) =>
      decideProposal(scope, world.town.city, {
        reviewId: id,
        proposalId: world.contenders[0]!.id,
        draft: {
          outcome: 'not_selected',
          amount: 0,
          reason: '採点した委員がいない。',
          conditions: '',
          deviation: '',
          early: '委員会の日程が早まったため',
        },
        hiddenComments: [],
        seen: seenOf(closed.ranking),
      }),
    ),
  )
  expect(await told()).toEqual(['審査を始める'])
})
