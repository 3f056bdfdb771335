import type { Bilingual } from '#kernel/bilingual.ts'
import type { Ratio } from '#kernel/ratio.ts'

/** 終了後の展開: what became of a project when its years were over. */
export const continuationOutcomes = [
  'by_department',
  'by_group',
  'commissioned',
  'with_others',
  'ended',
] as const
export type ContinuationOutcome = (typeof continuationOutcomes)[number]

/** True for a code that a form or a filter may send. */
export const isContinuationOutcome = (value: string): value is ContinuationOutcome =>
  (continuationOutcomes as readonly string[]).includes(value)

export type Continuation = {
  readonly outcome: ContinuationOutcome
  /** What the programme calls it. */
  readonly label: Bilingual
  readonly note: string
  readonly recordedAt: Date
}

/** How many ended projects have which outcome on record, and how many have none. */
export type OutcomeCounts = {
  readonly byOutcome: Readonly<Partial<Record<ContinuationOutcome, number>>>
  /** Completed, with nothing on record yet. */
  readonly unrecorded: number
  /** Terminated before their time; they are not part of the rate. */
  readonly terminated: number
}

/** 継続率 with everything it was made of. */
export type ContinuationRate = OutcomeCounts & {
  /** Going on in some form, of those whose outcome is on record. */
  readonly ratio: Ratio
}

/**
 * The rate of projects that went on in any form. Projects without a record and terminated ones are told
 * beside it and never counted as either.
 */
export const rateContinuation = (counts: OutcomeCounts): ContinuationRate => {
  const recorded = Object.values(counts.byOutcome).reduce((sum, count) => sum + count, 0)
  const ended = counts.byOutcome.ended ?? 0
  return { ...counts, ratio: { numerator: recorded - ended, denominator: recorded } }
}
