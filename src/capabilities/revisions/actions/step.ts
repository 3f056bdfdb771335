import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { type Channel, roleCodeOf, takeStep } from '../../procedures/index.ts'
import { tasksIn } from '../next-tasks.ts'
import { rolesTowards } from '../policy.ts'
import { moveRevision } from '../queries/revisions.ts'
import {
  happened,
  type RevisionState,
  type RevisionStep,
  revisionWorkflow,
  subjectOf,
} from '../revision.ts'
import type { Situation } from './situation.ts'

/** One step of a revision, with what its row learns from it. */
export type RevisionMove = {
  readonly name: RevisionStep
  readonly reason?: string | undefined
  readonly channel?: Channel | undefined
  readonly documentNumber?: string | undefined
  /** The day from which the answer is counted, where it is not today. */
  readonly receivedOn?: PlainDate | undefined
  readonly facts?: NonNullable<Parameters<typeof moveRevision>[2]['facts']>
}

/** Takes the step: timeline, audit, who acts next, and the new state, all or nothing. */
export const takeRevisionStep = async (
  scope: Scope,
  city: City,
  given: { readonly situation: Situation; readonly move: RevisionMove },
): Promise<Result<RevisionState, TransitionProblem>> => {
  const { situation, move } = given
  const { revision, group, settings, campaign } = situation
  const { facts = {}, receivedOn, ...step } = move
  const taken = await takeStep<RevisionState, RevisionStep>(scope, revisionWorkflow, {
    ...step,
    subject: subjectOf(revision, group),
    state: revision.state,
    roles: rolesTowards(scope.actor, group),
    role: roleCodeOf(scope.actor),
    title: happened[move.name],
    next: (to) =>
      tasksIn(
        to,
        { revision, group },
        {
          citySlug: city.slug,
          today: tokyoDayOf(scope.now),
          receivedOn,
          reviewDays: settings.changes.reviewDays,
          closesOn: campaign?.closesOn,
        },
      ),
  })
  if (!taken.ok) return taken
  const moved = await moveRevision(scope, revision.id, {
    from: revision.state,
    to: taken.value,
    facts,
  })
  return moved ? ok(taken.value) : refuse('not-from-here')
}
