import { type Actor, hasRole, isStaff } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import type { CallHead } from './call.ts'

/** Everyone sees a call once it is public; staff see it while it is prepared. */
export const canSeeCall = (actor: Actor, call: Pick<CallHead, 'state'>): boolean =>
  call.state !== 'planned' || isStaff(actor)

/** Programmes and calls are run by the office. */
export const canManageCalls = (actor: Actor): Verdict =>
  hasRole(actor, 'office') ? yes : no('programmes.office-only')
