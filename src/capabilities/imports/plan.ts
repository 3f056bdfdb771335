import { createHash } from 'node:crypto'
import { z } from 'zod'
import { foldHeader, type Notice, type NoticeKind } from '#kernel/tables/index.ts'

/** What is odd about a sheet, with no more places than a page shows. */
export type StoredNotice = {
  readonly kind: NoticeKind
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** How many rows in all. */
  readonly count: number
}

/** The other municipality that most rows of a file belong to, and what says so. */
export type Elsewhere = {
  /** Its name, or its code where no row names it. */
  readonly place: string
  readonly rows: number
  readonly all: number
  readonly by: 'code' | 'columns' | 'addresses' | 'top'
}

/** How the file is written and what its sheet holds. */
export type SheetFacts = {
  readonly format: 'csv' | 'xlsx'
  readonly encoding?: string
  readonly marked?: boolean
  readonly delimiter?: string
  readonly sheets: readonly string[]
  readonly width: number
  readonly rows: number
  readonly bytes: number
  readonly notices: readonly StoredNotice[]
  /** Known once the rows were read; nothing where the list seems to be the city's own. */
  readonly elsewhere?: Elsewhere | undefined
  /** The first rows as they stand, for people to compare. */
  readonly samples: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

const importPlan = z.object({
  sheet: z.string(),
  /** Number of the (last) header row; 0 when there is none. */
  header: z.number().int().min(0),
  /** Known column → column of the sheet, from 1. */
  columns: z.record(z.string(), z.number().int().positive()),
  answers: z.record(z.string(), z.string()),
  /** What becomes of a row with a cell that cannot be read, where the column may be empty. */
  unreadable: z.enum(['refuse-row', 'leave-cell']),
  /** True when it was taken from the last file of this shape. */
  remembered: z.boolean().default(false),
})

/** How the sheet is to be read. */
export type ImportPlan = z.infer<typeof importPlan>

/** A plan as the database holds it. */
export const readPlan = (stored: unknown): ImportPlan => importPlan.parse(stored)

const shownPlaces = 20

/** Notices with the first of their places only. */
export const storeNotices = (noticed: readonly Notice[]): StoredNotice[] =>
  noticed.map(({ kind, rows, columns }) => ({
    kind,
    rows: rows.slice(0, shownPlaces),
    columns: columns.slice(0, shownPlaces),
    count: rows.length,
  }))

/** What files of one kind have in common from time to time: the names of their columns, in their order. */
export const shapeOf = (header: readonly string[]): string =>
  createHash('sha256').update(header.map(foldHeader).join('\n')).digest('hex')
