import { type Actor, hasRole, isOfDepartment, isStaff } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { nextActions } from '#kernel/workflow.ts'
import { type Survey, type SurveyStep, surveyWorkflow } from './survey.ts'

type Kept = Pick<Survey, 'department'>

/** Who works on a survey: the office and the centre on all, a department on its own. */
export const keepsSurvey = (actor: Actor, { department }: Kept): boolean =>
  hasRole(actor, 'office', 'centre') || (department !== null && isOfDepartment(actor, department))

export const canKeep = (actor: Actor, survey: Kept): Verdict =>
  keepsSurvey(actor, survey) ? yes : no('surveys.keep')

/** Who may begin a survey at all. */
export const canBegin = (actor: Actor): boolean => hasRole(actor, 'office', 'centre', 'department')

/** Departments ask in their own name; the office and the centre in anybody's. */
export const canAskFor = (actor: Actor, department: string | null): boolean =>
  hasRole(actor, 'office', 'centre') || (department !== null && isOfDepartment(actor, department))

/** A draft is for those who work on it; afterwards it is everyone's. */
export const canSee = (actor: Actor, survey: Kept & Pick<Survey, 'state'>): boolean =>
  survey.state !== 'draft' || keepsSurvey(actor, survey) || isStaff(actor)

/** The steps the actor may take now. */
export const stepsOf = (
  actor: Actor,
  survey: Kept & Pick<Survey, 'state' | 'frozen' | 'counted'>,
): readonly SurveyStep[] =>
  nextActions(surveyWorkflow, survey.state, keepsSurvey(actor, survey) ? ['owner'] : [])
    .map(({ name }) => name)
    // What was answered stays public.
    .filter((name) => name !== 'take-back' || !survey.frozen)

export const canTake = (
  actor: Actor,
  survey: Kept & Pick<Survey, 'state' | 'frozen' | 'counted'>,
  step: SurveyStep,
): Verdict => (stepsOf(actor, survey).includes(step) ? yes : no('surveys.not-now'))
