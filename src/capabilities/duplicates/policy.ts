import { type Actor, hasRole, isOfGroup } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'

type Pair = readonly [string, string]

const isOfNeither = (actor: Actor, pair: Pair): boolean => pair.every((id) => !isOfGroup(actor, id))

/** Who looks into suspicions: the desk, never for a group of their own. */
export const canJudge = (actor: Actor, pair: Pair): Verdict =>
  hasRole(actor, 'centre', 'office') && isOfNeither(actor, pair) ? yes : no('duplicates')

/** Who makes two registrations one: the office. It cannot be undone by a button. */
export const canMerge = (actor: Actor, pair: Pair): Verdict =>
  hasRole(actor, 'office') && isOfNeither(actor, pair) ? yes : no('merge')

/** Who hands a pair on to the office: staff who may judge it and cannot merge it themselves. */
export const canHandOn = (actor: Actor, pair: Pair): Verdict =>
  canJudge(actor, pair).ok && !canMerge(actor, pair).ok ? yes : no('duplicates')
