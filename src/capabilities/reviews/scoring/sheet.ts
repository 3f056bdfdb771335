import { type Fraction, sum } from '#kernel/fraction.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Criterion, findCriterion, isOnStep, type Rubric, weigh } from './rubric.ts'

/** Points by criterion. */
export type Scores = Readonly<Record<string, number>>

/** 評点票 of one reviewer on one proposal; or why there are no points (除斥, 欠席). */
export type Sheet = {
  readonly reviewer: string
  readonly scores: Scores | 'recused' | 'missing'
}

export type SheetProblem = {
  readonly criterion: string
  readonly code: 'missing' | 'below-min' | 'above-max' | 'off-step' | 'unknown-criterion'
}

const checkPoints = (
  criterion: Criterion,
  points: number | undefined,
): SheetProblem['code'] | undefined => {
  if (points === undefined || Number.isNaN(points)) return 'missing'
  if (points < criterion.min) return 'below-min'
  if (points > criterion.max) return 'above-max'
  return isOnStep(criterion, points) ? undefined : 'off-step'
}

/** Checks a reviewer's points: every criterion once, within its range and on its steps. */
export const checkScores = (
  rubric: Rubric,
  scores: Scores,
): Result<Scores, readonly SheetProblem[]> => {
  const known = rubric.criteria.flatMap((criterion): SheetProblem[] => {
    const points = Object.hasOwn(scores, criterion.code) ? scores[criterion.code] : undefined
    const code = checkPoints(criterion, points)
    return code ? [{ criterion: criterion.code, code }] : []
  })
  const unknown = Object.keys(scores)
    .filter((code) => !findCriterion(rubric, code))
    .map((criterion): SheetProblem => ({ criterion, code: 'unknown-criterion' }))
  const problems = [...known, ...unknown]
  return problems.length === 0 ? ok(scores) : refuse(problems)
}

/** A sheet's weighted points added up. */
export const totalOfScores = (rubric: Rubric, scores: Scores): Fraction =>
  sum(rubric.criteria.map((criterion) => weigh(criterion, scores[criterion.code]!)))

/** The points of the sheets that were really given. */
export const listGiven = (sheets: readonly Sheet[]): readonly Scores[] =>
  sheets.map(({ scores }) => scores).filter((scores) => typeof scores === 'object')

/** @throws Error when a sheet does not fit the rubric or a reviewer is there twice: no ranking may come of it. */
export const assertSheets = (rubric: Rubric, proposal: string, sheets: readonly Sheet[]): void => {
  const reviewers = new Set(sheets.map(({ reviewer }) => reviewer))
  if (reviewers.size < sheets.length) throw new Error(`A reviewer has two sheets on ${proposal}`)
  for (const { reviewer, scores } of sheets) {
    const checked = typeof scores === 'object' ? checkScores(rubric, scores) : ok(scores)
    if (!checked.ok)
      throw new Error(`Sheet of ${reviewer} on ${proposal}: ${JSON.stringify(checked.error)}`)
  }
}
