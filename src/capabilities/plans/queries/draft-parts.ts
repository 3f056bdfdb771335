import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type DraftItem, factsId, legendsId, type WholeDraft } from '../draft.ts'
import type { NewPart } from '../draft-parts.ts'
import type { NewPlace } from '../draft-tree.ts'
import type { Values } from '../merge.ts'

const columns = [
  'id',
  'kind',
  'parent_id',
  'position',
  'version',
  'content',
  'written_by',
  'written_at',
  'made_at',
] as const

const partRows = (scope: Scope, draftId: string) =>
  scope.db
    .selectFrom('plan_draft_parts')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('draft_id', '=', draftId)

type Row = Awaited<ReturnType<ReturnType<typeof partRows>['execute']>>[number]

const toPart = (row: Row): DraftItem => ({
  id: row.id,
  parentId: row.parent_id,
  position: row.position,
  version: row.version,
  values: row.content as Values,
  writtenBy: row.written_by,
  writtenAt: row.written_at,
  madeAt: row.made_at,
})

/** Everything of a draft. 1 query. */
export const getWhole = async (scope: Scope, draftId: string): Promise<WholeDraft> => {
  const parts = await partRows(scope, draftId).execute()
  const find = (id: string): DraftItem => {
    const row = parts.find((part) => part.id === id && part.kind !== 'item')
    if (!row) throw new NotFound('part of a plan draft')
    return toPart(row)
  }
  return {
    facts: find(factsId),
    legends: find(legendsId),
    items: parts.filter(({ kind }) => kind === 'item').map(toPart),
  }
}

const keepWritings = async (
  scope: Scope,
  draftId: string,
  parts: readonly { readonly id: string; readonly version: number; readonly values: Values }[],
): Promise<void> => {
  await scope.db
    .insertInto('plan_draft_writings')
    .values(
      parts.map(({ id, version, values }) => ({
        city_id: scope.city.id,
        draft_id: draftId,
        part_id: id,
        version,
        content: JSON.stringify(values),
        written_by: nameOf(scope.actor),
        written_at: scope.now,
      })),
    )
    // A part that was removed and made again under the same id goes on counting elsewhere.
    .onConflict((same) => same.doNothing())
    .execute()
}

/** Writes parts for the first time, and keeps their wording. */
export const insertParts = async (
  scope: Scope,
  draftId: string,
  parts: readonly NewPart[],
): Promise<void> => {
  if (parts.length === 0) return
  await scope.db
    .insertInto('plan_draft_parts')
    .values(
      parts.map(({ id, kind, parentId, position, values }) => ({
        city_id: scope.city.id,
        draft_id: draftId,
        id,
        kind,
        parent_id: parentId,
        position,
        content: JSON.stringify(values),
        written_by: nameOf(scope.actor),
        written_at: scope.now,
        made_at: scope.now,
      })),
    )
    .execute()
  await keepWritings(
    scope,
    draftId,
    parts.map(({ id, values }) => ({ id, version: 1, values })),
  )
}

/** Writes parts anew, each with the version after the one it has now. The draft is held by the caller. */
export const updateParts = async (
  scope: Scope,
  draftId: string,
  parts: readonly { readonly id: string; readonly version: number; readonly values: Values }[],
): Promise<void> => {
  const written = parts.map(({ id, version, values }) => ({ id, version: version + 1, values }))
  for (const { id, version, values } of written)
    await scope.db
      .updateTable('plan_draft_parts')
      .set({
        content: JSON.stringify(values),
        version,
        written_by: nameOf(scope.actor),
        written_at: scope.now,
      })
      .where('city_id', '=', scope.city.id)
      .where('draft_id', '=', draftId)
      .where('id', '=', id)
      .execute()
  if (written.length > 0) await keepWritings(scope, draftId, written)
}

/** Puts items into their places. */
export const placeItems = async (
  scope: Scope,
  draftId: string,
  places: readonly NewPlace[],
): Promise<void> => {
  for (const { id, parentId, position } of places)
    await scope.db
      .updateTable('plan_draft_parts')
      .set({ parent_id: parentId, position })
      .where('city_id', '=', scope.city.id)
      .where('draft_id', '=', draftId)
      .where('id', '=', id)
      .where('kind', '=', 'item')
      .execute()
}

/** Takes an item out; its wordings stay with the draft. */
export const deleteItem = async (scope: Scope, draftId: string, id: string): Promise<void> => {
  await scope.db
    .deleteFrom('plan_draft_parts')
    .where('city_id', '=', scope.city.id)
    .where('draft_id', '=', draftId)
    .where('id', '=', id)
    .where('kind', '=', 'item')
    .execute()
}

/** A wording as it was saved. */
export type Writing = {
  readonly version: number
  readonly values: Values
  readonly writtenBy: string
  readonly writtenAt: Date
}

const writingRows = (scope: Scope, draftId: string, partId: string) =>
  scope.db
    .selectFrom('plan_draft_writings')
    .select(['version', 'content', 'written_by', 'written_at'])
    .where('city_id', '=', scope.city.id)
    .where('draft_id', '=', draftId)
    .where('part_id', '=', partId)

/** The wordings of a part, the latest first. */
export const listWritings = async (
  scope: Scope,
  draftId: string,
  partId: string,
): Promise<Writing[]> => {
  const rows = await writingRows(scope, draftId, partId)
    .orderBy('version', 'desc')
    .limit(12)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    values: row.content as Values,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  }))
}

/** What a part said in one of its versions; undefined for a version that never was. */
export const findWriting = async (
  scope: Scope,
  draftId: string,
  part: { readonly id: string; readonly version: number },
): Promise<Values | undefined> => {
  const row = await writingRows(scope, draftId, part.id)
    .where('version', '=', part.version)
    .executeTakeFirst()
  return row?.content as Values | undefined
}
