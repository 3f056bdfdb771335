import type { PlainDate } from '#kernel/calendar.ts'
import type { ConsultationRule, ConsultationStage } from './conditions.ts'
import type { ProposalState } from './proposal.ts'

/** The parts of the way from an idea to a joint project, as people count them. */
export const chainSteps = ['consult', 'write', 'check', 'negotiate', 'review', 'decide'] as const
export type ChainStep = (typeof chainSteps)[number]

export type ChainLink = {
  readonly step: ChainStep
  readonly state: 'done' | 'current' | 'mend' | 'upcoming' | 'skipped' | 'error'
  /** The last day the call's calendar gives to the step. */
  readonly until: PlainDate | undefined
}

type Place = { readonly at: ChainStep; readonly as: 'current' | 'mend' | 'done' | 'error' }

/** Where the chain stands in each state: under way, to be corrected, at its end, or stopped. */
const places: Readonly<Record<ProposalState, Place>> = {
  draft: { at: 'write', as: 'current' },
  submitted: { at: 'check', as: 'current' },
  returned: { at: 'write', as: 'mend' },
  ineligible: { at: 'check', as: 'error' },
  negotiating: { at: 'negotiate', as: 'current' },
  ready: { at: 'review', as: 'current' },
  reviewing: { at: 'review', as: 'current' },
  selected: { at: 'decide', as: 'done' },
  conditional: { at: 'decide', as: 'done' },
  reserve: { at: 'decide', as: 'current' },
  not_selected: { at: 'decide', as: 'done' },
  withdrawn: { at: 'write', as: 'error' },
}

const calendarSteps: Readonly<Record<ChainStep, string>> = {
  consult: 'consultation',
  write: 'call',
  check: 'formal_check',
  negotiate: 'negotiation',
  review: 'presentation',
  decide: 'decision',
}

type ChainCase = {
  readonly state: ProposalState
  readonly rule: ConsultationRule
  readonly consulted: ConsultationStage
  readonly calendar: readonly { readonly step: string; readonly to: PlainDate }[]
}

/** A consultation is part of the way where it took place, or while it still can before the proposal is sent. */
const includesConsultation = ({ state, rule, consulted }: ChainCase): boolean =>
  consulted !== 'none' || (state === 'draft' && rule !== 'none')

/** One that was only recommended is over once the papers have passed. */
const consultationState = ({
  state,
  rule,
  consulted,
}: ChainCase): 'done' | 'skipped' | 'upcoming' => {
  if (consulted === 'held') return 'done'
  const open = ['draft', 'submitted', 'returned'].includes(state)
  return rule === 'required' || open ? 'upcoming' : 'skipped'
}

/** The whole way with the place reached. */
export const listChain = (given: ChainCase): readonly ChainLink[] => {
  const { state, calendar } = given
  const place = places[state]
  const reached = chainSteps.indexOf(place.at)
  return chainSteps
    .filter((step) => step !== 'consult' || includesConsultation(given))
    .map((step) => {
      const own = chainSteps.indexOf(step)
      const until = calendar.find((one) => one.step === calendarSteps[step])?.to
      if (step === 'consult') return { step, until, state: consultationState(given) }
      if (own === reached) return { step, until, state: place.as }
      return { step, until, state: own < reached ? 'done' : 'upcoming' } as const
    })
}
