import { compare, fractionOf } from '#kernel/fraction.ts'
import { isYen } from '#kernel/money.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Criterion, findCriterion, isOnStep, maximumOfSheet, type Rubric } from './rubric.ts'

/** What is wrong with a setting, and at which criterion when it is one's. */
export type RubricProblem = {
  readonly code:
    | 'no-criteria'
    | 'criterion-twice'
    | 'not-finite'
    | 'range-empty'
    | 'step-does-not-fit'
    | 'weight-not-positive'
    | 'trim-missing'
    | 'trim-not-whole'
    | 'quorum-too-small'
    | 'threshold-out-of-range'
    | 'floor-out-of-range'
    | 'veto-out-of-range'
    | 'unknown-criterion'
    | 'criterion-not-used'
    | 'budget-not-yen'
    | 'reply-days-not-whole'
    | 'decimals-out-of-range'
  readonly criterion?: string
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const checkCriterion = (criterion: Criterion): RubricProblem['code'] | undefined => {
  const { min, max, step, weight } = criterion
  if (![min, max, step, weight].every(Number.isFinite)) return 'not-finite'
  if (min < 0 || min >= max) return 'range-empty'
  if (step <= 0 || !isOnStep(criterion, max)) return 'step-does-not-fit'
  return weight > 0 ? undefined : 'weight-not-positive'
}

const checkCriteria = ({ criteria }: Rubric): RubricProblem[] => {
  if (criteria.length === 0) return [{ code: 'no-criteria' }]
  return criteria.flatMap((criterion, i) => {
    const twice = criteria.findIndex(({ code }) => code === criterion.code) < i
    const code = twice ? 'criterion-twice' : checkCriterion(criterion)
    return code ? [{ code, criterion: criterion.code }] : []
  })
}

const checkCounting = (rubric: Rubric): RubricProblem[] => {
  const trims = rubric.aggregate === 'trimmed_mean'
  const { high, low } = rubric.trim ?? { high: 0, low: 0 }
  const problems: (RubricProblem['code'] | false)[] = [
    trims && !rubric.trim && 'trim-missing',
    !(isCount(high) && isCount(low)) && 'trim-not-whole',
    !(isCount(rubric.quorum) && rubric.quorum > (trims ? high + low : 0)) && 'quorum-too-small',
    !(isCount(rubric.decimals) && rubric.decimals <= 6) && 'decimals-out-of-range',
  ]
  return problems.filter((code) => code !== false).map((code) => ({ code }))
}

/** Under `sum` the highest total depends on how many come, so an absolute threshold has no upper end. */
const isThresholdInRange = (rubric: Rubric): boolean => {
  const { basis, value } = rubric.threshold
  if (!Number.isFinite(value) || value < 0) return false
  if (basis === 'percent_of_max') return value <= 100
  return rubric.aggregate === 'sum' || compare(fractionOf(value), maximumOfSheet(rubric)) <= 0
}

const isWithin = (points: number, { min, max }: Criterion): boolean =>
  points >= min && points <= max

const checkFloor = (rubric: Rubric): RubricProblem[] => {
  const { itemFloor } = rubric
  if (!itemFloor) return []
  const { criterion: code, min } = itemFloor
  const bound = rubric.criteria.filter((criterion) => (code ?? criterion.code) === criterion.code)
  if (code !== undefined && bound.length === 0)
    return [{ code: 'unknown-criterion', criterion: code }]
  return bound.every((criterion) => isWithin(min, criterion))
    ? []
    : [{ code: 'floor-out-of-range' }]
}

const checkVeto = (rubric: Rubric): RubricProblem[] => {
  const { veto } = rubric
  if (!veto) return []
  const criterion = findCriterion(rubric, veto.criterion)
  if (!criterion) return [{ code: 'unknown-criterion', criterion: veto.criterion }]
  const sound = isWithin(veto.atMost, criterion) && veto.share >= 0 && veto.share < 1
  return sound ? [] : [{ code: 'veto-out-of-range', criterion: veto.criterion }]
}

const checkThreshold = (rubric: Rubric): RubricProblem[] =>
  isThresholdInRange(rubric) ? [] : [{ code: 'threshold-out-of-range' }]

const checkTieBreaks = (rubric: Rubric): RubricProblem[] =>
  rubric.tieBreak.flatMap(({ by, criterion }): RubricProblem[] => {
    if (by !== 'higher_criterion')
      return criterion === undefined ? [] : [{ code: 'criterion-not-used', criterion }]
    return findCriterion(rubric, criterion)
      ? []
      : [{ code: 'unknown-criterion', ...(criterion ? { criterion } : {}) }]
  })

const checkBudget = ({ budget }: Rubric): RubricProblem[] => {
  if (!budget) return []
  const total: RubricProblem[] = isYen(budget.total) ? [] : [{ code: 'budget-not-yen' }]
  return isCount(budget.replyDays) ? total : [...total, { code: 'reply-days-not-whole' }]
}

const checks = [checkCounting, checkThreshold, checkFloor, checkVeto, checkTieBreaks, checkBudget]

/** Checks a rubric before a call opens with it; gives back everything that is wrong. */
export const checkRubric = (rubric: Rubric): Result<Rubric, readonly RubricProblem[]> => {
  const criteria = checkCriteria(rubric)
  const problems = criteria.length > 0 ? criteria : checks.flatMap((check) => check(rubric))
  return problems.length === 0 ? ok(rubric) : refuse(problems)
}
