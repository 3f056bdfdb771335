import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { GroupState } from '../../groups/index.ts'
import type { GroupKey, KeyKind } from '../folding.ts'
import { type CommonKey, mostHolders } from '../matching.ts'
import type { Candidate } from '../suspicion.ts'

/** Replaces what groups are known by; at most a few hundred at once. */
export const replaceKeys = async (
  scope: Scope,
  known: readonly { readonly id: string; readonly keys: readonly GroupKey[] }[],
): Promise<void> => {
  if (known.length === 0) return
  const city_id = scope.city.id
  const ids = known.map(({ id }) => id)
  await scope.db
    .deleteFrom('group_keys')
    .where('city_id', '=', city_id)
    .where('group_id', 'in', ids)
    .execute()
  const all = known.flatMap(({ id, keys }) =>
    keys.map((one) => ({ city_id, group_id: id, ...one })),
  )
  if (all.length > 0)
    await scope.db
      .insertInto('group_keys')
      .values(all)
      .onConflict((same) => same.doNothing())
      .execute()
  await scope.db
    .insertInto('group_key_times')
    .values(ids.map((group_id) => ({ city_id, group_id, made_at: scope.now })))
    .onConflict((same) => same.columns(['city_id', 'group_id']).doUpdateSet({ made_at: scope.now }))
    .execute()
}

/** Groups that reached the desk and were changed since their keys were made, the oldest change first. */
export const listStaleGroups = async (scope: Scope, most: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT g.id FROM groups g
    LEFT JOIN group_key_times t ON t.city_id = g.city_id AND t.group_id = g.id
    WHERE g.city_id = ${scope.city.id} AND (g.receipt_number IS NOT NULL OR g.channel <> 'web')
      AND (t.made_at IS NULL OR t.made_at < g.updated_at)
    ORDER BY g.updated_at, g.id LIMIT ${most}`.execute(scope.db)
  return rows.map((row) => row.id)
}

/** A group that has one of the keys asked for. `asked` says by which of the lists it was found. */
export type Hit = {
  readonly asked: number
  readonly group: Candidate
  readonly common: readonly CommonKey[]
}

type Row = {
  asked: number
  id: string
  name: string
  name_kana: string
  state: string
  number: string | null
  receipt_number: string | null
  registered_on: string | null
  common: { kind: KeyKind; holders: number }[]
}

const toHit = (row: Row): Hit => ({
  asked: row.asked,
  common: row.common,
  group: {
    id: row.id,
    name: row.name,
    nameKana: row.name_kana,
    state: row.state as GroupState,
    number: row.number,
    receiptNumber: row.receipt_number,
    registeredOn: row.registered_on as PlainDate | null,
  },
})

/** More groups than these with one key are not all told: by then it is no sign of anything. */
const mostRowsOfKey = mostHolders + 2

/**
 * The groups that have a key in common with one of these lists of keys: one question for all lists, each
 * key found by index, whatever the size of the city. Registrations that went into another are left out.
 */
export const findHits = async (
  scope: Scope,
  lists: readonly (readonly GroupKey[])[],
): Promise<Hit[]> => {
  const asked = lists.flatMap((keys, at) => keys.map((one) => ({ at, ...one })))
  if (asked.length === 0) return []
  const { rows } = await sql<Row>`
    WITH asked AS (
      SELECT * FROM unnest(${asked.map(({ at }) => at)}::int[], ${asked.map(({ kind }) => kind)}::text[],
        ${asked.map(({ key }) => key)}::text[]) AS a (asked, kind, key)),
    shared AS (
      SELECT a.asked, a.kind, k.group_id, count(*) OVER (PARTITION BY a.asked, a.kind, a.key)::int AS holders
      FROM asked a CROSS JOIN LATERAL (
        SELECT group_id FROM group_keys k WHERE k.city_id = ${scope.city.id} AND k.kind = a.kind AND k.key = a.key
        LIMIT ${mostRowsOfKey}) k)
    SELECT s.asked, g.id, g.name, g.name_kana, g.state, g.number, g.receipt_number, g.registered_on,
      jsonb_agg(jsonb_build_object('kind', s.kind, 'holders', s.holders)) AS common
    FROM shared s JOIN groups g ON g.city_id = ${scope.city.id} AND g.id = s.group_id
    WHERE g.merged_into IS NULL
    GROUP BY s.asked, g.city_id, g.id ORDER BY s.asked, g.name_order, g.name_kana, g.id`.execute(
    scope.db,
  )
  return rows.map(toHit)
}
