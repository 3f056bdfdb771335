import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { City, CodeEntry } from '#kernel/city.ts'

/** What a cell holds. `year` is a fiscal year by the western year it begins in. */
export type DatasetType = 'text' | 'code' | 'integer' | 'number' | 'flag' | 'date' | 'year' | 'url'

/** One value. Flags are booleans; dates `YYYY-MM-DD`; null is what is not known or not said. */
export type DatasetValue = string | number | boolean | null

/** A list of codes that a column draws from, as people download it beside the data. */
export type CodeTable = {
  /** Part of an address: `fields`. */
  readonly name: string
  readonly title: Bilingual
  readonly entries: (city: City) => readonly CodeEntry[]
}

/** A column as the data dictionary explains it. */
export type DatasetColumn = {
  /** The name in programs: JSON's key, `snake_case`. */
  readonly code: string
  /** The heading of the CSV file, unique in its data set. */
  readonly name: Bilingual
  readonly type: DatasetType
  readonly unit?: Bilingual
  readonly definition: Bilingual
  readonly codes?: CodeTable
}

/** A row by the codes of its columns. A column that is left out is empty. */
export type DatasetRow = Readonly<Record<string, DatasetValue | undefined>>

/** A piece of the data: small enough for memory, whatever the whole. */
export type DatasetPart = {
  readonly rows: readonly DatasetRow[]
  /** Where the next piece begins; undefined at the end. */
  readonly next: string | undefined
}

/**
 * Open data that a capability gives of what it owns. The queries behind `tally` and `read` find what is public
 * and nothing else, whoever asks: who asks is not looked at.
 */
export type Dataset = {
  /** Part of its addresses, `groups`. */
  readonly code: string
  readonly title: Bilingual
  readonly description: Bilingual
  readonly keywords: readonly Bilingual[]
  /** How often it changes: with every procedure, or when the city loads its documents. */
  readonly changes: 'continually' | 'with-documents'
  readonly columns: readonly DatasetColumn[]
  /** The page on which people read the same. */
  readonly page: (city: string) => string
  readonly tally: (scope: Scope) => TallyQuery
  /** The rows after `after` (from the beginning when undefined) in an order that never changes. */
  readonly read: (scope: Scope, city: City, after: string | undefined) => Promise<DatasetPart>
}

/** Rows of one piece; a thousand are a few hundred kilobytes. */
export const datasetPartSize = 1_000

/** The piece that a query of at most {@link datasetPartSize} rows gave, ordered by `keyOf`. */
export const datasetPart = <Row>(
  found: readonly Row[],
  toRow: (row: Row) => DatasetRow,
  keyOf: (row: Row) => string,
): DatasetPart => {
  const last = found.at(-1)
  const next = last !== undefined && found.length === datasetPartSize ? keyOf(last) : undefined
  return { rows: found.map(toRow), next }
}
