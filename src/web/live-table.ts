import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'

/** A column of counts: the day they are true for, and how many there are in all. */
export type CountedColumn = {
  readonly key: string
  readonly label: Bilingual
  readonly asOf: PlainDate
  /** The whole that each count is a part of, where it is one. */
  readonly n?: number
}

/** Counts of one thing, one for each column; null where none can be told. */
export type CountedRow = {
  readonly code: string
  readonly label: Bilingual
  readonly values: readonly (number | null)[]
}

/**
 * A table that a capability counts now from its own records. Where the city's documents print a table of
 * the same code and unit, it stands beside the printed figures.
 */
export type LiveTable = {
  /** Part of its address, and the id of a printed table that it continues: `groups-by-field`. */
  readonly code: string
  readonly theme: 'groups'
  readonly title: Bilingual
  /** What one count is: 団体. */
  readonly unit: Bilingual
  /** single: one answer each; multiple: several answers; series: columns are moments. */
  readonly kind: 'single' | 'multiple' | 'series'
  /** By which rule it is counted. */
  readonly definition: Bilingual
  /** Counts it, in two queries at most. */
  readonly count: (
    scope: Scope,
    city: City,
  ) => Promise<{ readonly columns: readonly CountedColumn[]; readonly rows: readonly CountedRow[] }>
}
