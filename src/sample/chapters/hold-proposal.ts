import type { CallStep } from '#capabilities/programmes/index.ts'
import { lockProposal } from '#capabilities/proposals/index.ts'
import type { Scope } from '#data/scope.ts'
import { momentIn, momentSoFar } from '../days.ts'
import type { StoryProposal } from '../story.ts'
import { idOf, type World } from '../world.ts'

/** The proposal, held, with its call. */
export const holdProposal = async (scope: Scope, world: World, told: StoryProposal) => ({
  proposal: await lockProposal(scope, idOf(world, 'proposal', told.key)),
  call: world.calls[told.call],
})

/** When the steps of a proposal are taken: in the windows of a past call, or in the days since today's opened. */
export type Clock = (past: readonly [CallStep, number], soFar: number, time: string) => Date

/** How far apart proposals of one call are: a share of the days since it opened, and minutes. */
const apart = { share: 0.008, minutes: 4 } as const

/**
 * The clock of the call to which a proposal was made. Hours only rise from step to step, because a call that
 * opened a few days ago may see several steps on one day.
 */
export const clockOf = ({ calls, now, story }: World, told: StoryProposal): Clock => {
  const call = calls[told.call]
  const place = story.proposals.filter((one) => one.call === told.call).indexOf(told)
  const later = (at: Date): Date => new Date(at.getTime() + place * apart.minutes * 60_000)
  return ([step, share], soFar, time) =>
    later(
      told.call === 'current'
        ? momentSoFar(call, now, Math.min(0.99, soFar + place * apart.share), time)
        : momentIn(call, step, share, time),
    )
}
