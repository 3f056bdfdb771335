import { type Actor, hasRole } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { nextActions } from '#kernel/workflow.ts'
import { actsFor, type Group, isDeskOf } from '../groups/index.ts'
import { holdsOff, lastLateDay } from './campaign.ts'
import {
  isTakenOver,
  type Revision,
  type RevisionRole,
  type RevisionStep,
  revisionWorkflow,
} from './revision.ts'

type Concerned = Pick<
  Revision,
  'state' | 'kind' | 'channel' | 'onPaper' | 'receiptNumber' | 'decidedAt'
>

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

/** A draft that a group writes is its own; what was sent, and paper, lies at the desk. */
const reachedTheDesk = (revision: Concerned): boolean =>
  revision.receiptNumber !== null || revision.onPaper

/** The desk knows of a renewal before it comes: the city asked for it. What is written in it, it does not know. */
const isKnownToTheDesk = (revision: Concerned): boolean =>
  reachedTheDesk(revision) || revision.kind === 'renewal'

/** Who may look at it: those who act for the group, and the desk. */
export const canSee = (actor: Actor, group: Pick<Group, 'id'>, revision: Concerned): Verdict => {
  if (actsFor(actor, group)) return yes
  return isDeskOf(actor, group) && isKnownToTheDesk(revision) ? yes : no('revision')
}

/** Who may read its papers: the desk not before they were sent. */
export const canReadPapers = (
  actor: Actor,
  group: Pick<Group, 'id'>,
  revision: Concerned,
): Verdict => {
  if (actsFor(actor, group)) return yes
  return isDeskOf(actor, group) && reachedTheDesk(revision) ? yes : no('revision')
}

/** True where what the group writes on must not be read: the desk sees what was sent last. */
export const isWrittenOn = (revision: Concerned): boolean =>
  !revision.onPaper && (revision.state === 'draft' || revision.state === 'returned')

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

type Writing = { readonly group: Group; readonly revision: Concerned }
type Until = { readonly today: PlainDate; readonly lateDays: number }

/** Whether it is still taken from anybody. */
const isTaken = ({ group, revision }: Writing, time: Until): Verdict => {
  if (revision.state !== 'draft' && revision.state !== 'returned') return no('not-now')
  const standing = ['approved', 'suspended', ...(revision.kind === 'renewal' ? ['lapsed'] : [])]
  if (!standing.includes(group.state) || !isInTime(revision, group, time)) return no('not-now')
  return yes
}

/** Whether it can be written now: by the group, or by the desk for what came on paper. */
export const canWrite = (actor: Actor, given: Writing, time: Until): Verdict => {
  const { group, revision } = given
  const taken = isTaken(given, time)
  if (!taken.ok) return taken
  if (actsFor(actor, group)) return isTakenOver(revision) ? no('on-paper') : yes
  return isDeskOf(actor, group) && revision.onPaper ? yes : no('revision')
}

/** Staff enter a renewal that came on paper; what the group has written of it stays its own, and unread. */
export const canTakeOver = (actor: Actor, given: Writing, time: Until): Verdict => {
  const { group, revision } = given
  if (!isDeskOf(actor, group)) return no('revision')
  if (revision.kind !== 'renewal' || revision.onPaper) return no('not-now')
  return isTaken(given, time)
}

/** What was taken over in error goes back to the group, with all that it had written. */
export const canGiveBack = (actor: Actor, given: Writing): Verdict => {
  const { group, revision } = given
  if (!isDeskOf(actor, group)) return no('revision')
  const isWritten = revision.state === 'draft' || revision.state === 'returned'
  return isTakenOver(revision) && isWritten ? yes : no('not-now')
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
  if (!isKnownToTheDesk(revision)) return no('nothing-sent')
  return canSee(actor, group, revision)
}

/** The desk tells groups what nobody of them would read: that their registration has lapsed. */
export const canTellLapse = (actor: Actor, group: Pick<Group, 'id' | 'state'>): Verdict => {
  if (!isDeskOf(actor, group)) return no('revision')
  return group.state === 'lapsed' ? yes : no('not-now')
}

/** Who sees how a campaign goes. */
export const canSeeCampaigns = (actor: Actor): Verdict =>
  hasRole(actor, 'centre', 'office') ? yes : no('role')

/** Who opens a campaign and moves its days. */
export const canRunCampaigns = (actor: Actor): Verdict =>
  hasRole(actor, 'office') ? yes : no('role')
