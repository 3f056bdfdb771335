import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { factsLoadedAt, type TallyQuery } from '#data/tally.ts'
import { namingEntries } from '../../publishing/index.ts'
import type { LinkKind } from '../link.ts'

/** Links read at once for the file of open data. */
export const linksAtOnce = 1_000

type Row = {
  readonly kind: string
  readonly target_id: string
  readonly linked_at: Date
  readonly plan_id: string
  readonly plan_title: string
  readonly no: string
  readonly item_title: string
  /** Where the next part begins. */
  readonly at: string
}

/** Links of the items as they stand in the newest version of their plans. */
const rows = (scope: Scope) => sql<Row>`
  SELECT l.kind, l.target_id, l.linked_at, p.id AS plan_id, p.title_ja AS plan_title, i.no, i.title_ja AS item_title,
    jsonb_build_array(l.series, l.item_key, l.kind, l.target_id)::text AS at
  FROM plan_links l
  JOIN plans p ON p.city_id = l.city_id AND p.series = l.series
  JOIN plan_items i ON i.city_id = p.city_id AND i.plan_id = p.id AND i.key = l.item_key
  WHERE l.city_id = ${scope.city.id} AND NOT EXISTS (SELECT FROM plans n
    WHERE n.city_id = p.city_id AND n.series = p.series AND n.version > p.version)`

/** A part of the links, with the title of what is public; what is not falls out. */
export const listLinksAfter = async (scope: Scope, after: string | undefined) => {
  const { rows: found } = await sql<Row & { entry_ja: string; url: string }>`
    SELECT * FROM (${namingEntries(scope, rows(scope))}) n
    WHERE ${after ?? ''} < n.at COLLATE "C" ORDER BY n.at COLLATE "C" LIMIT ${linksAtOnce}`.execute(
    scope.db,
  )
  return found.map((row) => ({
    planId: row.plan_id,
    planTitle: row.plan_title,
    no: row.no,
    itemTitle: row.item_title,
    kind: row.kind as LinkKind,
    title: row.entry_ja,
    url: row.url,
    at: row.at,
  }))
}

export const tallyLinks = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, greatest(${factsLoadedAt(scope)}, max(n.linked_at)) AS changed
    FROM (${namingEntries(scope, rows(scope))}) n`
