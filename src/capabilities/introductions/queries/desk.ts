import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { emptyIntroduction, entryOf, type Group, type Introduction } from '../../groups/index.ts'
import { pageSizes } from '../lists.ts'
import type { PaperKind } from '../preset.ts'
import { isOpenOn } from './offer-row.ts'

/** How a group's page stands, counted. */
export type PageState = {
  readonly groupId: string
  readonly name: string
  readonly registeredOn: PlainDate | null
  readonly introduction: Introduction | null
  readonly registeredContact: boolean
  readonly registeredDays: boolean
  readonly registeredFee: boolean
  readonly registeredWhat: boolean
  readonly registeredPlace: boolean
  readonly readsHere: boolean
  readonly recentNews: boolean
  readonly openOffers: boolean
  readonly papers: readonly { readonly kind: PaperKind; readonly fiscalYear: number | null }[]
  readonly hidden: number
  readonly mended: number
}

type Row = {
  id: string
  name: string
  registered_on: string | null
  introduction: Introduction | null
  public_profile: Group['profile']
  reads_here: boolean
  recent_news: boolean
  open_offers: boolean
  papers: PageState['papers']
  hidden: number
  mended: number
}

const contacts = ['contact_phone', 'contact_email', 'office_address', 'website', 'contact_fax']

const holds = (profile: Partial<Group['profile']>, code: string): boolean =>
  entryOf({ summary: { ja: '', en: '' }, entries: [], ...profile }, code) !== undefined

const toState = (row: Row): PageState => ({
  groupId: row.id,
  name: row.name,
  registeredOn: row.registered_on as PlainDate | null,
  introduction: row.introduction && { ...emptyIntroduction, ...row.introduction },
  registeredContact: contacts.some((code) => holds(row.public_profile, code)),
  registeredDays: holds(row.public_profile, 'days') || holds(row.public_profile, 'day_kinds'),
  registeredFee: holds(row.public_profile, 'fee'),
  registeredWhat: holds(row.public_profile, 'activities'),
  registeredPlace: holds(row.public_profile, 'area') || holds(row.public_profile, 'areas'),
  readsHere: row.reads_here,
  recentNews: row.recent_news,
  openOffers: row.open_offers,
  papers: row.papers,
  hidden: row.hidden,
  mended: row.mended,
})

const countIn = (state: 'hidden' | 'mended') => {
  const tables = ['introductions', 'group_photos', 'group_news', 'group_offers', 'group_papers']
  return sql.join(
    tables.map(
      (table) => sql`(SELECT count(*) FROM ${sql.table(table)} x
        WHERE x.city_id = g.city_id AND x.group_id = g.id AND x.moderation = ${state})`,
    ),
    sql` + `,
  )
}

const columns = (asked: { readonly today: PlainDate; readonly newsSince: PlainDate }) => sql`
  g.id, g.name, g.registered_on::text AS registered_on, g.introduction, g.public_profile,
  EXISTS (SELECT FROM memberships m WHERE m.city_id = g.city_id AND m.group_id = g.id
    AND m.role = 'representative' AND m.until IS NULL) AS reads_here,
  EXISTS (SELECT FROM group_news n WHERE n.city_id = g.city_id AND n.group_id = g.id
    AND n.moderation = 'shown' AND n.published_at >= ${asked.newsSince}::date
    AND (n.show_until IS NULL OR n.show_until >= ${asked.today})) AS recent_news,
  EXISTS (SELECT FROM group_offers o WHERE o.city_id = g.city_id AND o.group_id = g.id
    AND ${isOpenOn('o', asked.today)}) AS open_offers,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'fiscalYear', p.fiscal_year)), '[]')
    FROM group_papers p WHERE p.city_id = g.city_id AND p.group_id = g.id) AS papers,
  (${countIn('hidden')})::int AS hidden, (${countIn('mended')})::int AS mended`

type Asked = { readonly today: PlainDate; readonly newsSince: PlainDate }

/** How the pages of these groups stand, in one query. */
export const listPageStates = async (
  scope: Scope,
  groupIds: readonly string[],
  asked: Asked,
): Promise<readonly PageState[]> => {
  if (groupIds.length === 0) return []
  const { rows } = await sql<Row>`SELECT ${columns(asked)} FROM groups g
    WHERE g.city_id = ${scope.city.id} AND g.id IN (${sql.join([...groupIds])})`.execute(scope.db)
  return rows.map(toState)
}

/** One page of all registered groups for the desk: first those with something to look at. */
export const listDeskPages = async (
  scope: Scope,
  asked: Asked & { readonly page: number },
): Promise<{ readonly pages: readonly PageState[]; readonly total: number }> => {
  const { rows } = await sql<Row & { total: number }>`
    SELECT *, count(*) OVER ()::int AS total FROM (
      SELECT ${columns(asked)}, g.name_order, g.name_kana FROM groups g
      WHERE g.city_id = ${scope.city.id} AND g.state = 'approved') s
    ORDER BY mended DESC, hidden DESC, name_order, name_kana, id
    LIMIT ${pageSizes.desk} OFFSET ${(asked.page - 1) * pageSizes.desk}`.execute(scope.db)
  return { pages: rows.map(toState), total: rows[0]?.total ?? 0 }
}
