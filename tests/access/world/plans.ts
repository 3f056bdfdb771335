import {
  addItem,
  beginPlan,
  beginRevision,
  findPlan,
  listItems,
  listPlans,
  seriesOf,
} from '#capabilities/plans/index.ts'
import { act, must, put, type Town } from './town.ts'

const facts = (town: Town) => ({
  kind: 'plan',
  status: 'final',
  title_ja: town.say('plan.own.title'),
  about_ja: town.say('plan.own.about'),
  department: town.cast.departments[0],
  source: '市の計画書',
})

/** An item with two below it in a draft. @returns the id of the first of those */
const addTwo = (town: Town, draft: string, state: string): Promise<string> =>
  act(town, 'office', '2026-11-04', async (scope) => {
    const { levels } = {
      levels: state === 'own' ? ['方針', '施策'] : ['chapter', 'section'],
    }
    const upper = must(
      await addItem(scope, draft, {
        parentId: null,
        values: { no: `${state}-1`, level: levels[0] ?? '', title_ja: '見本の方針' },
      }),
    )
    const lower = must(
      await addItem(scope, draft, {
        parentId: upper,
        values: {
          no: `${state}-1-1`,
          level: levels[1] ?? '',
          title_ja: town.say(`plan.${state}.item`),
          purpose_ja: town.say(`plan.${state}.purpose`),
        },
      }),
    )
    // One more, so that the order can be changed.
    const values = { no: `${state}-1-2`, level: levels[1] ?? '', title_ja: '見本の施策' }
    must(await addItem(scope, draft, { parentId: upper, values }))
    return lower
  })

const putDraft = async (town: Town, draft: string, state: 'own' | 'revision'): Promise<void> => {
  const item = await addTwo(town, draft, state)
  put(town, { kind: 'plan-draft', state, params: { draft } })
  put(town, { kind: 'plan-draft-item', state, params: { draft, item } })
}

/** A department's own new plan, and a revision of one of the office's; and two versions to be compared. */
export const makePlans = async (town: Town): Promise<void> => {
  const own = await act(town, 'office', '2026-11-03', async (scope) =>
    must(await beginPlan(scope, facts(town))),
  )
  await putDraft(town, own, 'own')
  const plans = await act(town, 'office', '2026-11-03', (scope) => listPlans(scope))
  const older = plans.find((plan) => plan.version === 1 && seriesOf(plan) === 'guideline')
  const newer = plans.find((plan) => plan.version === 2 && seriesOf(plan) === 'guideline')
  if (!older || !newer) return
  put(town, {
    kind: 'plan-comparison',
    state: 'published',
    params: { id: newer.id, other: older.id },
  })
  const revision = await act(town, 'office', '2026-11-03', async (scope) =>
    must(
      await beginRevision(scope, {
        plan: (await findPlan(scope, newer.id))!,
        items: await listItems(scope, newer.id),
      }),
    ),
  )
  await putDraft(town, revision, 'revision')
}
