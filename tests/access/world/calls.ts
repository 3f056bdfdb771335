import { type FormDefinition, forms, getForm } from '#capabilities/forms/index.ts'
import {
  type Call,
  type CallPlan,
  cancelCall,
  findOpenCalls,
  getCall,
  listProgrammes,
  openCall,
  planCall,
  publishCall,
} from '#capabilities/programmes/index.ts'
import { visitor } from '#kernel/actor.ts'
import { act, must, put, type Town } from './town.ts'

/** The calls of the world: one open now, one whose projects run, one whose projects have ended. */
export type Calls = { readonly open: Call; readonly last: Call; readonly old: Call }

/** Nothing under way is public, and of those not selected only the number. */
const discreet = {
  submitted: false,
  scores: 'total',
  comments: true,
  notSelected: 'count',
} as const

/** A paper that the committee reads too, beside those that only the office does. */
const plan = {
  code: 'plan',
  kind: 'file',
  label: { ja: '計画図', en: 'Plan' },
  required: false,
  visibility: 'partial',
  visibilityChoosable: false,
} as const

const addPlanField = async (town: Town, code: string): Promise<void> => {
  const load = forms.presets?.[0]?.load
  await town.here.as(visitor, async (scope) => {
    const { definition } = await getForm(scope, code)
    const [first, ...rest] = definition.sections
    const sections = [{ ...first!, fields: [...first!.fields, plan] }, ...rest]
    await load?.(scope, { ...definition, sections } satisfies FormDefinition, town.here.city)
  })
}

const makeCall = (town: Town, year: number, title: string): Promise<Call> =>
  act(town, 'office', `${year}-08-01`, async (scope) => {
    const [programme] = await listProgrammes(scope)
    const definition = { ...programme!.definition, publish: discreet }
    const planned: CallPlan = {
      ...planCall(definition, year),
      title: { ja: title, en: title },
    }
    const id = must(await openCall(scope, { plan: planned }))
    return getCall(scope, id)
  })

const publish = (town: Town, call: Call): Promise<Call> =>
  act(town, 'office', `${call.fiscalYear}-08-02`, async (scope) => {
    must(await publishCall(scope, call))
    return getCall(scope, call.id)
  })

/** The preset's own call of this year, made as discreet as the others. */
const takeOpenCall = (town: Town): Promise<Call> =>
  town.here.as(visitor, async (scope) => {
    const [call] = await findOpenCalls(scope)
    await scope.db
      .updateTable('calls')
      .set({ definition: JSON.stringify({ ...call!.definition, publish: discreet }) })
      .where('city_id', '=', scope.city.id)
      .where('id', '=', call!.id)
      .execute()
    return getCall(scope, call!.id)
  })

/** Opens the calls of the world, and prepares one of which the public knows nothing. */
export const makeCalls = async (town: Town): Promise<Calls> => {
  const open = await takeOpenCall(town)
  await addPlanField(town, open.definition.forms.proposal)
  const old = await publish(town, await makeCall(town, 2024, town.say('call.old')))
  const last = await publish(town, await makeCall(town, 2025, town.say('call.last')))
  const planned = await makeCall(town, 2027, town.say('call.planned'))
  const cancelled = await publish(town, await makeCall(town, 2022, town.say('call.cancelled')))
  await act(town, 'office', '2022-08-03', async (scope) => {
    const reason = town.say('call.cancel-reason')
    must(await cancelCall(scope, { call: cancelled, reason }))
  })
  put(town, { kind: 'programme', state: 'running', params: { id: open.programmeId } })
  for (const [state, call] of Object.entries({ open, last, old, planned, cancelled }))
    put(town, { kind: 'call', state, params: { id: call.id } })
  return { open, last, old }
}
