import { type Actor, accountOf, isOfGroup } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { actsFor, type Group, isDeskOf } from '../groups/index.ts'
import type { AnswerSide, OfferAnswer } from './offer.ts'

type Concerned = Pick<Group, 'id' | 'state' | 'hasRepresentative'>

/** Registrations of these states have no page to write any more. */
const over: readonly Group['state'][] = ['rejected', 'withdrawn', 'revoked']

/** Who writes for the group: those who act for it; the desk for a group that nobody represents here. */
export const canWrite = (actor: Actor, group: Concerned): Verdict => {
  if (over.includes(group.state)) return no('not-now')
  if (actsFor(actor, group)) return yes
  const forPaper = isDeskOf(actor, group) && !group.hasRepresentative && group.state !== 'draft'
  return forPaper ? yes : no('introduction')
}

/** Who sees how the page stands: the group, and the desk once there is a registration. */
export const canSeeWork = (actor: Actor, group: Concerned): Verdict => {
  if (isOfGroup(actor, group.id)) return yes
  return isDeskOf(actor, group) && group.state !== 'draft' ? yes : no('introduction')
}

/** Who takes parts out of sight and back: the desk, never for a group of one's own. */
export const canModerate = (actor: Actor, group: Concerned): Verdict =>
  isDeskOf(actor, group) && group.state !== 'draft' ? yes : no('introduction')

/** Who reads what is still being written: those who write it, and nobody else. */
export const canSeeDraft = (actor: Actor, group: Concerned): boolean =>
  actsFor(actor, group) || canWrite(actor, group).ok

/** Who reads what was published and is out of sight, and papers that are not public. */
export const canSeeUnpublished = (actor: Actor, group: Concerned): boolean =>
  actsFor(actor, group) || canModerate(actor, group).ok

/** Who answers an offer: anybody with an account but the group itself, where somebody of the group would read it. */
export const canAnswer = (
  actor: Actor,
  offer: { readonly groupId: string; readonly groupHasPeople: boolean },
): Verdict => {
  if (isOfGroup(actor, offer.groupId)) return no('own-offer')
  return offer.groupHasPeople ? yes : no('nobody-reads')
}

/** Who asks a group something: anybody with an account but the group itself, where somebody would read it. */
export const canAsk = (
  actor: Actor,
  group: Pick<Group, 'id' | 'state' | 'hasRepresentative'>,
): Verdict => {
  if (isOfGroup(actor, group.id)) return no('own-offer')
  return group.state === 'approved' && group.hasRepresentative ? yes : no('nobody-reads')
}

/** On whose side the actor talks; undefined for everybody else. */
export const sideOf = (actor: Actor, answer: OfferAnswer): AnswerSide | undefined => {
  if (accountOf(actor) === answer.accountId) return 'answerer'
  return actsFor(actor, { id: answer.groupId }) ? 'group' : undefined
}

const isParty = (actor: Actor, answer: OfferAnswer): boolean => sideOf(actor, answer) !== undefined

/** Who reads the conversation: both sides; the desk only where somebody asked it to. */
export const canReadAnswer = (actor: Actor, answer: OfferAnswer): Verdict => {
  if (isParty(actor, answer)) return yes
  const asked = answer.reportedAt !== null && isDeskOf(actor, { id: answer.groupId })
  return asked ? yes : no('conversation')
}

/** Who writes on: both sides, until one of them asks the desk to look. */
export const canGoOn = (actor: Actor, answer: OfferAnswer): Verdict =>
  isParty(actor, answer) && answer.reportedAt === null ? yes : no('conversation')

/** Who reads why the desk was asked: those who asked it, and the desk; never the other side. */
export const canReadReport = (actor: Actor, answer: OfferAnswer): boolean => {
  const side = sideOf(actor, answer)
  return side === undefined ? canReadAnswer(actor, answer).ok : side === answer.reportedBy
}

/** Who settles what was reported. */
export const canSettle = (actor: Actor, answer: OfferAnswer): Verdict =>
  canReadAnswer(actor, answer).ok &&
  !isParty(actor, answer) &&
  answer.reportedAt !== null &&
  answer.settledAt === null
    ? yes
    : no('conversation')
