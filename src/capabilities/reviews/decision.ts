import { isYen, type Yen } from '#kernel/money.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { countCharacters } from '#kernel/text.ts'
import type { CalendarStep } from '../programmes/index.ts'
import type { FrozenStanding } from './ranking.ts'

/** 採択・条件付き採択・次点・不採択. */
export const outcomes = ['selected', 'conditional', 'reserve', 'not_selected'] as const
export type DecidedOutcome = (typeof outcomes)[number]

/** True for a code that a form may send. */
export const isOutcome = (value: string): value is DecidedOutcome =>
  (outcomes as readonly string[]).includes(value)

/** What the office is about to decide on one proposal. */
export type DecisionDraft = {
  readonly outcome: DecidedOutcome
  readonly amount: Yen
  /** Told to the applicant. */
  readonly reason: string
  readonly conditions: string
  /** Why it differs from the ranking; kept for the record. */
  readonly deviation: string
  /** Why it is made before the calendar has it; everyone who reads the proposal reads this. */
  readonly early: string
}

/** The bounds within which a decision must lie. */
export type DecisionBounds = {
  readonly requested: Yen
  /** The limit for one proposal; null when there is none. */
  readonly cap: Yen | null
  /** What is left of the call's envelope; null when it is not bounded. */
  readonly left: Yen | null
  readonly standing: FrozenStanding | undefined
  /** What the calendar has still ahead of it. */
  readonly ahead: CalendarStep | undefined
  /** The reasons with which the form is first filled in: they speak for what the ranking proposes. */
  readonly drafted: readonly string[]
}

export type DecisionProblem = {
  readonly field: 'outcome' | 'amount' | 'reason' | 'conditions' | 'deviation' | 'early'
  readonly code:
    | 'choose'
    | 'not-yen'
    | 'amount-with-rejection'
    | 'over-request'
    | 'over-cap'
    | 'over-envelope'
    | 'reason-needed'
    | 'reason-of-ranking'
    | 'too-long'
    | 'conditions-needed'
    | 'conditions-not-used'
    | 'deviation-needed'
    | 'early-needed'
}

export const longestReason = 2000

/** What the ranking proposes, as the decision form is first filled in; nothing for what it leaves open. */
export const proposeDecision = (
  standing: FrozenStanding | undefined,
): { readonly outcome: DecidedOutcome | undefined; readonly amount: Yen | undefined } => {
  if (!standing || standing.outcome === 'undecided')
    return { outcome: undefined, amount: undefined }
  if (standing.outcome === 'not-selected') return { outcome: 'not_selected', amount: 0 }
  return { outcome: standing.outcome, amount: standing.offered ?? 0 }
}

/** True when the decision is another than the ranking proposes. Conditions alone are no deviation. */
export const deviates = (
  draft: Pick<DecisionDraft, 'outcome' | 'amount'>,
  standing: FrozenStanding | undefined,
): boolean => {
  const proposed = proposeDecision(standing)
  if (proposed.outcome === undefined) return false
  const outcome = draft.outcome === 'conditional' ? 'selected' : draft.outcome
  return outcome !== proposed.outcome || draft.amount !== proposed.amount
}

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')

/** True while the reason is still the one that was drafted for another outcome: 不採択's for a selection. */
const speaksForAnother = (draft: DecisionDraft, { standing, drafted }: DecisionBounds): boolean => {
  if (!standing || !drafted.some((one) => withoutSpace(one) === withoutSpace(draft.reason)))
    return false
  const meant = proposeDecision(standing).outcome ?? (standing.passed ? 'selected' : 'not_selected')
  return meant !== (draft.outcome === 'conditional' ? 'selected' : draft.outcome)
}

const findAmountProblem = (
  { outcome, amount }: DecisionDraft,
  bounds: DecisionBounds,
): DecisionProblem['code'] | undefined => {
  if (!isYen(amount)) return 'not-yen'
  if (outcome === 'not_selected') return amount > 0 ? 'amount-with-rejection' : undefined
  if (amount > bounds.requested) return 'over-request'
  if (bounds.cap !== null && amount > bounds.cap) return 'over-cap'
  return bounds.left !== null && amount > bounds.left ? 'over-envelope' : undefined
}

const isTooLong = (text: string): boolean => countCharacters(text) > longestReason

const listTextProblems = (draft: DecisionDraft, bounds: DecisionBounds): DecisionProblem[] => {
  const problems: (DecisionProblem | false)[] = [
    draft.reason.trim() === '' && { field: 'reason', code: 'reason-needed' },
    speaksForAnother(draft, bounds) && { field: 'reason', code: 'reason-of-ranking' },
    draft.outcome === 'conditional' &&
      draft.conditions.trim() === '' && { field: 'conditions', code: 'conditions-needed' },
    draft.outcome !== 'conditional' &&
      draft.conditions.trim() !== '' && { field: 'conditions', code: 'conditions-not-used' },
    deviates(draft, bounds.standing) &&
      draft.deviation.trim() === '' && { field: 'deviation', code: 'deviation-needed' },
    bounds.ahead !== undefined &&
      draft.early.trim() === '' && { field: 'early', code: 'early-needed' },
    ...(['reason', 'conditions', 'deviation', 'early'] as const).map(
      (field) => isTooLong(draft[field]) && ({ field, code: 'too-long' } as const),
    ),
  ]
  return problems.filter((problem) => problem !== false)
}

/** Checks a decision against its bounds; gives back everything that is wrong. */
export const checkDecision = (
  draft: DecisionDraft,
  bounds: DecisionBounds,
): Result<DecisionDraft, readonly DecisionProblem[]> => {
  const amount = findAmountProblem(draft, bounds)
  const problems: DecisionProblem[] = [
    ...(amount ? [{ field: 'amount', code: amount } as const] : []),
    ...listTextProblems(draft, bounds),
  ]
  return problems.length === 0 ? ok(draft) : refuse(problems)
}

/** The smaller of the limits of the kind of proposal and of its theme; null when neither sets one. */
export const capOf = (typeCap: Yen | null, themeCap: Yen | null): Yen | null => {
  const caps = [typeCap, themeCap].filter((cap) => cap !== null)
  return caps.length === 0 ? null : Math.min(...caps)
}

/** What is left of the envelope after what was decided; never below 0. */
export const leftOf = (envelope: Yen | null, decided: Yen): Yen | null =>
  envelope === null ? null : Math.max(0, envelope - decided)
