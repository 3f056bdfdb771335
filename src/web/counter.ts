import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { endOfTokyoDay, type PlainDate, startOfFiscalYear, tokyoInstant } from '#kernel/calendar.ts'

/** What is counted: a fiscal year, and the day as of which a stock is taken. */
export type CountedYear = { readonly fiscalYear: number; readonly asOf: PlainDate }

/** From when, and until before when, something happened that is counted for the year: 1 April to the day. */
export const momentsOf = ({ fiscalYear, asOf }: CountedYear): { from: Date; until: Date } => ({
  from: tokyoInstant(startOfFiscalYear(fiscalYear), '00:00'),
  until: endOfTokyoDay(asOf),
})

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
