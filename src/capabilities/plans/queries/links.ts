import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import { accountOf } from '#kernel/actor.ts'
import { namingEntries } from '../../publishing/index.ts'
import type { ItemLink, LinkKind, ServedItem } from '../link.ts'

type LinkRow = { item_key: string; kind: string; target_id: string }

/** What carries the items of a plan out, as far as it is public: of all of them, or of one. */
export const askLinks = (
  scope: Scope,
  series: string,
  itemKey?: string,
): Question<readonly ItemLink[]> =>
  question(
    sql`SELECT * FROM (${namingEntries(
      scope,
      sql<LinkRow>`SELECT item_key, kind, target_id FROM plan_links
        WHERE city_id = ${scope.city.id} AND series = ${series}
          ${itemKey === undefined ? sql`` : sql`AND item_key = ${itemKey}`}`,
    )}) n ORDER BY kind, entry_ja, target_id LIMIT 1000` as ReturnType<
      typeof namingEntries<LinkRow>
    >,
    (rows) =>
      rows.map((row) => ({
        itemKey: row.item_key,
        kind: row.kind as LinkKind,
        targetId: row.target_id,
        title: { ja: row.entry_ja, en: row.entry_en },
        url: row.url,
      })),
  )

type ServedRow = {
  plan_id: string
  plan_ja: string
  plan_en: string
  no: string
  title_ja: string
  title_en: string
}

/** The items that something carries out, each in the newest version of its plan. */
export const askServedItems = (
  scope: Scope,
  { kind, targetId }: Pick<ItemLink, 'kind' | 'targetId'>,
): Question<readonly ServedItem[]> =>
  question(
    sql<ServedRow>`
      SELECT p.id AS plan_id, p.title_ja AS plan_ja, p.title_en AS plan_en, i.no, i.title_ja, i.title_en
      FROM plan_links l
      JOIN plans p ON p.city_id = l.city_id AND p.series = l.series
      JOIN plan_items i ON i.city_id = p.city_id AND i.plan_id = p.id AND i.key = l.item_key
      WHERE l.city_id = ${scope.city.id} AND l.kind = ${kind} AND l.target_id = ${targetId}
        AND NOT EXISTS (SELECT FROM plans n
          WHERE n.city_id = p.city_id AND n.series = p.series AND n.version > p.version)
      ORDER BY p.id, i.position LIMIT 100`,
    (rows) =>
      rows.map((row) => ({
        planId: row.plan_id,
        planTitle: { ja: row.plan_ja, en: row.plan_en },
        no: row.no,
        title: { ja: row.title_ja, en: row.title_en },
      })),
  )

type Target = Pick<ItemLink, 'kind' | 'targetId'>

/** Those of them that are public, with their titles. */
export const askPublicTargets = (
  scope: Scope,
  targets: readonly Target[],
): Question<readonly Target[]> =>
  question(
    namingEntries(
      scope,
      sql<{
        kind: string
        target_id: string
      }>`SELECT kind, target_id FROM jsonb_to_recordset(${JSON.stringify(
        targets.map(({ kind, targetId }) => ({ kind, target_id: targetId })),
      )}::jsonb) AS t (kind text, target_id text)`,
    ),
    (rows) => rows.map((row) => ({ kind: row.kind as LinkKind, targetId: row.target_id })),
  )

type Place = { readonly series: string; readonly itemKey: string }

/** Ties a thing to an item. @returns false when it was tied already */
export const insertLink = async (
  scope: Scope,
  { series, itemKey }: Place,
  { kind, targetId }: Pick<ItemLink, 'kind' | 'targetId'>,
): Promise<boolean> => {
  assertWriting(scope)
  const result = await scope.db
    .insertInto('plan_links')
    .values({
      city_id: scope.city.id,
      series,
      item_key: itemKey,
      kind,
      target_id: targetId,
      linked_by: accountOf(scope.actor),
      linked_at: scope.now,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1
}

/** @returns false when there was no such link */
export const deleteLink = async (
  scope: Scope,
  { series, itemKey }: Place,
  { kind, targetId }: Pick<ItemLink, 'kind' | 'targetId'>,
): Promise<boolean> => {
  assertWriting(scope)
  const result = await scope.db
    .deleteFrom('plan_links')
    .where('city_id', '=', scope.city.id)
    .where('series', '=', series)
    .where('item_key', '=', itemKey)
    .where('kind', '=', kind)
    .where('target_id', '=', targetId)
    .executeTakeFirst()
  return Number(result.numDeletedRows) === 1
}
