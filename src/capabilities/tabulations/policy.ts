import type { Actor } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { nextActions } from '#kernel/workflow.ts'
import { keepsSurvey, type Survey } from '../surveys/index.ts'
import { type TabulationHead, type TabulationStep, tabulationWorkflow } from './tabulation.ts'

/** Whoever works on a survey counts it, reads what was written and publishes its results. */
export const canTabulate = (actor: Actor, survey: Pick<Survey, 'department'>): Verdict =>
  keepsSurvey(actor, survey) ? yes : no('tabulations.keep')

/** The steps the actor may take with a tabulation now. */
export const stepsOf = (
  actor: Actor,
  survey: Pick<Survey, 'department'>,
  { state }: Pick<TabulationHead, 'state'>,
): readonly TabulationStep[] =>
  nextActions(tabulationWorkflow, state, keepsSurvey(actor, survey) ? ['owner'] : []).map(
    ({ name }) => name,
  )
