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

/** The clock of the call to which a proposal was made. */
export const clockOf = ({ calls, now }: World, told: StoryProposal): Clock => {
  const call = calls[told.call]
  return ([step, share], soFar, time) =>
    told.call === 'current'
      ? momentSoFar(call, now, soFar, time)
      : momentIn(call, step, share, time)
}
