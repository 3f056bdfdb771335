import { type Actor, hasRole, isOfDepartment } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import type { Indicator } from './indicator.ts'

/** Which indicators the city has is decided by the office. */
export const canKeep = (actor: Actor): boolean => hasRole(actor, 'office')

/** Values are entered and corrected by the office, and by the department that is responsible for them. */
export const canEnter = (actor: Actor, { department }: Pick<Indicator, 'department'>): Verdict =>
  canKeep(actor) || (department !== undefined && isOfDepartment(actor, department))
    ? yes
    : no('indicators.own-department')
