import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import type { Part, PartState } from '../round.ts'

const columns = ['id', 'round_id', 'department', 'state', 'sent_at'] as const

type Row = {
  id: string
  round_id: string
  department: string
  state: string
  sent_at: Date | null
}

const toPart = (row: Row): Part => ({
  id: row.id,
  roundId: row.round_id,
  department: row.department,
  state: row.state as PartState,
  sentAt: row.sent_at,
})

/** A department's share with how many items it has, and how many of them have a text. */
export type CountedPart = Part & { readonly items: number; readonly written: number }

/** All departments of a round. 1 query. */
export const listParts = async (scope: Scope, roundId: string): Promise<readonly CountedPart[]> => {
  const rows = await scope.db
    .selectFrom('progress_parts as p')
    .select(['p.id', 'p.round_id', 'p.department', 'p.state', 'p.sent_at'])
    .select(
      sql<number>`(SELECT count(*)::int FROM progress_reports r WHERE r.city_id = p.city_id AND r.part_id = p.id)`.as(
        'items',
      ),
    )
    .select(
      sql<number>`(SELECT count(*)::int FROM progress_reports r WHERE r.city_id = p.city_id AND r.part_id = p.id AND r.results <> '')`.as(
        'written',
      ),
    )
    .where('p.city_id', '=', scope.city.id)
    .where('p.round_id', '=', roundId)
    .orderBy('p.department')
    .execute()
  return rows.map(({ items, written, ...row }) => ({ ...toPart(row), items, written }))
}

const partOf = (scope: Scope, roundId: string, department: string) =>
  scope.db
    .selectFrom('progress_parts')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('round_id', '=', roundId)
    .where('department', '=', department)

export const findPart = async (
  scope: Scope,
  roundId: string,
  department: string,
): Promise<Part | undefined> => {
  const row = await partOf(scope, roundId, department).executeTakeFirst()
  return row && toPart(row)
}

/** The same, held until the transaction ends. */
export const lockPart = async (
  scope: Scope,
  roundId: string,
  department: string,
): Promise<Part | undefined> => {
  const row = await partOf(scope, roundId, department).forUpdate().executeTakeFirst()
  return row && toPart(row)
}

export const insertParts = async (
  scope: Scope,
  parts: readonly Pick<Part, 'id' | 'roundId' | 'department'>[],
): Promise<void> => {
  assertWriting(scope)
  if (parts.length === 0) return
  await scope.db
    .insertInto('progress_parts')
    .values(
      parts.map(({ id, roundId, department }) => ({
        city_id: scope.city.id,
        id,
        round_id: roundId,
        department,
        state: 'writing',
      })),
    )
    .execute()
}

/** Stores the state that a step has led to. @returns false when another was first */
export const movePart = async (
  scope: Scope,
  part: Pick<Part, 'id' | 'state'>,
  state: PartState,
): Promise<boolean> => {
  assertWriting(scope)
  const written = await scope.db
    .updateTable('progress_parts')
    .set((old) => ({
      state,
      accepted_at: state === 'accepted' ? scope.now : null,
      ...(state === 'sent' ? { sent_at: old.fn.coalesce('sent_at', sql.val(scope.now)) } : {}),
    }))
    .where('city_id', '=', scope.city.id)
    .where('id', '=', part.id)
    .where('state', '=', part.state)
    .executeTakeFirst()
  return written.numUpdatedRows > 0n
}
