import { type Actor, type GroupRole, hasRole, isOfGroup } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { nextActions } from '#kernel/workflow.ts'
import type { Group } from './group.ts'
import { type RegistrationRole, type RegistrationStep, registration } from './registration.ts'

type Concerned = Pick<Group, 'id' | 'state' | 'channel' | 'receiptNumber' | 'hasRepresentative'> &
  Partial<Pick<Group, 'mergedInto'>>

/** Whether the class asks for a visit, and whether one was recorded. */
export type VisitRule = { readonly asked: boolean; readonly recorded: boolean }

const noVisit: VisitRule = { asked: false, recorded: false }

const acting: readonly GroupRole[] = ['representative', 'manager']

/** True for staff who may work on this registration. Nobody decides on a group they belong to. */
export const isDeskOf = (actor: Actor, group: Pick<Group, 'id'>): boolean =>
  hasRole(actor, 'centre', 'office') && !isOfGroup(actor, group.id)

/** True for those who act for the group. */
export const actsFor = (actor: Actor, group: Pick<Group, 'id'>): boolean =>
  isOfGroup(actor, group.id, ...acting)

/** The workflow's roles that the actor holds towards this group. */
export const rolesTowards = (
  actor: Actor,
  group: Pick<Group, 'id'>,
): readonly RegistrationRole[] => {
  const roles: RegistrationRole[] = []
  if (isOfGroup(actor, group.id, 'representative')) roles.push('representative')
  if (isOfGroup(actor, group.id, 'manager')) roles.push('manager')
  if (isDeskOf(actor, group) && hasRole(actor, 'centre')) roles.push('centre')
  if (isDeskOf(actor, group) && hasRole(actor, 'office')) roles.push('office')
  if (actor.kind === 'system') roles.push('system')
  return roles
}

/** What somebody writes at home is nobody else's until it is sent. */
const reachedTheDesk = (group: Concerned): boolean =>
  group.receiptNumber !== null || group.channel !== 'web'

/** The registration whose people this one belongs to: its own, or the one it went into. */
const homeOf = ({ id, mergedInto }: Concerned): string => mergedInto ?? id

/** Who may look at the registration itself: the group, and the desk once it was sent. */
export const canSeeRegistration = (actor: Actor, group: Concerned): Verdict => {
  if (isOfGroup(actor, homeOf(group))) return yes
  return isDeskOf(actor, group) && reachedTheDesk(group) ? yes : no('registration')
}

/** Who may fill in the form: those who act for the group, and the desk for what comes on paper. */
export const canEditRegistration = (actor: Actor, group: Concerned): Verdict => {
  if (group.state !== 'draft' && group.state !== 'returned') return no('not-now')
  if (actsFor(actor, group)) return yes
  return isDeskOf(actor, group) && reachedTheDesk(group) ? yes : no('registration')
}

/** Who may read files: letters every member, papers of the form those who act for the group and the desk. */
export const canReadFile = (actor: Actor, group: Concerned, isLetter: boolean): Verdict => {
  if (isDeskOf(actor, group) && reachedTheDesk(group)) return yes
  const home = { id: homeOf(group) }
  const member = isLetter ? isOfGroup(actor, home.id) : actsFor(actor, home)
  return member ? yes : no('file')
}

/** Who writes messages about the registration: both sides, once there is something to talk about. */
export const canTalk = (actor: Actor, group: Concerned): Verdict => {
  if (!reachedTheDesk(group)) return no('nothing-sent')
  return actsFor(actor, group) || isDeskOf(actor, group) ? yes : no('registration')
}

/** 仮登録 stands between the check and the number where the class asks for a visit, and nowhere else. */
const fitsVisit = (name: RegistrationStep, group: Concerned, visit: VisitRule): boolean => {
  if (name === 'accept') return visit.asked
  if (name !== 'approve') return true
  return group.state === 'provisional' ? visit.recorded : !visit.asked
}

/** The steps the actor may take now. The desk withdraws only for a group whose leader has no account. */
export const stepsFor = (actor: Actor, group: Concerned, visit: VisitRule = noVisit) =>
  nextActions(registration, group.state, rolesTowards(actor, group)).filter(
    ({ name, by }) =>
      (name !== 'withdraw' || by.includes('representative') || !group.hasRepresentative) &&
      fitsVisit(name, group, visit),
  )

/** Whether the actor may take this step now. */
export const canTakeStep = (
  actor: Actor,
  group: Concerned,
  name: RegistrationStep,
  visit: VisitRule = noVisit,
): Verdict => {
  if (name === 'submit') return canEditRegistration(actor, group)
  return stepsFor(actor, group, visit).some((step) => step.name === name) ? yes : no('not-now')
}

/** Who records that somebody of the group came: the desk, while the visit is awaited. */
export const canRecordVisit = (actor: Actor, group: Concerned): Verdict =>
  group.state === 'provisional' && isDeskOf(actor, group) ? yes : no('not-now')

/** Who may begin a registration for somebody who came with paper. */
export const canEnterPaper = (actor: Actor): Verdict =>
  hasRole(actor, 'centre', 'office') ? yes : no('registration')
