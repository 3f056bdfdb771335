import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
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
  recruiting: answers.recruiting === true,
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

/** Writes what a list says of a group that is registered. */
export const updateImported = async (scope: Scope, one: ImportedGroup): Promise<void> => {
  await scope.db
    .updateTable('groups')
    .set({
      ...factsOfAnswers(one.name, one.answers),
      number: one.number,
      registered_on: one.registeredOn,
      valid_until: one.validUntil,
      updated_at: scope.now,
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', one.id)
    .execute()
  await scope.db
    .updateTable('sheets')
    .set((old) => ({
      answers: JSON.stringify(one.answers),
      revision: old('revision', '+', 1),
      account_id: accountOf(scope.actor),
      updated_at: scope.now,
    }))
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', groupKind)
    .where('subject_id', '=', one.id)
    .where('purpose', '=', 'registration')
    .execute()
  await scope.db
    .updateTable('registration_periods')
    .set({ number: one.number, valid_until: one.validUntil })
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', one.id)
    .where('class', '=', one.class)
    .where('ended_on', 'is', null)
    .execute()
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
