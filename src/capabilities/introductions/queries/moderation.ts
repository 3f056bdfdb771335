import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { pageSizes } from '../lists.ts'
import type { Moderation, Part, PartKind } from '../moderation.ts'

type Row = { kind: string; id: string; title: string; state: string; reason: string | null }

const toPart = (row: Row): Part => ({
  kind: row.kind as PartKind,
  id: row.id,
  title: row.title,
  state: row.state as Moderation,
  reason: row.reason,
})

/** Every part of a group's page that others can see or that is out of sight. */
const partsOf = (scope: Scope, groupId: string) => sql`(
    SELECT 'introduction' AS kind, i.group_id AS id, '' AS title, i.moderation AS state,
        i.hidden_reason AS reason, 1 AS rank, i.published_at AS at
      FROM introductions i WHERE i.city_id = ${scope.city.id} AND i.group_id = ${groupId}
        AND i.published IS NOT NULL
    UNION ALL
    SELECT 'photo', p.id, p.alt, p.moderation, p.hidden_reason, 2, p.added_at
      FROM group_photos p WHERE p.city_id = ${scope.city.id} AND p.group_id = ${groupId}
    UNION ALL
    SELECT 'news', n.id, n.title, n.moderation, n.hidden_reason, 3, n.published_at
      FROM group_news n WHERE n.city_id = ${scope.city.id} AND n.group_id = ${groupId}
        AND n.published_at IS NOT NULL
    UNION ALL
    SELECT 'offer', o.id, o.title, o.moderation, o.hidden_reason, 4, o.published_at
      FROM group_offers o WHERE o.city_id = ${scope.city.id} AND o.group_id = ${groupId}
        AND o.published_at IS NOT NULL
    UNION ALL
    SELECT 'paper', a.id, f.name, a.moderation, a.hidden_reason, 5, a.added_at
      FROM group_papers a JOIN files f ON f.city_id = a.city_id AND f.id = a.file_id
      WHERE a.city_id = ${scope.city.id} AND a.group_id = ${groupId}
  ) AS part`

/** One page of the parts, for the desk: first those that it has taken out of sight. */
export const listParts = async (
  scope: Scope,
  groupId: string,
  page: number,
): Promise<{ readonly parts: readonly Part[]; readonly total: number }> => {
  const size = pageSizes.parts
  const { rows } = await sql<Row & { total: number }>`
    SELECT kind, id, title, state, reason, count(*) OVER ()::int AS total
    FROM ${partsOf(scope, groupId)}
    ORDER BY state = 'shown', rank, at DESC, id
    LIMIT ${size} OFFSET ${(page - 1) * size}`.execute(scope.db)
  return { parts: rows.map(toPart), total: rows[0]?.total ?? 0 }
}

/** One part, or undefined where the group's page has none such. */
export const findPart = async (
  scope: Scope,
  groupId: string,
  asked: Pick<Part, 'kind' | 'id'>,
): Promise<Part | undefined> => {
  const { rows } = await sql<Row>`SELECT kind, id, title, state, reason
    FROM ${partsOf(scope, groupId)} WHERE kind = ${asked.kind} AND id = ${asked.id}`.execute(
    scope.db,
  )
  return rows[0] && toPart(rows[0])
}

/** The parts about which something is to be done: out of sight, or mended. */
export const listUnsettledParts = async (
  scope: Scope,
  groupId: string,
): Promise<readonly Part[]> => {
  const { rows } = await sql<Row>`SELECT kind, id, title, state, reason
    FROM ${partsOf(scope, groupId)} WHERE state <> 'shown' ORDER BY rank, at DESC, id`.execute(
    scope.db,
  )
  return rows.map(toPart)
}

const tables = {
  introduction: 'introductions',
  photo: 'group_photos',
  news: 'group_news',
  offer: 'group_offers',
  paper: 'group_papers',
} as const

/** Stores the new state of a part where the old one still stands. @returns false when somebody was faster */
export const movePart = async (
  scope: Scope,
  groupId: string,
  part: Pick<Part, 'kind' | 'id' | 'state'> & {
    readonly to: Moderation
    readonly reason: string | null
  },
): Promise<boolean> => {
  const own = sql`city_id = ${scope.city.id} AND group_id = ${groupId}`
  const which = part.kind === 'introduction' ? own : sql`${own} AND id = ${part.id}`
  const { numAffectedRows } = await sql`UPDATE ${sql.table(tables[part.kind])}
    SET moderation = ${part.to}, hidden_reason = ${part.reason}
    WHERE ${which} AND moderation = ${part.state}`.execute(scope.db)
  return Number(numAffectedRows ?? 0) === 1
}
