import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import type { AskedKind, SurveyTexts } from '../survey.ts'

export type AskedDraft = {
  readonly groupId?: string | undefined
  readonly accountId?: string | undefined
  readonly email: string
}

/** A code, as it is looked up and as it is kept. */
export type KeptCode = { readonly hash: string; readonly locked: string }

const lastNumber = async (scope: Scope, surveyId: string, kind: AskedKind): Promise<number> => {
  const row = await scope.db
    .selectFrom('survey_asked')
    .select((max) => max.fn.max('number').as('last'))
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.last ?? 0
}

const insertSize = 1_000

/** Adds people to be asked, numbered on. The caller holds the survey. */
export const insertAsked = async (
  scope: Scope,
  of: { readonly surveyId: string; readonly kind: AskedKind },
  asked: readonly (AskedDraft & { readonly code: KeptCode })[],
): Promise<void> => {
  const last = await lastNumber(scope, of.surveyId, of.kind)
  const rows = asked.map(({ code, groupId, accountId, email }, at) => ({
    city_id: scope.city.id,
    survey_id: of.surveyId,
    id: newId(),
    kind: of.kind,
    number: last + at + 1,
    code_hash: code.hash,
    code_locked: code.locked,
    group_id: groupId ?? null,
    account_id: accountId ?? null,
    email,
  }))
  for (let from = 0; from < rows.length; from += insertSize)
    await scope.db
      .insertInto('survey_asked')
      .values(rows.slice(from, from + insertSize))
      .execute()
}

/**
 * Uses a code up: of two who send it at the same moment, one waits for the other and is then refused.
 * @returns false when there is no such code or it was used
 */
export const takeCode = async (scope: Scope, surveyId: string, hash: string): Promise<boolean> => {
  const result = await scope.db
    .updateTable('survey_asked')
    .set({ used: true })
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('code_hash', '=', hash)
    .where('used', '=', false)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** How a code stands: unknown, free, used. */
export const findCode = async (
  scope: Scope,
  surveyId: string,
  hash: string,
): Promise<'unknown' | 'free' | 'used'> => {
  const row = await scope.db
    .selectFrom('survey_asked')
    .select('used')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('code_hash', '=', hash)
    .executeTakeFirst()
  if (!row) return 'unknown'
  return row.used ? 'used' : 'free'
}

/** How many were asked in each way, how many have answered, and how many can be written to again. */
export type AskedCount = {
  readonly kind: AskedKind
  readonly asked: number
  readonly used: number
  readonly remindable: number
  /** How many were sent the first request, and how many will be when the survey opens. */
  readonly invited: number
  readonly uninvited: number
}

export const countAsked = async (scope: Scope, surveyId: string): Promise<AskedCount[]> => {
  const rows = await scope.db
    .selectFrom('survey_asked')
    .select([
      'kind',
      sql<number>`count(*)::int`.as('asked'),
      sql<number>`(count(*) FILTER (WHERE used))::int`.as('used'),
      sql<number>`(count(*) FILTER (WHERE NOT used AND invited AND email <> ''))::int`.as(
        'remindable',
      ),
      sql<number>`(count(*) FILTER (WHERE invited))::int`.as('invited'),
      sql<number>`(count(*) FILTER (WHERE NOT invited AND email <> ''))::int`.as('uninvited'),
    ])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AskedKind }))
}

export type AskedCode = {
  readonly kind: AskedKind
  readonly number: number
  readonly locked: string
  readonly email: string
}

/** Codes in the order of their numbers; of unused ones, those alone that were asked by mail and whose code nobody has used. */
export const listCodes = async (
  scope: Scope,
  surveyId: string,
  of: {
    readonly kind?: AskedKind
    readonly unusedWithMail?: boolean
    readonly from?: number
    readonly limit?: number
  },
): Promise<AskedCode[]> => {
  let query = scope.db
    .selectFrom('survey_asked')
    .select(['kind', 'number', 'code_locked', 'email'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
  if (of.kind) query = query.where('kind', '=', of.kind)
  if (of.limit) query = query.limit(of.limit)
  if (of.from) query = query.where('number', '>=', of.from)
  if (of.unusedWithMail) {
    query = query.where('used', '=', false).where('invited', '=', true).where('email', '<>', '')
  }
  const rows = await query.orderBy('kind').orderBy('number').execute()
  return rows.map(({ kind, number, code_locked, email }) => ({
    kind: kind as AskedKind,
    number,
    locked: code_locked,
    email,
  }))
}

/** Registered groups that were not asked yet, with the address of their leader. 1 query. */
export const listGroupsToAsk = async (scope: Scope, surveyId: string): Promise<AskedDraft[]> => {
  const { rows } = await sql<{ id: string; email: string | null }>`
    SELECT g.id, (SELECT a.email FROM memberships m
        JOIN accounts a ON a.city_id = m.city_id AND a.id = m.account_id AND a.state = 'active'
      WHERE m.city_id = g.city_id AND m.group_id = g.id AND m.until IS NULL
      ORDER BY (m.role = 'representative') DESC, m.since LIMIT 1) AS email
    FROM groups g WHERE g.city_id = ${scope.city.id} AND g.state = 'approved'
      AND NOT EXISTS (SELECT FROM survey_asked s WHERE s.city_id = g.city_id
        AND s.survey_id = ${surveyId} AND s.group_id = g.id)
    ORDER BY g.id LIMIT 10000`.execute(scope.db)
  return rows.map(({ id, email }) => ({ groupId: id, email: email ?? '' }))
}

/** Staff who can sign in and were not asked yet. 1 query. */
export const listStaffToAsk = async (scope: Scope, surveyId: string): Promise<AskedDraft[]> => {
  const { rows } = await sql<{ id: string; email: string }>`
    SELECT a.id, a.email FROM accounts a WHERE a.city_id = ${scope.city.id} AND a.state = 'active'
      AND EXISTS (SELECT FROM role_grants r WHERE r.city_id = a.city_id AND r.account_id = a.id
        AND r.revoked_at IS NULL AND r.role IN ('centre', 'office', 'department', 'city_admin'))
      AND NOT EXISTS (SELECT FROM survey_asked s WHERE s.city_id = a.city_id
        AND s.survey_id = ${surveyId} AND s.account_id = a.id)
    ORDER BY a.id LIMIT 10000`.execute(scope.db)
  return rows.map(({ id, email }) => ({ accountId: id, email }))
}

/** A survey that waits for somebody's answer, with their code as it is locked. */
export type WaitingSurvey = {
  readonly id: string
  readonly texts: SurveyTexts
  readonly closesOn: PlainDate
  readonly groupId: string | null
  readonly locked: string
}

const listWaiting = async (scope: Scope, of: RawBuilder<boolean>): Promise<WaitingSurvey[]> => {
  const today = tokyoDayOf(scope.now)
  const rows = await scope.db
    .selectFrom('survey_asked as a')
    .innerJoin('surveys as s', (on) =>
      on.onRef('s.city_id', '=', 'a.city_id').onRef('s.id', '=', 'a.survey_id'),
    )
    .select(['s.id', 's.texts', 's.closes_on', 'a.group_id', 'a.code_locked'])
    .where('a.city_id', '=', scope.city.id)
    .where('s.state', '=', 'published')
    .where('s.opens_on', '<=', today)
    .where('s.closes_on', '>=', today)
    .where('a.used', '=', false)
    .where(of)
    .orderBy('s.closes_on')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    texts: row.texts as SurveyTexts,
    closesOn: row.closes_on as PlainDate,
    groupId: row.group_id,
    locked: row.code_locked,
  }))
}

/** Open surveys that these groups were asked to answer and have not. 1 query. */
export const listWaitingFor = (
  scope: Scope,
  who: { readonly groupIds: readonly string[]; readonly accountId: string | null },
): Promise<WaitingSurvey[]> =>
  listWaiting(
    scope,
    sql<boolean>`(a.group_id = ANY (${[...who.groupIds]}::text[]) OR a.account_id = ${who.accountId})`,
  )
