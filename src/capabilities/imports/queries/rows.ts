import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { CellNote, ImportRecord } from '#web/importer.ts'
import type {
  Changes,
  ImportRow,
  Outcome,
  Reverted,
  RowResult,
  StoredCandidate,
} from '../import.ts'

/** Every query of whole rows begins with these columns. */
export const selectRows = (scope: Scope, importId: string) =>
  scope.db
    .selectFrom('import_rows')
    .selectAll()
    .where('city_id', '=', scope.city.id)
    .where('import_id', '=', importId)

type Row = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>

export const toRow = (row: Row): ImportRow => ({
  number: row.number,
  cells: row.cells as string[],
  record: row.record as ImportRecord,
  notes: row.notes as unknown as CellNote[],
  faults: row.faults as unknown as CellNote[],
  outcome: row.outcome as ImportRow['outcome'],
  targetId: row.target_id,
  targetName: row.target_name,
  changes: row.changes as unknown as Changes,
  candidates: row.candidates as unknown as StoredCandidate[],
  choice: row.choice,
  result: row.result as RowResult | null,
  reverted: row.reverted as Reverted | null,
  leftWhy: row.left_why as Bilingual | null,
})

/** A row as it is staged. */
export type StagedRow = Pick<
  ImportRow,
  'number' | 'cells' | 'record' | 'notes' | 'faults' | 'outcome'
>

/** Stages rows, at most a few hundred at once. */
export const insertRows = async (
  scope: Scope,
  importId: string,
  rows: readonly StagedRow[],
): Promise<void> => {
  if (rows.length === 0) return
  await sql`
    INSERT INTO import_rows (city_id, import_id, number, cells, record, notes, faults, outcome)
    SELECT ${scope.city.id}, ${importId}, r.number, r.cells, r.record, r.notes, r.faults, r.outcome
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (number integer, cells jsonb, record jsonb, notes jsonb, faults jsonb, outcome text)`.execute(
    scope.db,
  )
}

/** Forgets what an earlier check said. */
export const deleteRows = async (scope: Scope, importId: string): Promise<void> => {
  await scope.db
    .deleteFrom('import_rows')
    .where('city_id', '=', scope.city.id)
    .where('import_id', '=', importId)
    .execute()
}

/** What the check, or the run, found of a row. */
export type RowFinding = {
  readonly number: number
  readonly outcome: Outcome
  readonly targetId?: string | null
  readonly targetName?: string | null
  readonly changes?: Changes
  readonly candidates?: readonly StoredCandidate[]
  readonly faults?: readonly CellNote[]
  readonly notes?: readonly CellNote[]
}

/** Writes findings, at most a few hundred at once. */
export const saveFindings = async (
  scope: Scope,
  importId: string,
  findings: readonly RowFinding[],
): Promise<void> => {
  if (findings.length === 0) return
  await sql`
    UPDATE import_rows i SET outcome = f.outcome, target_id = f."targetId", target_name = f."targetName",
      changes = coalesce(f.changes, '{}'), candidates = coalesce(f.candidates, '[]'),
      faults = coalesce(f.faults, i.faults), notes = coalesce(f.notes, i.notes)
    FROM jsonb_to_recordset(${JSON.stringify(findings)}::jsonb)
      AS f (number integer, outcome text, "targetId" text, "targetName" text, changes jsonb,
        candidates jsonb, faults jsonb, notes jsonb)
    WHERE i.city_id = ${scope.city.id} AND i.import_id = ${importId} AND i.number = f.number`.execute(
    scope.db,
  )
}

/** What came of a row. */
export type RowDone = {
  readonly number: number
  readonly result: RowResult
  readonly targetId?: string | null
  readonly changes?: Changes
  readonly faults?: readonly CellNote[]
}

export const saveResults = async (
  scope: Scope,
  importId: string,
  done: readonly RowDone[],
): Promise<void> => {
  if (done.length === 0) return
  await sql`
    UPDATE import_rows i SET result = d.result, target_id = coalesce(d."targetId", i.target_id),
      changes = coalesce(d.changes, i.changes), faults = coalesce(d.faults, i.faults)
    FROM jsonb_to_recordset(${JSON.stringify(done)}::jsonb)
      AS d (number integer, result text, "targetId" text, changes jsonb, faults jsonb)
    WHERE i.city_id = ${scope.city.id} AND i.import_id = ${importId} AND i.number = d.number`.execute(
    scope.db,
  )
}

/** The next staged rows that were not looked at yet, or that wait to be written. */
export const listNext = async (
  scope: Scope,
  importId: string,
  asked: { readonly what: 'read' | 'write'; readonly most: number },
): Promise<ImportRow[]> => {
  const rows = selectRows(scope, importId)
  const wanted =
    asked.what === 'read'
      ? rows.where('outcome', '=', 'read')
      : rows.where('result', 'is', null).where('outcome', 'in', ['create', 'change', 'suspect'])
  const found = await wanted.orderBy('number').limit(asked.most).execute()
  return found.map(toRow)
}

/** Rows that need no writing get their result from the check. @returns nothing */
export const settleUnwritten = async (scope: Scope, importId: string): Promise<void> => {
  await sql`
    UPDATE import_rows SET result = outcome WHERE city_id = ${scope.city.id} AND import_id = ${importId}
      AND result IS NULL AND outcome IN ('same', 'refused', 'left-out')`.execute(scope.db)
}

/** Earlier rows of the file that are about the same things: id → row. */
export const listClaims = async (
  scope: Scope,
  importId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (ids.length === 0) return new Map()
  const rows = await scope.db
    .selectFrom('import_rows')
    .select(['target_id', 'number'])
    .where('city_id', '=', scope.city.id)
    .where('import_id', '=', importId)
    .where('outcome', 'in', ['change', 'same'])
    .where('target_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ target_id, number }) => [target_id ?? '', number]))
}
