import { type Actor, hasRole } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import type { Facility } from './facility.ts'

/** Who keeps the register: the office, the centre, the administrators. */
export const keepsFacilities = (actor: Actor): boolean =>
  hasRole(actor, 'office', 'centre', 'city_admin')

export const canKeep = (actor: Actor): Verdict =>
  keepsFacilities(actor) ? yes : no('facilities.keep')

/** An open facility can be closed, a closed one opened again. */
export const canClose = (actor: Actor, { state }: Pick<Facility, 'state'>): Verdict =>
  keepsFacilities(actor) && state === 'open' ? yes : no('facilities.not-now')

export const canReopen = (actor: Actor, { state }: Pick<Facility, 'state'>): Verdict =>
  keepsFacilities(actor) && state === 'closed' ? yes : no('facilities.not-now')
