import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Direction, Resource } from '../offer.ts'
import type { PaperKind } from '../preset.ts'
import { isOpenOn } from './offer-row.ts'

/** What everyone may see of a group's page besides its introduction. */
export type PublicParts = {
  readonly news: readonly {
    readonly id: string
    readonly title: string
    readonly on: PlainDate
    readonly eventOn: PlainDate | null
    readonly eventTime: string
    readonly eventPlace: string
  }[]
  readonly offers: readonly {
    readonly id: string
    readonly direction: Direction
    readonly resource: Resource | null
    readonly title: string
    readonly openUntil: PlainDate | null
  }[]
  readonly papers: readonly {
    readonly id: string
    readonly kind: PaperKind
    readonly fiscalYear: number | null
    readonly mediaType: string
    readonly bytes: number
  }[]
}

/** News, offers and papers of a registered group in one look: only what is public is read. */
export const askPublicParts = (
  scope: Scope,
  groupId: string,
  today: PlainDate,
): Question<PublicParts> => {
  const own = (alias: string) =>
    sql`${sql.ref(`${alias}.city_id`)} = ${scope.city.id} AND ${sql.ref(`${alias}.group_id`)} = ${groupId}`
  const statement = sql<PublicParts>`SELECT
    (SELECT coalesce(jsonb_agg(x), '[]') FROM (
      SELECT n.id, n.title, (n.published_at AT TIME ZONE 'Asia/Tokyo')::date::text AS "on",
        n.event_on::text AS "eventOn", n.event_time AS "eventTime", n.event_place AS "eventPlace"
      FROM group_news n WHERE ${own('n')} AND n.published_at IS NOT NULL AND n.moderation = 'shown'
        AND (n.show_until IS NULL OR n.show_until >= ${today})
      ORDER BY n.published_at DESC, n.id LIMIT 4) x) AS news,
    (SELECT coalesce(jsonb_agg(x), '[]') FROM (
      SELECT o.id, o.direction, o.resource, o.title, o.open_until::text AS "openUntil"
      FROM group_offers o WHERE ${own('o')} AND ${isOpenOn('o', today)}
      ORDER BY o.direction, o.published_at DESC, o.id LIMIT 12) x) AS offers,
    (SELECT coalesce(jsonb_agg(x), '[]') FROM (
      SELECT p.id, p.kind, p.fiscal_year AS "fiscalYear", f.media_type AS "mediaType", f.bytes
      FROM group_papers p JOIN files f ON f.city_id = p.city_id AND f.id = p.file_id
      WHERE ${own('p')} AND p.public AND p.moderation = 'shown'
      ORDER BY p.fiscal_year DESC NULLS FIRST, p.kind, p.added_at DESC LIMIT 60) x) AS papers
    FROM groups g WHERE g.city_id = ${scope.city.id} AND g.id = ${groupId} AND g.state = 'approved'`
  return question(statement, ([found]) => found ?? { news: [], offers: [], papers: [] })
}
