import { type Actor, hasRole, isOfDepartment } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'

/** 主管課, where a plan or a draft has one. */
type Kept = { readonly department?: string | null | undefined }

/** Who keeps a plan: the office of all of them, and the department that is named as its own. */
export const keepsPlan = (actor: Actor, { department }: Kept): boolean =>
  hasRole(actor, 'office') || (department != null && isOfDepartment(actor, department))

export const canKeep = (actor: Actor, plan: Kept): Verdict =>
  keepsPlan(actor, plan) ? yes : no('plans.keep')

/** Who begins a new plan: the office, and departments a plan of their own. */
export const canBegin = (actor: Actor): boolean => hasRole(actor, 'office', 'department')
