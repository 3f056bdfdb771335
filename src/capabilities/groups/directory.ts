import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'

/** Groups on one page of a list. */
export const pageSize = 50

/** What is looked for in the directory. */
export type DirectoryFilter = {
  readonly q: string
  readonly field: string
  readonly recruiting: boolean
  /** From 1. */
  readonly page: number
}

/** True when something is looked for; false for the whole directory. */
export const isFiltering = (filter: DirectoryFilter): boolean =>
  filter.q !== '' || filter.field !== '' || filter.recruiting

export type ListedGroup = {
  readonly id: string
  readonly name: string
  readonly nameKana: string
  readonly recruiting: boolean
  readonly summary: Bilingual
  readonly fields: readonly string[]
}

/** How many groups are found, and among them (whatever their field) how many in each field. */
export type DirectoryCounts = {
  readonly found: number
  readonly byField: ReadonlyMap<string, number>
}

/** One registration in the list of the desk. */
export type DeskEntry = {
  readonly id: string
  readonly name: string
  readonly receiptNumber: string | null
  readonly number: string | null
  readonly channel: string
  readonly updatedAt: Date
  readonly dueOn: PlainDate | null
}
