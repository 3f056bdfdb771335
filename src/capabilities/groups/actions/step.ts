import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { type Channel, roleCodeOf, takeStep } from '../../procedures/index.ts'
import { type Group, subjectOf } from '../group.ts'
import { tasksIn } from '../next-tasks.ts'
import { rolesTowards } from '../policy.ts'
import type { RegistrationClass } from '../preset.ts'
import { moveGroup } from '../queries/groups.ts'
import {
  erased,
  type GroupState,
  happened,
  type RegistrationStep,
  registration,
} from '../registration.ts'

/** One step of a registration, with what the group's row learns from it. */
export type RegistrationMove = {
  readonly group: Group
  readonly settings: Pick<RegistrationClass, 'reviewDays'>
  readonly name: RegistrationStep
  readonly reason?: string | undefined
  readonly channel?: Channel | undefined
  readonly documentNumber?: string | undefined
  readonly public?: boolean
  /** The day from which the answer is counted, where it is not today. */
  readonly receivedOn?: PlainDate | undefined
  readonly facts?: NonNullable<Parameters<typeof moveGroup>[2]['facts']>
}

const mended = { ja: '直した内容を送りました', en: 'The corrected registration was sent' }

const titleOf = (group: Group, name: RegistrationStep): Bilingual => {
  if (name === 'submit' && group.state === 'returned') return mended
  return name === 'withdraw' && group.number !== null ? erased : happened[name]
}

/** Takes the step: timeline, audit, who acts next, and the new state, all or nothing. */
export const takeRegistrationStep = async (
  scope: Scope,
  city: City,
  move: RegistrationMove,
): Promise<Result<GroupState, TransitionProblem>> => {
  const { group, name } = move
  const taken = await takeStep<GroupState, RegistrationStep>(scope, registration, {
    subject: subjectOf(group),
    state: group.state,
    name,
    roles: rolesTowards(scope.actor, group),
    role: roleCodeOf(scope.actor),
    reason: move.reason,
    documentNumber: move.documentNumber,
    public: move.public,
    channel: move.channel,
    title: titleOf(group, name),
    next: (to) =>
      tasksIn(to, group, {
        citySlug: city.slug,
        today: tokyoDayOf(scope.now),
        receivedOn: move.receivedOn,
        reviewDays: move.settings.reviewDays,
      }),
  })
  if (!taken.ok) return taken
  const { facts = {} } = move
  const moved = await moveGroup(scope, group.id, { from: group.state, to: taken.value, facts })
  return moved ? taken : refuse('not-from-here')
}
