import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { issueNotice } from '../../procedures/index.ts'
import { completeProject } from '../../projects/index.ts'
import { takeDocumentNumber } from '../../proposals/index.ts'
import { type Evaluation, evaluationKind } from '../evaluation.ts'
import { composeEvaluationSheet } from '../evaluation-document.ts'
import type { AnswerForm } from '../form.ts'
import { publishedResult, type Whole } from '../published.ts'
import { saveAnswerText } from '../queries/evaluations.ts'
import { findWritten } from '../queries/whole.ts'
import { compareSheets } from '../scores.ts'
import { composeMail, listBothSides } from './letters.ts'
import { type Case, subjectOf, takeEvaluationStep } from './step.ts'

/** Everything that was written of an evaluation that is past the self-evaluations. */
export const findWhole = async (
  scope: Scope,
  evaluation: Evaluation,
): Promise<Whole | undefined> => {
  const written = await findWritten(scope, evaluation.projectId)
  if (!written) return undefined
  const { sheets, explanations, assessments } = written
  const comparisons = compareSheets(sheets, evaluation.definition)
  return { evaluation, comparisons, explanations, assessments }
}

/** Keeps the city's answer while it is being written. */
export const saveAnswer = (scope: Scope, given: Case, answer: AnswerForm): Promise<void> =>
  saveAnswerText(scope, given.project.id, answer)

const issueSheet = async (
  scope: Scope,
  city: City,
  given: Case & { readonly whole: Whole; readonly number: string },
): Promise<void> => {
  const { project, evaluation, whole, number } = given
  const document = composeEvaluationSheet(city, {
    project,
    evaluation,
    result: publishedResult({ ...whole, evaluation }),
    date: tokyoDayOf(scope.now),
    number,
  })
  const recipients = await listBothSides(scope, project)
  await issueNotice(scope, {
    subject: subjectOf(project),
    kind: evaluationKind,
    number,
    title: `協働事業評価書（${project.title}）`,
    document,
    groupId: project.groupId,
    mails: recipients.map((to) => ({
      to: to.email,
      ...composeMail(scope, city, { kind: 'published', project }, to),
    })),
  })
}

/** Publishes the evaluation with the city's answer: sheet, letters, page; the project is complete. */
export const publishEvaluation = async (
  scope: Scope,
  city: City,
  given: Case & { readonly answer: AnswerForm },
): Promise<Result<Evaluation, TransitionProblem>> => {
  const { answer, project, call } = given
  await saveAnswerText(scope, project.id, answer)
  const evaluation: Evaluation = {
    ...given.evaluation,
    cityAnswer: answer.answer,
    nextYear: answer.nextYear,
    withheld: answer.withheld,
  }
  const whole = await findWhole(scope, evaluation)
  if (!whole || given.evaluation.state !== 'answer') return refuse('not-from-here')
  const number = await takeDocumentNumber(scope, call.definition)
  const taken = await takeEvaluationStep(scope, {
    project,
    call,
    evaluation: given.evaluation,
    name: 'publish',
    facts: { published_at: scope.now },
    documentNumber: number,
  })
  if (!taken.ok) return taken
  await issueSheet(scope, city, { ...given, evaluation, whole, number })
  const completed = await completeProject(scope, project.id)
  if (!completed.ok) return completed
  await scope.outside.announce(scope, {
    name: 'evaluation.published',
    subjectKind: evaluationKind,
    subjectId: project.id,
    data: { proposalId: project.proposalId, groupId: project.groupId },
  })
  return taken
}
