import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { dueAfter } from '#kernel/deadline.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { otherSide, type Side } from '../../projects/index.ts'
import { openSeats } from '../assessment.ts'
import { type Evaluation, hasConfirmed, stepDays } from '../evaluation.ts'
import { mergeTexts, type Texts } from '../explanations.ts'
import { paths } from '../paths.ts'
import { confirmationFacts } from '../queries/evaluations.ts'
import { saveExplanations } from '../queries/scores.ts'
import { findWritten } from '../queries/whole.ts'
import { type Comparison, compareSheets, listUnexplained } from '../scores.ts'
import { writeToAccounts, writeToOthers } from './letters.ts'
import { type Case, findSeats, takeEvaluationStep } from './step.ts'

/** Why a step of the mutual evaluation was refused. */
export type MutualProblem = TransitionProblem | 'changed-since' | 'unexplained' | 'unchanged'

/** Both sides beside each other with what was explained; undefined before both are in. */
export const findComparisons = async (
  scope: Scope,
  { projectId, definition }: Pick<Evaluation, 'projectId' | 'definition'>,
): Promise<
  { readonly comparisons: readonly Comparison[]; readonly explanations: Texts } | undefined
> => {
  const written = await findWritten(scope, projectId)
  return (
    written && {
      comparisons: compareSheets(written.sheets, definition),
      explanations: written.explanations,
    }
  )
}

/** What became of typed explanations: saved, or items that somebody else changed meanwhile. */
export type Explained =
  | { readonly kind: 'saved'; readonly evaluation: Evaluation }
  | { readonly kind: 'conflicts'; readonly items: readonly string[] }

/** Writes why the two sides see items differently. Every change undoes both confirmations. */
export const explainDifferences = async (
  scope: Scope,
  city: City,
  given: Case & {
    readonly side: Side | undefined
    readonly shown: Texts
    readonly mine: Texts
  },
): Promise<Result<Explained, MutualProblem>> => {
  const { project, call, evaluation, side, shown, mine } = given
  const found = await findComparisons(scope, evaluation)
  if (!found) return refuse('not-from-here')
  const items = found.comparisons.filter(({ discuss }) => discuss).map(({ item }) => item.code)
  const merged = mergeTexts(items, { shown, mine, stored: found.explanations })
  if (merged.conflicts.length > 0) return ok({ kind: 'conflicts', items: merged.conflicts })
  if (merged.changed.size === 0) return refuse('unchanged')
  const writtenBy = accountOf(scope.actor)
  await saveExplanations(scope, project.id, { texts: merged.changed, writtenBy })
  const taken = await takeEvaluationStep(scope, {
    project,
    call,
    evaluation,
    name: 'explain',
    facts: { mutual_revision: evaluation.mutualRevision + 1 },
  })
  if (!taken.ok) return taken
  const letter = { kind: 'explained', project, path: paths.mutual(city.slug, project.id) } as const
  await writeToOthers(scope, city, { letter, side })
  return ok({ kind: 'saved', evaluation: taken.value })
}

const isExplained = async (scope: Scope, evaluation: Evaluation): Promise<boolean> => {
  const found = await findComparisons(scope, evaluation)
  return found !== undefined && listUnexplained(found.comparisons, found.explanations).length === 0
}

/** Asks the members of the committee who have no tie to the project. */
const askCommittee = async (scope: Scope, city: City, given: Case): Promise<void> => {
  const seats = openSeats(await findSeats(scope, given.project))
  await writeToAccounts(scope, city, {
    letter: {
      kind: 'assess',
      project: given.project,
      day: dueAfter(tokyoDayOf(scope.now), stepDays.third_party),
      path: paths.thirdParty(city.slug, given.project.id),
    },
    accountIds: seats.map(({ accountId }) => accountId),
  })
}

/** Confirms the explanations for one side. The second confirmation hands over to the committee. */
export const confirmMutual = async (
  scope: Scope,
  city: City,
  given: Case & { readonly side: Side; readonly seen: number },
): Promise<Result<Evaluation, MutualProblem>> => {
  const { project, call, evaluation, side, seen } = given
  if (seen !== evaluation.mutualRevision) return refuse('changed-since')
  if (!(await isExplained(scope, evaluation))) return refuse('unexplained')
  const last = hasConfirmed(evaluation, otherSide(side))
  const taken = await takeEvaluationStep(scope, {
    project,
    call,
    evaluation,
    name: last ? 'agree' : 'confirm',
    facts: {
      ...confirmationFacts(side, evaluation.mutualRevision),
      ...(last ? { mutual_closed_at: scope.now } : {}),
    },
  })
  if (taken.ok && last) await askCommittee(scope, city, given)
  return taken
}

/** Closes the mutual evaluation where a side does not confirm it. What is far apart must be explained. */
export const closeMutual = async (
  scope: Scope,
  city: City,
  given: Case & { readonly reason: string },
): Promise<Result<Evaluation, MutualProblem>> => {
  if (!(await isExplained(scope, given.evaluation))) return refuse('unexplained')
  const taken = await takeEvaluationStep(scope, {
    ...given,
    name: 'close-mutual',
    facts: { mutual_closed_at: scope.now },
  })
  if (taken.ok) await askCommittee(scope, city, given)
  return taken
}
