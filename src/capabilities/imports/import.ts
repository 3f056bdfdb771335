import type { Bilingual } from '#kernel/bilingual.ts'
import type { CellNote, Importer, ImportRecord, ImportValue } from '#web/importer.ts'
import type { ImportPlan, SheetFacts } from './plan.ts'

export type ImportKind = Importer['kind']

export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'failed',
  'reverting',
  'reverted',
  'put-away',
] as const
export type ImportState = (typeof importStates)[number]

/** `all`: every row or none; `rows`: what can be taken is taken. */
export type ImportMode = 'all' | 'rows'

/** A file that somebody gave, and how far its import has come. */
export type Import = {
  readonly id: string
  readonly kind: ImportKind
  readonly state: ImportState
  readonly fileId: string
  readonly fileName: string
  readonly sha256: string
  readonly facts: SheetFacts
  readonly plan: ImportPlan
  /** Names of the sheet's columns, in their order. */
  readonly header: readonly string[]
  readonly mode: ImportMode | null
  readonly rowCount: number
  readonly progress: number
  readonly cancelAsked: boolean
  readonly failure: Bilingual | null
  readonly channel: 'web' | 'command'
  readonly accountId: string | null
  readonly actorName: string
  readonly createdAt: Date
  readonly checkedAt: Date | null
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly revertedAt: Date | null
  readonly purgedAt: Date | null
}

/** What the check says of a row. `read` only while it is under way. */
export const outcomes = ['create', 'change', 'same', 'suspect', 'refused', 'left-out'] as const
export type Outcome = (typeof outcomes)[number]

/** Which rows a page of the report shows. */
export type RowFilter = Outcome | 'noted' | 'left' | ''

/** Rows on one page of it. */
export const rowsPageSize = 50

export const results = ['created', 'changed', 'same', 'refused', 'left-out'] as const
export type RowResult = (typeof results)[number]

export type Reverted = 'removed' | 'set-back' | 'left'

/** Field → what stood there, and what the row says. */
export type Changes = Readonly<Record<string, readonly [before: ImportValue, after: ImportValue]>>

export type StoredCandidate = {
  readonly id: string
  readonly name: string
  readonly why: Bilingual
}

/** One row of the file with all that came of it. */
export type ImportRow = {
  readonly number: number
  readonly cells: readonly string[]
  readonly record: ImportRecord
  readonly notes: readonly CellNote[]
  readonly faults: readonly CellNote[]
  readonly outcome: Outcome | 'read'
  readonly targetId: string | null
  readonly targetName: string | null
  readonly changes: Changes
  readonly candidates: readonly StoredCandidate[]
  /** `create`, `leave`, or the id of what the row is about. */
  readonly choice: string | null
  readonly result: RowResult | null
  readonly reverted: Reverted | null
  readonly leftWhy: Bilingual | null
}

/** The kind under which files and audit know an import. */
export const importKind = 'import'

/** Files of the import as their purpose says. */
export const sourcePurpose = 'source'

/** Most rows of one file. */
export const mostRows = 100_000

/** Most bytes of a file that comes by the browser: a form takes 30 MB. */
export const mostBytes = 25 * 1024 * 1024

/** Up to so many rows are checked while somebody waits; more are left to a job. */
export const checkedAtOnce = 2_000

/** Rows that one transaction writes. */
export const chunkSize = 500

/** States in which a job is at work. */
export const isUnderWay = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'checking' || state === 'running' || state === 'reverting'

/** True once rows were written, and while they have not been taken back. */
export const hasWritten = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'done' || state === 'cancelled'
