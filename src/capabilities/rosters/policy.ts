import { type Actor, hasRole, isOfGroup } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'

/** The group of a roster, as far as the rules look at it. */
export type RosterGroup = {
  readonly id: string
  readonly hasRepresentative: boolean
  /** False while its people write at home and have sent nothing yet. */
  readonly reached: boolean
}

/** Staff who may have a reason to look. Nobody does so as staff for a group of their own. */
export const isDesk = (actor: Actor, group: Pick<RosterGroup, 'id'>): boolean =>
  hasRole(actor, 'centre', 'office') && !isOfGroup(actor, group.id)

/** Who knows of the roster at all: those who act for the group, and the desk once something was sent. */
export const canOpenRoster = (actor: Actor, group: RosterGroup): Verdict => {
  if (isOfGroup(actor, group.id, 'representative', 'manager')) return yes
  return isDesk(actor, group) && group.reached ? yes : no('roster')
}

/** Who reads names: the group's own people, and staff who have just said why. */
export const canSeeNames = (
  actor: Actor,
  group: RosterGroup,
  viewing: { readonly open: boolean },
): Verdict => {
  if (isOfGroup(actor, group.id, 'representative', 'manager')) return yes
  return isDesk(actor, group) && group.reached && viewing.open ? yes : no('roster-names')
}

/** Who keeps it: the group; for a group without anybody who could, staff who have said why they look. */
export const canKeepRoster = (
  actor: Actor,
  group: RosterGroup,
  viewing: { readonly open: boolean },
): Verdict => {
  if (isOfGroup(actor, group.id, 'representative', 'manager')) return yes
  const alone = !group.hasRepresentative
  return alone && canSeeNames(actor, group, viewing).ok ? yes : no('roster-keep')
}

/** Who opens the officers' names to everyone: the leader alone, because it is about other people's names. */
export const canOpenOfficers = (actor: Actor, group: Pick<RosterGroup, 'id'>): Verdict =>
  isOfGroup(actor, group.id, 'representative') ? yes : no('roster-officers')
