import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { isPublic, type ProposalState, type Publishing, proposalWorkflow } from './proposal.ts'
import { listPublicProposals } from './queries/lists.ts'
import { type Cast, makeCast } from './world.fixture.ts'

let here: TestCity
let cast: Cast

beforeAll(async () => {
  here = await openTestCity(await openTestStore(), 'chigasaki')
  cast = await makeCast(here)
  // One proposal in each state, as rows: the rule for lists is about rows.
  await here.as(visitor, async (scope) => {
    for (const [at, state] of Object.keys(proposalWorkflow.states).entries())
      await scope.db
        .insertInto('proposals')
        .values({
          city_id: scope.city.id,
          id: `0000000000${String(at).padStart(2, '0')}`,
          call_id: cast.call.id,
          group_id: cast.groupId,
          type: 'any',
          state,
          title: state,
          receipt_number: `第${at}号`,
          submitted_at: scope.now,
          correction_due: '2026-12-01',
          department: cast.departments[0],
          created_at: scope.now,
          updated_at: scope.now,
        })
        .execute()
  })
})

const listedUnder = (publish: Publishing): Promise<readonly string[]> =>
  here.as(visitor, async (scope) => {
    const definition = {
      ...cast.call.definition,
      publish: { ...cast.call.definition.publish, ...publish },
    }
    await scope.db
      .updateTable('calls')
      .set({ definition: JSON.stringify(definition) })
      .where('city_id', '=', scope.city.id)
      .where('id', '=', cast.call.id)
      .execute()
    const { proposals } = await listPublicProposals(scope, { page: 1 })
    return proposals.map(({ state }) => state).sort()
  })

test.each([
  { submitted: true, notSelected: 'names' },
  { submitted: true, notSelected: 'count' },
  { submitted: false, notSelected: 'names' },
  { submitted: false, notSelected: 'none' },
] as const)('一覧が公開するものは、一件ずつの決まりと同じになる（%o）', async (publish) => {
  const states = Object.keys(proposalWorkflow.states) as ProposalState[]
  const expected = states.filter((state) => isPublic(state, publish)).sort()
  expect(expected.length).toBeGreaterThan(1)
  expect(await listedUnder(publish)).toEqual(expected)
})
