import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { openBrowser, openTestSite } from '#tests/world/site.ts'
import { signIn } from '../proposals/world.fixture.ts'
import { closeReview, decideProposal, getReview, seenOf } from '../reviews/index.ts'
import { declareFor, openFor, scoreFor } from '../reviews/steps.fixture.ts'
import { openReviewWorld, reviewNow } from '../reviews/world.fixture.ts'
import { getAgreement } from './queries/agreements.ts'
import { findProjectOfProposal } from './queries/projects.ts'
import { must } from './world.fixture.ts'

test('条件付き採択の条件は、協定書の案に入り、事業のページでは関係する人だけに見える', async () => {
  const conditions = '毎回、終わりの時刻を参加者に知らせること。'
  const store = await openTestStore(() => reviewNow)
  const world = await openReviewWorld(store, {
    members: 1,
    requests: [300_000],
    envelope: null,
    rubric: { quorum: 1, budget: undefined },
  })
  const { town, office, members, contenders } = world
  const { id } = await openFor(world)
  const proposalId = contenders[0]!.id
  must(await declareFor(world, id, members[0]!))
  const points = world.call.definition.rubric.criteria.map(({ max }) => max)
  must(await scoreFor(world, id, { member: members[0]!, proposalId, points }))
  const project = await town.as(
    office,
    async (scope) => {
      const closed = must(
        await closeReview(scope, town.city, await getReview(scope, id), { reason: '' }),
      )
      must(
        await decideProposal(scope, town.city, {
          reviewId: id,
          proposalId,
          draft: {
            outcome: 'conditional',
            amount: 300_000,
            reason: '公益性が高い。',
            conditions,
            deviation: '',
            early: '委員会の日程が早まったため',
          },
          hiddenComments: [],
          seen: seenOf(closed.ranking),
        }),
      )
      const found = await findProjectOfProposal(scope, proposalId)
      return { id: found!.id, agreement: await getAgreement(scope, found!.id) }
    },
    reviewNow,
  )
  expect(project.agreement.version.body).toContain(conditions)

  const site = await openTestSite(store, () => reviewNow)
  const path = `/${town.key.slug}/projects/${project.id}`
  const leader = await signIn(site, town, contenders[0]!.representative)
  expect(await (await leader.get(path)).text()).toContain(conditions)
  expect(await (await openBrowser(site).get(path)).text()).not.toContain(conditions)
})
