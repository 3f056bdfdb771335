import { sql } from 'kysely'
import { holdRows } from '#data/rows-by-id.ts'
import type { Scope } from '#data/scope.ts'
import { updateRows } from '#data/update-rows.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import type { Answers, FormVersion } from '../../forms/index.ts'
import { groupKind } from '../group.ts'
import { withOffers } from '../offers.ts'
import { columnsOfFace, faceColumns, faceTypes, type PublicFace } from './faces.ts'
import { listOfferLines } from './offers.ts'

/** A registered group as a list tells of it. */
export type ImportedGroup = {
  readonly id: string
  readonly class: string
  readonly number: string
  readonly name: string
  readonly registeredOn: PlainDate
  readonly validUntil: PlainDate | null
  readonly answers: Answers
}

const textIn = (answers: Answers, code: string): string => {
  const value = answers[code]
  return typeof value === 'string' ? value : ''
}

/** What the row of a group repeats of its answers. */
export const factsOfAnswers = (name: string, answers: Answers) => ({
  name,
  name_kana: textIn(answers, 'name_kana'),
  legal_form: textIn(answers, 'legal_form'),
  members: typeof answers.members === 'number' ? answers.members : null,
  corporate_number: textIn(answers, 'corporate_number') || null,
})

/** A group of a list with what everyone may know of it. */
export type NewImportedGroup = ImportedGroup & Pick<PublicFace, 'profile' | 'facets'>

const rowOf = (scope: Scope, one: NewImportedGroup) => ({
  ...factsOfAnswers(one.name, one.answers),
  ...columnsOfFace(one),
  class: one.class,
  number: one.number,
  registered_on: one.registeredOn,
  valid_until: one.validUntil,
  answers: one.answers,
  sheet: newId(),
  period: newId(),
  by: accountOf(scope.actor),
})

/**
 * Writes registered groups as they stand from the first moment on: their answers, the time their registration holds, and
 * what everyone may know of them; at most a few hundred at once. 4 queries.
 */
export const insertImported = async (
  scope: Scope,
  form: FormVersion,
  groups: readonly NewImportedGroup[],
): Promise<void> => {
  const rows = JSON.stringify(groups.map((one) => rowOf(scope, one)))
  const city = scope.city.id
  await sql`INSERT INTO groups (city_id, id, state, class, number, name, name_kana, legal_form, members,
      corporate_number, registered_on, valid_until, ${faceColumns}, face_changed_at, channel, created_by,
      created_at, updated_at)
    SELECT ${city}, id, 'approved', class, number, name, name_kana, legal_form, members, corporate_number,
      registered_on, valid_until, ${faceColumns}, ${scope.now}, 'import', by, ${scope.now}, ${scope.now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id text, class text, number text, name text, name_kana text,
      legal_form text, members integer, corporate_number text, registered_on date, valid_until date, by text,
      ${faceTypes})`.execute(scope.db)
  await sql`INSERT INTO sheets (city_id, id, subject_kind, subject_id, purpose, form, version, answers,
      account_id, updated_at, sent_at)
    SELECT ${city}, sheet, ${groupKind}, id, 'registration', ${form.definition.code}, ${form.version}, answers,
      by, ${scope.now}, ${scope.now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id text, sheet text, answers jsonb, by text)`.execute(
    scope.db,
  )
  await sql`INSERT INTO registration_periods (city_id, id, group_id, class, number, how, began_on, valid_until,
      created_at)
    SELECT ${city}, period, id, class, number, 'new', registered_on, valid_until, ${scope.now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id text, period text, class text, number text,
      registered_on date, valid_until date)`.execute(scope.db)
  await sql`INSERT INTO group_fields (city_id, group_id, field) SELECT ${city}, r.id, field
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id text, fields text[]), unnest(r.fields) AS field`.execute(
    scope.db,
  )
}

/** A group as rows of a list are compared with it. */
export type Importable = {
  readonly id: string
  readonly state: string
  readonly class: string
  readonly number: string | null
  readonly name: string
  readonly registered_on: string | null
  readonly valid_until: string | null
  readonly answers: Answers
}

/** These groups with the answers of their registration. 2 queries. */
export const listImportable = async (
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Importable[]> => {
  const { rows } = await sql<Importable>`
    SELECT g.id, g.state, g.class, g.number, g.name, g.registered_on, g.valid_until,
      coalesce(s.answers, '{}') AS answers
    FROM groups g LEFT JOIN sheets s ON s.city_id = g.city_id AND s.subject_kind = ${groupKind}
      AND s.subject_id = g.id AND s.purpose = 'registration'
    WHERE g.city_id = ${scope.city.id} AND g.id = ANY (${ids}::text[])`.execute(scope.db)
  const offers = await listOfferLines(scope, ids)
  return rows.map((row) => ({ ...row, answers: withOffers(row.answers, offers.get(row.id)) }))
}

/** Holds these groups until the transaction ends: nobody else writes into them meanwhile. */
export const holdGroups = (scope: Scope, ids: readonly string[]): Promise<void> =>
  holdRows(scope, 'groups', ids)

/** A group that bears a registration number. */
export type NumberedGroup = { readonly id: string; readonly name: string; readonly state: string }

/** Groups that bear one of these registration numbers: number → group. 1 query. */
export const listNumbered = async (
  scope: Scope,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, NumberedGroup>> => {
  if (numbers.length === 0) return new Map()
  const rows = await scope.db
    .selectFrom('groups')
    .select(['id', 'name', 'number', 'state'])
    .where('city_id', '=', scope.city.id)
    .where('number', 'in', [...numbers])
    .execute()
  return new Map(rows.map(({ id, name, number, state }) => [number ?? '', { id, name, state }]))
}

/** Writes what a list says of groups that are registered, at most a few hundred at once. 3 queries. */
export const updateImported = async (
  scope: Scope,
  groups: readonly ImportedGroup[],
): Promise<void> => {
  await updateRows(
    scope,
    'groups',
    groups.map((one) => ({
      id: one.id,
      ...factsOfAnswers(one.name, one.answers),
      number: one.number,
      registered_on: one.registeredOn,
      valid_until: one.validUntil,
      updated_at: scope.now,
    })),
  )
  const said = JSON.stringify(
    groups.map(({ id, class: code, number, validUntil, answers }) => ({
      id,
      class: code,
      number,
      until: validUntil,
      answers,
    })),
  )
  await sql`UPDATE sheets s SET answers = r.answers, revision = s.revision + 1,
      account_id = ${accountOf(scope.actor)}, updated_at = ${scope.now}
    FROM jsonb_to_recordset(${said}::jsonb) AS r (id text, answers jsonb)
    WHERE s.city_id = ${scope.city.id} AND s.subject_kind = ${groupKind} AND s.subject_id = r.id
      AND s.purpose = 'registration'`.execute(scope.db)
  await sql`UPDATE registration_periods p SET number = r.number, valid_until = r.until
    FROM jsonb_to_recordset(${said}::jsonb) AS r (id text, class text, number text, until date)
    WHERE p.city_id = ${scope.city.id} AND p.group_id = r.id AND p.class = r.class
      AND p.ended_on IS NULL`.execute(scope.db)
}

/** Which of these groups people have worked with since: members, invitations, another state. */
export const listUsedSince = async (
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    SELECT g.id FROM groups g WHERE g.city_id = ${scope.city.id} AND g.id = ANY (${ids}::text[])
      AND (g.state <> 'approved' OR g.introduction IS NOT NULL
        OR EXISTS (SELECT FROM sheets s WHERE s.city_id = g.city_id AND s.subject_id = g.id
          AND s.subject_kind <> ${groupKind})
        OR EXISTS (SELECT FROM files f WHERE f.city_id = g.city_id AND f.subject_id = g.id
          AND f.subject_kind <> ${groupKind})
        OR EXISTS (SELECT FROM memberships m WHERE m.city_id = g.city_id AND m.group_id = g.id)
        OR EXISTS (SELECT FROM invitations i WHERE i.city_id = g.city_id AND i.group_id = g.id))`.execute(
    scope.db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Deletes groups that a list brought, with their answers. Whatever else refers to one keeps it. */
export const deleteImported = async (scope: Scope, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await scope.db
    .deleteFrom('sheets')
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', groupKind)
    .where('subject_id', 'in', [...ids])
    .execute()
  await scope.db
    .deleteFrom('groups')
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', [...ids])
    .execute()
}
