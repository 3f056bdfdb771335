import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { updateRows } from '#data/update-rows.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import type { Answers, FormVersion } from '../../forms/index.ts'
import { groupKind } from '../group.ts'

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

/** Writes registered groups with their answers and the time their registration holds; at most a few hundred at once. */
export const insertImported = async (
  scope: Scope,
  form: FormVersion,
  groups: readonly ImportedGroup[],
): Promise<void> => {
  const city_id = scope.city.id
  await scope.db
    .insertInto('groups')
    .values(
      groups.map((one) => ({
        city_id,
        id: one.id,
        state: 'approved',
        class: one.class,
        number: one.number,
        ...factsOfAnswers(one.name, one.answers),
        registered_on: one.registeredOn,
        valid_until: one.validUntil,
        channel: 'import',
        created_by: accountOf(scope.actor),
        created_at: scope.now,
        updated_at: scope.now,
      })),
    )
    .execute()
  await scope.db
    .insertInto('sheets')
    .values(
      groups.map((one) => ({
        city_id,
        id: newId(),
        subject_kind: groupKind,
        subject_id: one.id,
        purpose: 'registration',
        form: form.definition.code,
        version: form.version,
        answers: JSON.stringify(one.answers),
        account_id: accountOf(scope.actor),
        updated_at: scope.now,
        sent_at: scope.now,
      })),
    )
    .execute()
  await scope.db
    .insertInto('registration_periods')
    .values(
      groups.map((one) => ({
        city_id,
        id: newId(),
        group_id: one.id,
        class: one.class,
        number: one.number,
        how: 'new',
        began_on: one.registeredOn,
        valid_until: one.validUntil,
        created_at: scope.now,
      })),
    )
    .execute()
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

/** These groups with the answers of their registration. 1 query. */
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
  return rows
}

/** Holds these groups until the transaction ends: nobody else writes into them meanwhile. */
export const holdGroups = async (scope: Scope, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await scope.db
    .selectFrom('groups')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

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
