import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { closeTasks, type RoleCode, replaceTasks, takeStep } from '../../procedures/index.ts'
import { partSubject, roundSubject, tasksOfPart, tasksOfRound } from '../next-tasks.ts'
import { rolesOnRound } from '../policy.ts'
import { deleteComment, insertComment, listComments, writeAnswer } from '../queries/comments.ts'
import { listParts } from '../queries/parts.ts'
import { moveRound } from '../queries/rounds.ts'
import { type Round, type RoundState, type RoundStep, roundWorkflow } from '../round.ts'
import { tellOfStep } from './tell.ts'

type Move = {
  readonly round: Round
  readonly name: RoundStep
  readonly reason?: string | undefined
  readonly dueOn?: PlainDate | undefined
  readonly documentNumber?: string | undefined
}

/**
 * What the departments still have to do after a step of the round: by the new deadline where they are writing,
 * and nothing at all once the reports have been collected.
 */
const carryOverToParts = async (scope: Scope, city: City, round: Round): Promise<void> => {
  const parts = await listParts(scope, round.id)
  const around = { city: city.slug, now: scope.now }
  for (const part of parts) {
    const subject = partSubject(round, part)
    if (round.state !== 'reporting') await closeTasks(scope, subject)
    else if (part.state === 'writing')
      await replaceTasks(scope, subject, tasksOfPart(round, part, around))
  }
}

/** Takes a step of a round: history, audit, who acts next, and the new state. */
export const stepRound = async (
  scope: Scope,
  city: City,
  move: Move,
): Promise<Result<RoundState, TransitionProblem>> => {
  const { round, name, reason, dueOn, documentNumber } = move
  const after = { ...round, dueOn: dueOn ?? round.dueOn }
  const role: RoleCode = name === 'comment' ? 'reviewer' : 'office'
  const taken = await takeStep<RoundState, RoundStep>(scope, roundWorkflow, {
    subject: roundSubject(round),
    state: round.state,
    name,
    roles: rolesOnRound(scope.actor),
    role,
    reason,
    documentNumber,
    public: name === 'publish',
    next: (to) => tasksOfRound(after, to, { city: city.slug, now: scope.now }),
  })
  if (!taken.ok) return taken
  const moved = await moveRound(scope, round, { state: taken.value, dueOn })
  if (!moved) return refuse('not-from-here')
  const reached = { ...after, state: taken.value }
  if (round.state === 'reporting') await carryOverToParts(scope, city, reached)
  await tellOfStep(scope, city, { round: reached, name, reason })
  return taken
}

/** Goes on to the committee. What is missing is published as missing, and takes a reason. */
export const askCommittee = async (
  scope: Scope,
  city: City,
  given: { readonly round: Round; readonly reason: string },
): Promise<Result<RoundState, TransitionProblem>> => {
  const parts = await listParts(scope, given.round.id)
  if (parts.some(({ state }) => state !== 'accepted') && given.reason === '')
    return refuse('reason-required')
  return stepRound(scope, city, { ...given, name: 'ask-committee' })
}

/** A member of the committee comments on an item, or on the whole year. */
export const commentOn = async (
  scope: Scope,
  city: City,
  given: { readonly round: Round; readonly no: string | null; readonly body: string },
): Promise<Result<RoundState, TransitionProblem>> => {
  const { round, no, body } = given
  const taken = await stepRound(scope, city, { round, name: 'comment' })
  if (taken.ok) await insertComment(scope, round.id, { no, body })
  return taken
}

/** A member takes a comment of their own back, while comments are open. */
export const takeBackComment = (scope: Scope, round: Round, id: string): Promise<boolean> =>
  deleteComment(scope, round.id, id)

export type TypedAnswer = {
  readonly id: string
  readonly version: number
  readonly answer: string
}

/** Keeps the city's answers. @returns the comments that somebody else has answered meanwhile */
export const saveAnswers = async (
  scope: Scope,
  round: Round,
  answers: readonly TypedAnswer[],
): Promise<readonly string[]> => {
  const stored = new Map((await listComments(scope, round.id)).map((one) => [one.id, one]))
  const conflicts: string[] = []
  for (const { id, version, answer } of answers) {
    const before = stored.get(id)
    if (!before || before.answer === answer) continue
    if (!(await writeAnswer(scope, { roundId: round.id, id, version }, answer))) conflicts.push(id)
  }
  return conflicts
}
