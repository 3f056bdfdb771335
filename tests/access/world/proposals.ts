import { getForm } from '#capabilities/forms/index.ts'
import { listFiles } from '#capabilities/procedures/index.ts'
import { type Call, getCall } from '#capabilities/programmes/index.ts'
import {
  askConsultation,
  beginProposal,
  cancelConsultation,
  confirmNegotiation,
  getConsultation,
  lockProposal,
  passProposal,
  proposeAppointment,
  readNegotiationSheet,
  recordConsultation,
  returnProposal,
  ruleOutProposal,
  saveNegotiation,
  saveProposal,
  submitProposal,
  withdrawProposal,
} from '#capabilities/proposals/index.ts'
import type { Scope } from '#data/scope.ts'
import type { PersonName } from './cast.ts'
import { act, must, put, type Town } from './town.ts'
import { bodyOf, paper, typeForm } from './typed.ts'

const states: string[] = []

/** What a proposal asks for: an amount that stands nowhere else. Those of a small world begin with 86. */
const amountOf = (town: Town, state: string): string => {
  if (!states.includes(state)) states.push(state)
  return `${town.small ? 86 : 87},${600 + states.indexOf(state)}`
}

/** The places of all amounts that a text tells, as `proposal.<state>.requested_amount`. */
export const amountsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(8[67]),(6\d\d)|(?<![0-9a-z])(8[67])(6\d\d)(?![0-9a-z])/g)].flatMap(
    ([amount, thousands, rest, plainThousands, plainRest]) => {
      const state = states[Number(rest ?? plainRest) - 600]
      if (!state) return []
      return (thousands ?? plainThousands) === '87'
        ? [`proposal.${state}.requested_amount`]
        : [`another city: ${amount}`]
    },
  )

const figuresOf = (amount: string) => ({
  requested_amount: amount,
  'budget_income.0.amount': amount,
  'budget_expense.0.amount': amount,
})

/** How far a proposal is brought. */
export type Reach = 'draft' | 'submitted' | 'negotiating' | 'ready'

export type Told = {
  /** The name under which the world knows it. */
  readonly state: string
  readonly call: Call
  readonly group: string
  readonly by: PersonName
  readonly day: string
  readonly reach: Reach
}

type Held = {
  readonly proposal: Awaited<ReturnType<typeof lockProposal>>
  readonly call: Call
}

const hold = async (scope: Scope, id: string): Promise<Held> => {
  const proposal = await lockProposal(scope, id)
  return { proposal, call: await getCall(scope, proposal.callId) }
}

const step = (
  town: Town,
  given: { readonly by: PersonName; readonly day: string; readonly id: string },
  work: (scope: Scope, held: Held) => Promise<unknown>,
): Promise<unknown> =>
  act(town, given.by, given.day, async (scope) => work(scope, await hold(scope, given.id)))

const begin = (town: Town, told: Told): Promise<string> =>
  act(town, told.by, told.day, async (scope) =>
    must(
      await beginProposal(scope, town.here.city, {
        call: told.call,
        groupId: told.group,
        type: told.call.definition.types.find(({ themed }) => !themed)!.code,
        theme: undefined,
        issueId: undefined,
        channel: 'web',
      }),
    ),
  )

const write = (town: Town, told: Told, id: string): Promise<unknown> =>
  step(town, { by: told.by, day: told.day, id }, async (scope, held) => {
    const { here, say } = town
    const { definition } = await getForm(scope, held.call.definition.forms.proposal)
    const about = `proposal.${told.state}`
    const files = {
      plan: paper('keikaku.txt', say(`${about}.plan`)),
      attachments: paper('meibo.txt', say(`${about}.attachments`)),
    }
    const figures = figuresOf(amountOf(town, told.state))
    const sent = bodyOf(typeForm(definition, { city: here.city, say, about }, figures), files)
    const problems = must(await saveProposal(scope, here.city, { ...held, sent }))
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
  })

const talk = async (town: Town, told: Told, id: string): Promise<void> => {
  const { here, say, cast } = town
  const about = `talks.${told.state}`
  const [department] = cast.departments
  await step(town, { by: told.by, day: told.day, id }, async (scope, held) => {
    const { definition } = await getForm(scope, held.call.definition.forms.negotiation)
    // within what is granted later, so that the agreement does not contradict itself
    const more = { outcome: 'feasible', 'costs_city.0.amount': '70,000' }
    const sent = bodyOf(typeForm(definition, { city: here.city, say, about }, more))
    must(await saveNegotiation(scope, here.city, { ...held, side: 'group', sent }))
  })
  if (told.reach !== 'ready') return
  for (const [by, side] of [
    [told.by, 'group'],
    ['dept', 'department'],
  ] as const)
    await step(town, { by, day: told.day, id }, async (scope, held) => {
      const seen = (await readNegotiationSheet(scope, id))?.revision ?? 0
      must(await confirmNegotiation(scope, here.city, { ...held, side, seen }))
    })
  if (department === '') throw new Error('no department')
}

/** A proposal brought as far as told; nothing of it is known to the world until it is put there. */
export const makeProposal = async (town: Town, told: Told): Promise<string> => {
  const id = await begin(town, told)
  await write(town, told, id)
  if (told.reach === 'draft') return id
  const { city } = town.here
  await step(town, { by: told.by, day: told.day, id }, async (scope, held) =>
    must(await submitProposal(scope, city, { ...held, seen: undefined })),
  )
  if (told.reach === 'submitted') return id
  const [department] = town.cast.departments
  await step(town, { by: 'office', day: told.day, id }, async (scope, held) =>
    must(await passProposal(scope, city, { ...held, department })),
  )
  await talk(town, told, id)
  return id
}

const putFilesOf = (town: Town, id: string): Promise<void> =>
  act(town, 'office', '2026-11-19', async (scope) => {
    for (const file of await listFiles(scope, { kind: 'proposal', id })) {
      const [place, field] = file.purpose.split('/')
      if (place === 'proposal')
        put(town, { kind: 'file', state: `proposal-${field}`, params: { id: file.id } })
    }
  })

/** A's proposals to the open call that are not before the committee. */
export const makeOpenProposals = async (
  town: Town,
  given: { readonly call: Call; readonly group: string },
): Promise<void> => {
  const { city } = town.here
  const make = (state: string, reach: Reach): Promise<string> =>
    makeProposal(town, { ...given, state: `new-${state}`, reach, by: 'rep', day: '2026-11-12' })
  const ids: Record<string, string> = {
    draft: await make('draft', 'draft'),
    submitted: await make('submitted', 'submitted'),
    returned: await make('returned', 'submitted'),
    ineligible: await make('ineligible', 'submitted'),
    withdrawn: await make('withdrawn', 'submitted'),
    negotiating: await make('negotiating', 'negotiating'),
    ready: await make('ready', 'ready'),
  }
  const at = (by: PersonName, state: string) => ({ by, day: '2026-11-16', id: ids[state] ?? '' })
  await step(town, at('office', 'returned'), async (scope, held) => {
    const reason = town.say('proposal.return.reason')
    must(await returnProposal(scope, city, { ...held, reason, dueOn: '2026-11-30' }))
  })
  await step(town, at('office', 'ineligible'), async (scope, held) => {
    const reason = town.say('proposal.rule-out.reason')
    must(await ruleOutProposal(scope, city, { ...held, reason }))
  })
  await step(town, at('rep', 'withdrawn'), async (scope, held) => {
    const reason = town.say('proposal.withdrawal.reason')
    must(await withdrawProposal(scope, city, { ...held, reason, channel: 'web' }))
  })
  for (const [state, id] of Object.entries(ids))
    put(town, { kind: 'proposal', state, params: { id } })
  await putFilesOf(town, ids.submitted ?? '')
}

const ask = (
  town: Town,
  given: { readonly call: Call; readonly group: string; readonly state: string },
): Promise<string> =>
  act(town, 'rep', '2026-11-03', async (scope) => {
    const { here, say } = town
    const form = await getForm(scope, given.call.definition.forms.consultation)
    const about = `consultation.${given.state}`
    const sent = bodyOf(typeForm(form.definition, { city: here.city, say, about }))
    const asking = { groupId: given.group, callId: given.call.id, proposalId: null, form, sent }
    return must(await askConsultation(scope, here.city, asking))
  })

/** A's consultations in every state. */
export const makeConsultations = async (
  town: Town,
  given: { readonly call: Call; readonly group: string },
): Promise<void> => {
  const { here, say } = town
  for (const state of ['asked', 'held', 'cancelled'] as const) {
    const id = await ask(town, { ...given, state })
    put(town, { kind: 'consultation', state, params: { id } })
    if (state === 'asked') {
      await act(town, 'centre', '2026-11-05', async (scope) => {
        const appointment = { on: '2027-03-29', detail: say('consultation.appointment') } as const
        const consultation = await getConsultation(scope, id)
        must(await proposeAppointment(scope, here.city, { consultation, appointment }))
      })
      continue
    }
    await act(town, 'centre', '2026-11-05', async (scope) => {
      const consultation = await getConsultation(scope, id)
      const record = {
        heldOn: '2026-11-04',
        advisor: say('consultation.advisor'),
        note: say('consultation.note'),
      } as const
      const reason = say('consultation.cancel.reason')
      if (state === 'held')
        must(await recordConsultation(scope, here.city, { consultation, record }))
      else must(await cancelConsultation(scope, here.city, { consultation, reason }))
    })
  }
}
