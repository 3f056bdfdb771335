import type { PlainDate } from '#kernel/calendar.ts'
import type { ConsultationRule, ConsultationStage } from './conditions.ts'
import type { ProposalState } from './proposal.ts'

/** The parts of the way from an idea to a joint project, as people count them. */
export const chainSteps = [
  'consult',
  'write',
  'check',
  'negotiate',
  'review',
  'decide',
  'agree',
] as const
export type ChainStep = (typeof chainSteps)[number]

export type ChainLink = {
  readonly step: ChainStep
  readonly state: 'done' | 'current' | 'upcoming' | 'error'
  /** The last day the call's calendar gives to the step. */
  readonly until: PlainDate | undefined
}

/** Where the chain stands in each state; `stopped` where it ends or waits for a correction. */
const places: Readonly<Record<ProposalState, { at: ChainStep; stopped?: true }>> = {
  draft: { at: 'write' },
  submitted: { at: 'check' },
  returned: { at: 'write', stopped: true },
  ineligible: { at: 'check', stopped: true },
  negotiating: { at: 'negotiate' },
  ready: { at: 'review' },
  reviewing: { at: 'review' },
  selected: { at: 'agree' },
  conditional: { at: 'agree' },
  reserve: { at: 'decide' },
  not_selected: { at: 'decide', stopped: true },
  withdrawn: { at: 'write', stopped: true },
}

const calendarSteps: Readonly<Record<ChainStep, string>> = {
  consult: 'consultation',
  write: 'call',
  check: 'formal_check',
  negotiate: 'negotiation',
  review: 'presentation',
  decide: 'decision',
  agree: 'agreement',
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

/** The whole way with the place reached. */
export const listChain = (given: ChainCase): readonly ChainLink[] => {
  const { state, consulted, calendar } = given
  const { at, stopped } = places[state]
  const reached = chainSteps.indexOf(at)
  return chainSteps
    .filter((step) => step !== 'consult' || includesConsultation(given))
    .map((step) => {
      const place = chainSteps.indexOf(step)
      const until = calendar.find((one) => one.step === calendarSteps[step])?.to
      if (step === 'consult')
        return { step, until, state: consulted === 'held' ? 'done' : 'upcoming' } as const
      if (place === reached) return { step, until, state: stopped ? 'error' : 'current' } as const
      return { step, until, state: place < reached ? 'done' : 'upcoming' } as const
    })
}
