import { parseYen } from '#kernel/money.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanText } from '#kernel/text.ts'
import { type DecisionDraft, type DecisionProblem, isOutcome } from './decision.ts'

/** A decision as it was typed. */
export type DecisionTyped = {
  readonly outcome: string
  readonly amount: string
  readonly reason: string
  readonly conditions: string
  readonly deviation: string
  readonly early: string
  /** Places of the comments that may be published, in the list the page showed. */
  readonly comments: readonly string[]
}

type Sent = { text(name: string): string; all(name: string): string[] }

export const readTyped = (sent: Sent): DecisionTyped => ({
  outcome: sent.text('outcome'),
  amount: sent.text('amount'),
  reason: sent.text('reason'),
  conditions: sent.text('conditions'),
  deviation: sent.text('deviation'),
  early: sent.text('early'),
  comments: sent.all('comments'),
})

/** Reads what was typed; an amount left empty is 0. Whether the decision may be made is another question. */
export const readDecision = (
  typed: DecisionTyped,
): Result<DecisionDraft, readonly DecisionProblem[]> => {
  const { outcome } = typed
  const amount = typed.amount.trim() === '' ? ok(0) : parseYen(typed.amount)
  const problems: DecisionProblem[] = [
    ...(isOutcome(outcome) ? [] : [{ field: 'outcome', code: 'choose' } as const]),
    ...(amount.ok ? [] : [{ field: 'amount', code: 'not-yen' } as const]),
  ]
  if (!isOutcome(outcome) || !amount.ok) return refuse(problems)
  return ok({
    outcome,
    amount: amount.value,
    reason: cleanText(typed.reason),
    conditions: cleanText(typed.conditions),
    deviation: cleanText(typed.deviation),
    early: cleanText(typed.early),
  })
}

/** The comments of the page's list that were not ticked. */
export const hiddenCommentsOf = (
  typed: DecisionTyped,
  shown: readonly string[],
): readonly string[] => shown.filter((_, at) => !typed.comments.includes(String(at)))
