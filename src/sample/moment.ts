import type { Scope } from '#data/scope.ts'
import type { World } from './world.ts'

/** What somebody does, in a scope in which they are the actor and it is that moment. */
export type Deed = (scope: Scope, world: World) => Promise<void>

/** One moment of the story: when, who (a person's key, or the product itself), and what they do. */
export type Moment = {
  readonly at: Date
  readonly by: string | 'system'
  readonly deed: Deed
}

/** Moments that have come by now, in the order of time. What lies ahead has not happened. */
export const inOrder = (moments: readonly Moment[], now: Date): readonly Moment[] =>
  moments.filter(({ at }) => at <= now).toSorted((a, b) => a.at.getTime() - b.at.getTime())
