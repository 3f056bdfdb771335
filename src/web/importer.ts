import type { Scope } from '#data/scope.ts'
import type { CityRole } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { CellReader, Column } from '#kernel/tables/index.ts'

/** A value of a row as it is kept: null says that there is none. */
export type ImportValue = string | number | boolean | readonly string[] | null

/** What a row says, by field. A field that is not there is not spoken of, and stays as it is. */
export type ImportRecord = Readonly<Record<string, ImportValue>>

/** A column that an importer knows, with how its cells are read. */
export type ImportColumn = Column & {
  readonly label: Bilingual
  /** Left out where {@link OpenImporter.settle} reads the cell together with others. */
  readonly read?: CellReader<ImportValue>
  /** For cells that only the rest of their column makes clear. */
  readonly readAmong?: (cells: readonly string[]) => CellReader<ImportValue>
}

/** Something to be said about a cell, or about the whole row when `column` is empty. */
export type CellNote = {
  readonly column: string
  readonly text: Bilingual
  readonly words: string
  /** What to do about it, where many rows say the same: told once above them. */
  readonly remedy?: Bilingual
}

/** A row as read. Faults keep it out; notes only say what was mended or is odd. */
export type RowReading = {
  readonly record: ImportRecord
  readonly notes: readonly CellNote[]
  readonly faults: readonly CellNote[]
  /** Why the row is passed over without being wrong: the sum at the end of a list, another city's. */
  readonly leftOut?: Bilingual
}

/** A thing that a row may be about. */
export type Candidate = { readonly id: string; readonly name: string; readonly why: Bilingual }

/** What a row is about, as far as the register tells. */
export type Match =
  | { readonly kind: 'new'; readonly note?: Bilingual }
  | { readonly kind: 'known'; readonly id: string; readonly name: string }
  /** People decide: one of these, or something new. */
  | { readonly kind: 'suspect'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'refused'; readonly column: string; readonly text: Bilingual }

/** A key that no two rows of a file may have in common; `text` says what is the same. */
export type RowKey = {
  readonly key: string
  readonly text: Bilingual
  /** Whether it proves the same thing, or only makes it likely. */
  readonly proves: boolean
}

/** A question about the whole file, answered beside its columns. */
export type ImportQuestion = {
  readonly code: string
  readonly label: Bilingual
  readonly hint?: Bilingual
  readonly options: readonly { readonly code: string; readonly name: Bilingual }[]
  /** The answer until somebody gives another; empty for none. */
  readonly usual: string
}

export type ImportAnswers = Readonly<Record<string, string>>

/** An importer with the city's settings at hand. */
export type OpenImporter = {
  readonly columns: readonly ImportColumn[]
  /** Names of fields that are no column of their own. */
  readonly fields?: Readonly<Record<string, Bilingual>>
  readonly questions?: readonly ImportQuestion[]
  /** Rules over several cells of a row. `cellOf` gives a cell's text by the code of its column. */
  readonly settle?: (
    reading: RowReading,
    row: { readonly cellOf: (column: string) => string; readonly answers: ImportAnswers },
  ) => RowReading
  readonly keysOf: (record: ImportRecord) => readonly RowKey[]
  /** What each record is about, in the same order. A few queries, however many records. */
  readonly find: (scope: Scope, records: readonly ImportRecord[]) => Promise<readonly Match[]>
  /** What the register holds of these, in the fields of {@link ImportRecord}. */
  readonly load: (
    scope: Scope,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, ImportRecord>>
  /** Holds these until the transaction ends, so that nobody changes what is being looked at. */
  readonly hold?: (scope: Scope, ids: readonly string[]) => Promise<void>
  /** Whether two values of a field mean the same; plainly equal when left out. */
  readonly isSame?: (field: string, before: ImportValue, after: ImportValue) => boolean
  /** A value as people read it. */
  readonly show?: (field: string, value: ImportValue) => string
  /** @returns the new ids, in the same order */
  readonly create: (
    scope: Scope,
    records: readonly ImportRecord[],
    from: ImportOrigin,
  ) => Promise<readonly string[]>
  readonly change: (
    scope: Scope,
    changes: readonly { readonly id: string; readonly record: ImportRecord }[],
    from: ImportOrigin,
  ) => Promise<void>
  /** Takes away what an import has made. @returns why some stay, by id */
  readonly remove: (
    scope: Scope,
    ids: readonly string[],
    from: ImportOrigin,
  ) => Promise<ReadonlyMap<string, Bilingual>>
  /** After the last row of an import or of its taking back: lists that depend on all of them. */
  readonly finish?: (scope: Scope) => Promise<void>
}

/** Where rows come from, for the history of what they make. */
export type ImportOrigin = {
  readonly importId: string
  readonly fileName: string
  /** When the import began to write; what changed afterwards was changed by others. */
  readonly startedAt: Date
}

/** A register that can be filled from a table. */
export type Importer = {
  /** Part of addresses and of the command: `groups`. */
  readonly kind: 'groups' | 'facilities' | 'departments' | 'npos'
  readonly title: Bilingual
  readonly about: Bilingual
  readonly roles: readonly CityRole[]
  /** Where people read what came of it. */
  readonly page: (city: string) => string
  readonly open: (scope: Scope, city: City) => Promise<OpenImporter>
}
