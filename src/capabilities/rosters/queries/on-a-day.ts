import { type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { nameKeyOf } from '../name-key.ts'
import type { Officer, RegisteredCounts, RosterCounts } from '../roster.ts'

/** How many were on the roster on that day, of each kind. 1 query. */
export const countMembersOn = async (
  scope: Scope,
  groupId: string,
  day: PlainDate,
): Promise<RosterCounts> => {
  const { rows } = await sql<RosterCounts>`
    SELECT count(*)::int AS members, count(*) FILTER (WHERE p.citizen)::int AS citizens,
      count(*) FILTER (WHERE p.citizen IS NULL)::int AS "citizensUnknown", count(*) FILTER (WHERE p.voting)::int AS voting,
      count(*) FILTER (WHERE EXISTS (SELECT FROM roster_terms t WHERE t.city_id = p.city_id AND t.group_id = p.group_id
        AND t.person_id = p.id AND t.since <= ${day} AND (t.until IS NULL OR t.until >= ${day})))::int AS officers
    FROM roster_people p WHERE p.city_id = ${scope.city.id} AND p.group_id = ${groupId} AND p.struck_at IS NULL
      AND p.since <= ${day} AND (p.until IS NULL OR p.until >= ${day})`.execute(scope.db)
  return rows[0]!
}

/** Who held which office on that day; one line for each office held. 1 query. */
export const listOfficersOn = async (
  scope: Scope,
  groupId: string,
  day: PlainDate,
): Promise<Officer[]> => {
  const { rows } = await sql<Officer>`
    SELECT p.name, p.name_kana AS "nameKana", t.office FROM roster_terms t
    JOIN roster_people p ON p.city_id = t.city_id AND p.group_id = t.group_id AND p.id = t.person_id
    WHERE t.city_id = ${scope.city.id} AND t.group_id = ${groupId} AND p.struck_at IS NULL
      AND t.since <= ${day} AND (t.until IS NULL OR t.until >= ${day})
      AND p.since <= ${day} AND (p.until IS NULL OR p.until >= ${day})
    ORDER BY t.since, p.name_kana, p.id`.execute(scope.db)
  return rows
}

/** A person by account, or by name as people write it; the reading tells apart who has the same name. */
export type WhoWas =
  | { readonly accountId: string }
  | { readonly name: string; readonly nameKana?: string }

/** Whether that person was a member of the group on that day, as its roster says. */
export const wasMemberOn = async (
  scope: Scope,
  groupId: string,
  asked: { readonly who: WhoWas; readonly day: PlainDate },
): Promise<boolean> => {
  const { who, day } = asked
  const row = await scope.db
    .selectFrom('roster_people as p')
    .select('p.id')
    .where('p.city_id', '=', scope.city.id)
    .where('p.group_id', '=', groupId)
    .where('p.struck_at', 'is', null)
    .where('p.since', '<=', day)
    .where((is) => is.or([is('p.until', 'is', null), is('p.until', '>=', day)]))
    .where((is) =>
      'accountId' in who
        ? is('p.account_id', '=', who.accountId)
        : is.and([
            is('p.name_key', '=', nameKeyOf(who.name)),
            ...(who.nameKana ? [sql<SqlBool>`p.name_kana IN ('', ${who.nameKana})`] : []),
          ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What the registration says of the same numbers, and what the rules need of the group. 1 query. */
export const findRosterHead = async (scope: Scope, groupId: string) => {
  const { rows } = await sql<{
    name: string
    members: number | null
    citizens: string | null
    officers: string | null
    reached: boolean
    led: boolean
    opened: boolean
  }>`
    SELECT g.name, g.members, s.answers ->> 'members_in_city' AS citizens, s.answers ->> 'officers' AS officers,
      g.receipt_number IS NOT NULL OR g.channel <> 'web' AS reached,
      EXISTS (SELECT FROM memberships m WHERE m.city_id = g.city_id AND m.group_id = g.id
        AND m.role = 'representative' AND m.until IS NULL) AS led,
      EXISTS (SELECT FROM roster_openings o WHERE o.city_id = g.city_id AND o.group_id = g.id) AS opened
    FROM groups g LEFT JOIN sheets s ON s.city_id = g.city_id AND s.subject_kind = 'group' AND s.subject_id = g.id
      AND s.purpose = 'registration'
    WHERE g.city_id = ${scope.city.id} AND g.id = ${groupId} AND g.merged_into IS NULL`.execute(
    scope.db,
  )
  const row = rows[0]
  const toNumber = (text: string | null): number | null =>
    text !== null && /^\d{1,7}$/.test(text) ? Number(text) : null
  if (!row) return undefined
  const registered: RegisteredCounts = {
    members: row.members,
    citizens: toNumber(row.citizens),
    officers: toNumber(row.officers),
  }
  return {
    id: groupId,
    name: row.name,
    reached: row.reached,
    hasRepresentative: row.led,
    officersOpen: row.opened,
    registered,
  }
}

export type RosterHead = NonNullable<Awaited<ReturnType<typeof findRosterHead>>>
