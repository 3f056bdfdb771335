import { type Actor, hasRole } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { nextActions } from '#kernel/workflow.ts'
import { actsFor, type Group, isDeskOf } from '../groups/index.ts'
import { holdsOff, lastLateDay } from './campaign.ts'
import {
  type Revision,
  type RevisionRole,
  type RevisionStep,
  revisionWorkflow,
} from './revision.ts'

type Concerned = Pick<Revision, 'state' | 'kind' | 'channel' | 'receiptNumber' | 'decidedAt'>

/** The workflow's roles that the actor holds. Nobody decides on a group they belong to. */
export const rolesTowards = (actor: Actor, group: Pick<Group, 'id'>): readonly RevisionRole[] => {
  const desk = isDeskOf(actor, group)
  return [
    ...(actsFor(actor, group) ? (['group'] as const) : []),
    ...(desk && hasRole(actor, 'centre') ? (['centre'] as const) : []),
    ...(desk && hasRole(actor, 'office') ? (['office'] as const) : []),
    ...(actor.kind === 'system' ? (['system'] as const) : []),
  ]
}

/** A draft that a group writes is its own; a renewal was asked for by the city, and paper lies at the desk. */
const reachedTheDesk = (revision: Concerned): boolean =>
  revision.receiptNumber !== null || revision.kind === 'renewal' || revision.channel !== 'web'

/** Who may look at it: those who act for the group, and the desk. */
export const canSee = (actor: Actor, group: Pick<Group, 'id'>, revision: Concerned): Verdict => {
  if (actsFor(actor, group)) return yes
  return isDeskOf(actor, group) && reachedTheDesk(revision) ? yes : no('revision')
}

/** Until when a renewal is taken: with the registration, or so many days after it lapsed. */
const isInTime = (
  revision: Concerned,
  group: Pick<Group, 'state' | 'validUntil'>,
  time: { readonly today: PlainDate; readonly lateDays: number },
): boolean => {
  if (revision.kind !== 'renewal' || group.state !== 'lapsed') return true
  // What came in time may be mended in the days given for it.
  if (holdsOff(revision, time.today)) return true
  return group.validUntil !== null && time.today <= lastLateDay(group.validUntil, time.lateDays)
}

/** Whether it can be written now: by the group, or by the desk for what came on paper. */
export const canWrite = (
  actor: Actor,
  given: { readonly group: Group; readonly revision: Concerned },
  time: { readonly today: PlainDate; readonly lateDays: number },
): Verdict => {
  const { group, revision } = given
  if (revision.state !== 'draft' && revision.state !== 'returned') return no('not-now')
  const standing = ['approved', 'suspended', ...(revision.kind === 'renewal' ? ['lapsed'] : [])]
  if (!standing.includes(group.state) || !isInTime(revision, group, time)) return no('not-now')
  return canSee(actor, group, revision)
}

/** A change or a further registration is begun for a group whose registration stands. */
export const canBegin = (actor: Actor, group: Group): Verdict => {
  if (group.state !== 'approved') return no('not-now')
  return actsFor(actor, group) || isDeskOf(actor, group) ? yes : no('revision')
}

/** The decisions and the way out that the actor has now. The city asked for a renewal: it is not taken back. */
export const stepsFor = (actor: Actor, group: Pick<Group, 'id'>, revision: Concerned) =>
  nextActions(revisionWorkflow, revision.state, rolesTowards(actor, group)).filter(({ name }) => {
    if (name === 'withdraw')
      return revision.kind !== 'renewal' && (actsFor(actor, group) || revision.channel !== 'web')
    // A renewal that was sent keeps the registration from lapsing: it is not opened again.
    if (name === 'reopen')
      return revision.kind !== 'renewal' && (actsFor(actor, group) || revision.channel !== 'web')
    return name === 'approve' || name === 'return' || name === 'refuse'
  })

/** Whether the actor may take that step now. */
export const canTakeStep = (
  actor: Actor,
  given: { readonly group: Pick<Group, 'id'>; readonly revision: Concerned },
  name: RevisionStep,
): Verdict =>
  stepsFor(actor, given.group, given.revision).some((step) => step.name === name)
    ? yes
    : no('not-now')

/** Both sides talk about what has reached the desk. */
export const canTalk = (actor: Actor, group: Pick<Group, 'id'>, revision: Concerned): Verdict => {
  if (!reachedTheDesk(revision)) return no('nothing-sent')
  return canSee(actor, group, revision)
}

/** Who sees how a campaign goes. */
export const canSeeCampaigns = (actor: Actor): Verdict =>
  hasRole(actor, 'centre', 'office') ? yes : no('role')

/** Who opens a campaign and moves its days. */
export const canRunCampaigns = (actor: Actor): Verdict =>
  hasRole(actor, 'office') ? yes : no('role')
