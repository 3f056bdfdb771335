import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestStore } from '#tests/world/city.ts'
import { runJob } from '#tests/world/jobs.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import type { Store } from '../../store.ts'
import { getCall, programmePaths } from '../programmes/index.ts'
import type { ProposalState } from '../proposals/index.ts'
import { openReviewWorld, type ReviewWorld, reviewNow } from './world.fixture.ts'

let store: Store

beforeAll(async () => {
  store = await openTestStore()
})

/** Calls of this world end on 2026-12-11. */
const openWorld = (requests: readonly number[]): Promise<ReviewWorld> =>
  openReviewWorld(store, { members: 1, requests })

const change = (world: ReviewWorld, facts: { state: ProposalState; channel?: string }) =>
  world.town.as(world.office, (scope) =>
    scope.db
      .updateTable('proposals')
      .set({ ...facts, ...(facts.state === 'draft' ? { submitted_at: null } : {}) })
      .where('id', '=', world.contenders[0]!.id)
      .execute(),
  )

const settleAt = async (world: ReviewWorld, moment: string): Promise<string> => {
  const { failed } = await runJob(world.town, 'reviews.settle-calls', new Date(moment))
  expect(failed).toEqual([])
  return world.town.as(visitor, async (scope) => (await getCall(scope, world.call.id)).state)
}

const readCall = async (world: ReviewWorld, lang: string): Promise<string> => {
  const browser = openBrowser(await openTestSite(store, () => reviewNow))
  const path = programmePaths.call(world.town.key.slug, world.call.id)
  return (await browser.get(`${path}?lang=${lang}`)).text()
}

test('提案のなかった募集は、紙で届いたものを待ってから終わり、提案がなかったと公開される', async () => {
  const world = await openWorld([])
  expect(await settleAt(world, '2026-12-18T23:59:59+09:00')).toBe('published')
  expect(await settleAt(world, '2026-12-19T00:05:00+09:00')).toBe('decided')
  const page = await readCall(world, 'ja')
  expect(page).toContain('この募集に提案はありませんでした')
  expect(page).toContain('提案がなかったため、審査を行わずに終了')
  expect(await readCall(world, 'en')).toContain('No proposals were received in this call')
})

test.each(['withdrawn', 'ineligible'] as const)(
  '出された提案がすべて %s なら、残らなかったと公開される',
  async (state) => {
    const world = await openWorld([300_000])
    await change(world, { state })
    expect(await settleAt(world, '2027-01-10T00:05:00+09:00')).toBe('decided')
    expect(await readCall(world, 'ja')).toContain('審査の対象となる提案が残りませんでした')
  },
)

test('審査を待つ提案や、紙から書き写している下書きがあるあいだは、終わらない', async () => {
  const world = await openWorld([300_000])
  for (const facts of [
    { state: 'submitted' },
    { state: 'ready' },
    { state: 'draft', channel: 'post' },
  ] as const) {
    await change(world, facts)
    expect([facts, await settleAt(world, '2027-01-10T00:05:00+09:00')]).toEqual([
      facts,
      'published',
    ])
  }
  await change(world, { state: 'draft', channel: 'web' })
  expect(await settleAt(world, '2027-01-10T00:05:00+09:00')).toBe('decided')
  expect(await readCall(world, 'ja')).toContain('この募集に提案はありませんでした')
})

test('町が使い始める前に終わっていた募集は、提案がなかったことにならない', async () => {
  const world = await openWorld([])
  await world.town.as(world.office, (scope) =>
    scope.db
      .updateTable('calls')
      .set({ opens_on: '2026-05-01', closes_on: '2026-06-30' })
      .where('id', '=', world.call.id)
      .execute(),
  )
  expect(await settleAt(world, '2027-01-10T00:05:00+09:00')).toBe('published')
})
