import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import {
  type ImportRow,
  type Outcome,
  type Reverted,
  type RowFilter,
  type RowResult,
  rowsPageSize,
} from '../import.ts'
import { selectRows, toRow } from './rows.ts'

/** Numbers of rows by what the check said, by what came of them, and by what was taken back. 1 query. */
export const countRows = async (scope: Scope, importId: string) => {
  const rows = await scope.db
    .selectFrom('import_rows')
    .select(['outcome', 'result', 'reverted'])
    .select(sql<boolean>`jsonb_array_length(notes) > 0`.as('noted'))
    .select((count) => count.fn.countAll<number>().as('n'))
    .select(sql<number>`count(*) FILTER (WHERE choice IS NULL)`.as('open'))
    .where('city_id', '=', scope.city.id)
    .where('import_id', '=', importId)
    .groupBy(['outcome', 'result', 'reverted', sql`jsonb_array_length(notes) > 0`])
    .execute()
  const sum = (fits: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(fits).reduce((all, { n }) => all + Number(n), 0)
  return {
    outcome: (one: Outcome) => sum((row) => row.outcome === one),
    result: (one: RowResult) => sum((row) => row.result === one),
    reverted: (one: Reverted) => sum((row) => row.reverted === one),
    noted: sum((row) => row.noted && row.outcome !== 'refused' && row.outcome !== 'left-out'),
    undecided: rows
      .filter(({ outcome }) => outcome === 'suspect')
      .reduce((all, { open }) => all + Number(open), 0),
    all: sum(() => true),
  }
}

export type RowCounts = Awaited<ReturnType<typeof countRows>>

/** A reason that keeps several rows out. */
export type CommonFault = {
  readonly text: Bilingual
  readonly remedy: Bilingual | null
  readonly count: number
}

const mostReasons = 10

/** The reasons that keep more than one row out, the most frequent first. 1 query. */
export const listCommonFaults = async (
  scope: Scope,
  importId: string,
): Promise<readonly CommonFault[]> => {
  const found = await sql<CommonFault>`
    SELECT f -> 'text' AS text, f -> 'remedy' AS remedy, count(DISTINCT i.number)::integer AS count
    FROM import_rows i, jsonb_array_elements(i.faults) f
    WHERE i.city_id = ${scope.city.id} AND i.import_id = ${importId} AND i.outcome = 'refused'
    GROUP BY 1, 2 HAVING count(DISTINCT i.number) > 1
    ORDER BY 3 DESC, 1 LIMIT ${mostReasons}`.execute(scope.db)
  return found.rows
}

const filtered = (scope: Scope, importId: string, filter: RowFilter) => {
  const rows = selectRows(scope, importId)
  if (filter === 'noted') return rows.where(sql<boolean>`jsonb_array_length(notes) > 0`)
  if (filter === 'left') return rows.where('reverted', '=', 'left')
  return filter === '' ? rows : rows.where('outcome', '=', filter)
}

/** One page of rows in the order of the file. */
export const listRowsPage = async (
  scope: Scope,
  importId: string,
  asked: { readonly filter: RowFilter; readonly page: number },
): Promise<ImportRow[]> => {
  const rows = await filtered(scope, importId, asked.filter)
    .orderBy('number')
    .limit(rowsPageSize)
    .offset((asked.page - 1) * rowsPageSize)
    .execute()
  return rows.map(toRow)
}

/** Rows behind that number, for reports and for taking back piece by piece. */
export const listRowsAfter = async (
  scope: Scope,
  importId: string,
  asked: { readonly filter: RowFilter; readonly after: number; readonly most: number },
): Promise<ImportRow[]> => {
  const rows = await filtered(scope, importId, asked.filter)
    .where('number', '>', asked.after)
    .orderBy('number')
    .limit(asked.most)
    .execute()
  return rows.map(toRow)
}

/** The next rows to be taken back, the last of the file first. */
export const listToRevert = async (
  scope: Scope,
  importId: string,
  most: number,
): Promise<ImportRow[]> => {
  const rows = await selectRows(scope, importId)
    .where('result', 'in', ['created', 'changed'])
    .where('reverted', 'is', null)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  return rows.map(toRow)
}

export const saveReverted = async (
  scope: Scope,
  importId: string,
  rows: readonly {
    readonly number: number
    readonly reverted: Reverted
    readonly leftWhy: Bilingual | null
  }[],
): Promise<void> => {
  if (rows.length === 0) return
  await sql`
    UPDATE import_rows i SET reverted = r.reverted, left_why = r."leftWhy"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (number integer, reverted text, "leftWhy" jsonb)
    WHERE i.city_id = ${scope.city.id} AND i.import_id = ${importId} AND i.number = r.number`.execute(
    scope.db,
  )
}
