import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'

/** What is counted: a fiscal year, and the day as of which a stock is taken. */
export type CountedYear = { readonly fiscalYear: number; readonly asOf: PlainDate }

/**
 * A number that a capability counts of its own records for a fiscal year, so that nobody has to report by hand
 * what the product knows. Plans name it by its code.
 */
export type Counter = {
  /** Named by presets and settings: `groups-registered`. */
  readonly code: string
  readonly label: Bilingual
  readonly unit: Bilingual
  /** By which rule it is counted: shown beside the number wherever it is proposed. */
  readonly definition: Bilingual
  /** Counts it, in one query. */
  readonly count: (scope: Scope, year: CountedYear) => Promise<number>
}
