import { type Actor, hasRole, isOfDepartment } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { nextActions } from '#kernel/workflow.ts'
import {
  type Part,
  type PartStep,
  partWorkflow,
  type Round,
  type RoundStep,
  roundWorkflow,
} from './round.ts'

export const isOffice = (actor: Actor): boolean => hasRole(actor, 'office')

const isMember = (actor: Actor): boolean => hasRole(actor, 'reviewer')

/** The workflow's roles that the actor holds towards a round. */
export const rolesOnRound = (actor: Actor): readonly ('office' | 'reviewer')[] => [
  ...(isOffice(actor) ? (['office'] as const) : []),
  ...(isMember(actor) ? (['reviewer'] as const) : []),
]

/** The workflow's roles that the actor holds towards a department's share. The office may write for a department. */
export const rolesOnPart = (
  actor: Actor,
  part: Pick<Part, 'department'>,
): readonly ('department' | 'office')[] => [
  ...(isOfDepartment(actor, part.department) ? (['department'] as const) : []),
  ...(isOffice(actor) ? (['office'] as const) : []),
]

/** Reads what a department writes before it is published: the department and the office. */
export const canSeePart = (actor: Actor, part: Pick<Part, 'department'>): Verdict =>
  rolesOnPart(actor, part).length > 0 ? yes : no('progress.own-department')

type At = {
  readonly round: Pick<Round, 'state'>
  readonly part: Pick<Part, 'state' | 'department'>
}

export const canTakePartStep = (actor: Actor, { round, part }: At, step: PartStep): Verdict => {
  if (round.state !== 'reporting') return no('progress.collected')
  return nextActions(partWorkflow, part.state, rolesOnPart(actor, part)).some(
    ({ name }) => name === step,
  )
    ? yes
    : no('progress.not-now')
}

/** Writes into a department's items: as long as they can still be sent. */
export const canWrite = (actor: Actor, at: At): Verdict => canTakePartStep(actor, at, 'send')

/** Looks at what was sent, item by item. */
export const canCheck = (actor: Actor, at: At): Verdict => canTakePartStep(actor, at, 'accept')

export const canTakeRoundStep = (
  actor: Actor,
  round: Pick<Round, 'state'>,
  step: RoundStep,
): Verdict =>
  nextActions(roundWorkflow, round.state, rolesOnRound(actor)).some(({ name }) => name === step)
    ? yes
    : no('progress.not-now')

/** Reads the reports before they are published, as the committee is given them. */
export const canSeeForCommittee = (actor: Actor, round: Pick<Round, 'state'>): Verdict => {
  if (isOffice(actor)) return round.state === 'reporting' ? no('progress.not-now') : yes
  if (!isMember(actor)) return no('progress.committee-only')
  return round.state === 'reporting' ? no('progress.not-now') : yes
}

/** Comments as a member of the committee. */
export const canComment = (actor: Actor, round: Pick<Round, 'state'>): Verdict => {
  if (!isMember(actor)) return no('progress.committee-only')
  return round.state === 'committee' ? yes : no('progress.not-now')
}

/** Answers the committee and publishes. */
export const canAnswer = (actor: Actor, round: Pick<Round, 'state'>): Verdict =>
  canTakeRoundStep(actor, round, 'publish')
