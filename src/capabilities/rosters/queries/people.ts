import { type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { nameKeyOf } from '../name-key.ts'
import { type PersonFacts, type RosterPerson, rosterPageSize, type Term } from '../roster.ts'

const terms = sql<
  Term[]
>`coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'office', t.office,
    'since', t.since, 'until', t.until) ORDER BY t.since, t.id)
  FROM roster_terms t WHERE t.city_id = p.city_id AND t.group_id = p.group_id AND t.person_id = p.id), '[]')`

const selectPeople = (scope: Scope, groupId: string) =>
  scope.db
    .selectFrom('roster_people as p')
    .select(['p.id', 'p.name', 'p.name_kana', 'p.district', 'p.age_band', 'p.citizen', 'p.voting'])
    .select(['p.account_id', 'p.since', 'p.until', 'p.struck_at', terms.as('terms')])
    .where('p.city_id', '=', scope.city.id)
    .where('p.group_id', '=', groupId)

type Row = Awaited<ReturnType<ReturnType<typeof selectPeople>['executeTakeFirstOrThrow']>>

const toPerson = (row: Row, groupId: string): RosterPerson => ({
  id: row.id,
  groupId,
  name: row.name,
  nameKana: row.name_kana,
  district: row.district,
  ageBand: row.age_band,
  citizen: row.citizen,
  voting: row.voting,
  accountId: row.account_id,
  since: row.since as PlainDate,
  until: row.until as PlainDate | null,
  struck: row.struck_at !== null,
  terms: row.terms,
})

const on = (day: PlainDate) =>
  sql<SqlBool>`p.since <= ${day} AND (p.until IS NULL OR p.until >= ${day}) AND p.struck_at IS NULL`

const inReadingOrder = sql`CASE WHEN p.name_kana = '' THEN p.name ELSE p.name_kana END`

/** Which people of a roster: those of a day, those still to come, those who have left (and entries struck out). */
export type Asked =
  | { readonly on: PlainDate }
  | { readonly after: PlainDate }
  | { readonly leftBefore: PlainDate }

const asking = (scope: Scope, groupId: string, asked: Asked) => {
  const people = selectPeople(scope, groupId)
  if ('on' in asked) return people.where(on(asked.on))
  if ('after' in asked)
    return people.where('p.since', '>', asked.after).where('p.struck_at', 'is', null)
  return people.where(sql<SqlBool>`(p.until < ${asked.leftBefore} OR p.struck_at IS NOT NULL)`)
}

/** People in the order of their reading; a page of them, or all that can be on a roster. */
export const listPeople = async (
  scope: Scope,
  groupId: string,
  asked: Asked & { readonly page?: number },
): Promise<RosterPerson[]> => {
  const rows = await asking(scope, groupId, asked)
    .orderBy(inReadingOrder)
    .orderBy('p.id')
    .limit(asked.page === undefined ? 10_000 : rosterPageSize)
    .offset(((asked.page ?? 1) - 1) * rosterPageSize)
    .execute()
  return rows.map((row) => toPerson(row, groupId))
}

/** Whether somebody of that name, whose reading is not another, is or will be on the roster. */
export const hasNamesake = async (
  scope: Scope,
  groupId: string,
  who: { readonly name: string; readonly nameKana: string; readonly today: PlainDate },
): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('roster_people as p')
    .select('p.id')
    .where('p.city_id', '=', scope.city.id)
    .where('p.group_id', '=', groupId)
    .where('p.struck_at', 'is', null)
    .where((is) => is.or([is('p.until', 'is', null), is('p.until', '>=', who.today)]))
    .where('p.name_key', '=', nameKeyOf(who.name))
    .where((is) =>
      who.nameKana === '' ? is.lit(true) : is('p.name_kana', 'in', ['', who.nameKana]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many have left or were struck out. */
export const countLeavers = async (
  scope: Scope,
  groupId: string,
  before: PlainDate,
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM roster_people p
    WHERE p.city_id = ${scope.city.id} AND p.group_id = ${groupId}
      AND (p.until < ${before} OR p.struck_at IS NOT NULL)`.execute(scope.db)
  return rows[0]?.n ?? 0
}

/** Those who belong to the group on that day or will: the people that a table is compared with. */
export const listStaying = async (
  scope: Scope,
  groupId: string,
  day: PlainDate,
): Promise<RosterPerson[]> => {
  const rows = await selectPeople(scope, groupId)
    .where(sql<SqlBool>`(p.until IS NULL OR p.until >= ${day}) AND p.struck_at IS NULL`)
    .orderBy(inReadingOrder)
    .orderBy('p.id')
    .execute()
  return rows.map((row) => toPerson(row, groupId))
}

/** One person of that group's roster, or undefined. */
export const findPerson = async (
  scope: Scope,
  groupId: string,
  id: string,
): Promise<RosterPerson | undefined> => {
  if (!isId(id)) return undefined
  const row = await selectPeople(scope, groupId).where('p.id', '=', id).executeTakeFirst()
  return row && toPerson(row, groupId)
}

const toColumns = (facts: PersonFacts) => ({
  name: facts.name,
  name_kana: facts.nameKana,
  name_key: nameKeyOf(facts.name),
  district: facts.district,
  age_band: facts.ageBand,
  citizen: facts.citizen,
  voting: facts.voting,
  since: facts.since,
  until: facts.until,
})

/** Enters a person. @returns the new id */
export const insertPerson = async (
  scope: Scope,
  groupId: string,
  facts: PersonFacts & { readonly accountId: string | null },
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('roster_people')
    .values({
      city_id: scope.city.id,
      id,
      group_id: groupId,
      ...toColumns(facts),
      account_id: facts.accountId,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

export const updatePerson = async (
  scope: Scope,
  person: Pick<RosterPerson, 'id' | 'groupId'>,
  facts: PersonFacts & { readonly accountId: string | null },
): Promise<void> => {
  await scope.db
    .updateTable('roster_people')
    .set({ ...toColumns(facts), account_id: facts.accountId, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', person.groupId)
    .where('id', '=', person.id)
    .execute()
}

/** Takes an entry out of every count; it stays readable. */
export const strikePerson = async (
  scope: Scope,
  person: Pick<RosterPerson, 'id' | 'groupId'>,
): Promise<void> => {
  await scope.db
    .updateTable('roster_people')
    .set({ struck_at: scope.now, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', person.groupId)
    .where('id', '=', person.id)
    .where('struck_at', 'is', null)
    .execute()
}
