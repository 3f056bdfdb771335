import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'

/** A number counted now, from the product's own records. */
export type LiveValue = {
  readonly label: Bilingual
  readonly value: number
  readonly unit: Bilingual
  /** What it is counted of, and by which rule: a number never stands alone. */
  readonly note: Bilingual
  readonly path?: string
}

/** A number that another capability counts for the page of statistics. One query each, two at most. */
export type LiveFigure = { readonly measure: (scope: Scope) => Promise<LiveValue> }
