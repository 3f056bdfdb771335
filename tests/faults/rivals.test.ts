import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { getProposal, withdrawProposal } from '#capabilities/proposals/index.ts'
import { closeReview, decideProposal, getReview, seenOf } from '#capabilities/reviews/index.ts'
import { declareFor, must, openFor } from '#capabilities/reviews/steps.fixture.ts'
import { openReviewWorld, reviewNow } from '#capabilities/reviews/world.fixture.ts'
import type { Scope } from '#data/scope.ts'
import { system } from '#kernel/actor.ts'
import { openTestStore, testNow } from '#tests/world/city.ts'
import type { Store } from '../../src/store.ts'

let store: Store

beforeAll(async () => {
  store = await openTestStore()
})

const city = { id: 142_042, slug: 'nowhere' }

const hold = (scope: Scope, key: number) =>
  sql`SELECT pg_advisory_xact_lock(${sql.lit(key)})`.execute(scope.db)

/** Two pieces of work, each of which wants what the other holds; both hold the first before either asks on. */
const meet = (once: boolean) => {
  let holding = 0
  let bothHold = () => {}
  const met = new Promise<void>((resolve) => {
    bothHold = resolve
  })
  let runs = 0
  const work = (first: number, second: number) =>
    store.database.write({ ...store.opening(city, system('test')), once }, async (scope) => {
      runs += 1
      await hold(scope, first)
      holding += 1
      if (holding === 2) bothHold()
      await met
      await hold(scope, second)
      return first
    })
  return { both: Promise.allSettled([work(1, 2), work(2, 1)]), runs: () => runs }
}

test('たがいに待ち合う二つの仕事は、一方が取り消されてやり直され、どちらも終わる', async () => {
  const { both, runs } = meet(false)
  expect(await both).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'fulfilled', value: 2 },
  ])
  expect(runs()).toBe(3)
})

test('取り消せないことをする仕事は、やり直されない', async () => {
  const { both, runs } = meet(true)
  const ends = await both
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(ends.find((end) => end.status === 'rejected')?.reason).toMatchObject({ code: '40P01' })
  expect(runs()).toBe(2)
})

test('ほかの誤りでは、やり直さない', async () => {
  let runs = 0
  const failing = store.database.write(store.opening(city, system('test')), async (scope) => {
    runs += 1
    await sql`SELECT 1 / 0`.execute(scope.db)
  })
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect(runs).toBe(1)
})

/** Resolves once somebody waits for a lock that this transaction holds. */
const isWaitedFor = async (scope: Scope): Promise<void> => {
  for (;;) {
    const { rows } = await sql<{ waiting: boolean }>`
      SELECT EXISTS (SELECT FROM pg_stat_activity a WHERE pg_backend_pid() = ANY (pg_blocking_pids(a.pid)))
        AS waiting`.execute(scope.db)
    if (rows[0]?.waiting) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('決定の途中に来た取下げは、募集のところで待ち、提案を持ったまま待つことはない', async () => {
  const world = await openReviewWorld(store, {
    members: 1,
    requests: [100_000, 100_000],
    envelope: null,
    rubric: { quorum: 1, budget: undefined },
  })
  const { town, office, members, contenders, call } = world
  const { id } = await openFor(world)
  must(await declareFor(world, id, members[0]!))
  const closed = must(
    await town.as(
      office,
      async (scope) =>
        closeReview(scope, town.city, await getReview(scope, id), { reason: '欠席のため' }),
      reviewNow,
    ),
  )
  const [decided, withdrawn] = contenders
  const withdraw = () =>
    town.as(
      withdrawn!.representative,
      async (scope) =>
        withdrawProposal(scope, town.city, {
          proposal: await getProposal(scope, withdrawn!.id),
          call,
          reason: '会の事情による。',
          channel: 'web',
        }),
      reviewNow,
    )
  const withdrawal = await town.as(
    office,
    async (scope) => {
      must(
        await decideProposal(scope, town.city, {
          reviewId: id,
          proposalId: decided!.id,
          draft: {
            outcome: 'not_selected',
            amount: 0,
            reason: '採点した委員がいないため。',
            conditions: '',
            deviation: '',
            early: '委員会の日程が早まったため',
          },
          hiddenComments: [],
          seen: seenOf(closed.ranking),
        }),
      )
      const waiting = { done: withdraw() }
      await isWaitedFor(scope)
      await scope.db
        .selectFrom('proposals')
        .select('id')
        .where('id', '=', withdrawn!.id)
        .forUpdate()
        .noWait()
        .execute()
      return waiting
    },
    reviewNow,
  )
  must(await withdrawal.done)
  const after = await town.as(office, (scope) => getReview(scope, id), testNow)
  expect(after.state).toBe('decided')
})
