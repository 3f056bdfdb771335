import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { commonRules } from '../preset.ts'

/** An office and who holds it, as everyone may read it. */
export type PublicOfficer = { readonly office: Bilingual; readonly name: string }

/**
 * The officers of a group that opened their names, in the city's order of offices; none for every other
 * group. Nothing but names and offices is read.
 */
export const askPublicOfficers = (
  scope: Scope,
  groupId: string,
  day: PlainDate,
): Question<readonly PublicOfficer[]> => {
  const offices = JSON.stringify(commonRules.offices)
  const statement = sql<PublicOfficer>`
    WITH offices AS (
      SELECT o.value ->> 'code' AS code, o.value -> 'name' AS name, o.ordinality AS place
      FROM jsonb_array_elements(coalesce((SELECT definition -> 'offices' FROM roster_rules
        WHERE city_id = ${scope.city.id}), ${offices}::jsonb)) WITH ORDINALITY o)
    SELECT p.name, coalesce(f.name, jsonb_build_object('ja', t.office, 'en', t.office)) AS office
    FROM roster_openings o
    JOIN groups g ON g.city_id = o.city_id AND g.id = o.group_id AND g.state = 'approved'
    JOIN roster_terms t ON t.city_id = o.city_id AND t.group_id = o.group_id
    JOIN roster_people p ON p.city_id = t.city_id AND p.group_id = t.group_id AND p.id = t.person_id
    LEFT JOIN offices f ON f.code = t.office
    WHERE o.city_id = ${scope.city.id} AND o.group_id = ${groupId} AND p.struck_at IS NULL
      AND t.since <= ${day} AND (t.until IS NULL OR t.until >= ${day})
      AND p.since <= ${day} AND (p.until IS NULL OR p.until >= ${day})
    ORDER BY f.place NULLS LAST, t.since, p.name_kana, p.id LIMIT 100`
  return question(statement, (rows) => rows)
}
