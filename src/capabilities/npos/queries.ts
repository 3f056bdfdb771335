import { sql } from 'kysely'
import { deleteRows, holdRows } from '#data/rows-by-id.ts'
import type { Scope } from '#data/scope.ts'
import { updateRows } from '#data/update-rows.ts'
import { newId } from '#kernel/ids.ts'
import { addressKey, nameKey } from '../facilities/index.ts'
import type { Npo, NpoFacts } from './npo.ts'

const selectNpos = (scope: Scope) =>
  scope.db.selectFrom('npo_corporations').selectAll().where('city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof selectNpos>['executeTakeFirstOrThrow']>>

const toNpo = (row: Row): Npo => ({
  id: row.id,
  corporateNumber: row.corporate_number,
  name: row.name,
  nameKana: row.name_kana,
  authority: row.authority,
  postalCode: row.postal_code,
  address: row.address,
  representative: row.representative,
  approvedOn: row.approved_on,
  foundedOn: row.founded_on,
  purpose: row.purpose,
  fields: row.fields,
  certification: row.certification as Npo['certification'],
  certifiedUntil: row.certified_until,
  supervision: row.supervision,
  dissolution: row.dissolution,
  url: row.url,
})

const toColumns = (npo: NpoFacts) => ({
  corporate_number: npo.corporateNumber,
  name: npo.name,
  name_kana: npo.nameKana,
  authority: npo.authority,
  postal_code: npo.postalCode,
  address: npo.address,
  representative: npo.representative,
  approved_on: npo.approvedOn,
  founded_on: npo.foundedOn,
  purpose: npo.purpose,
  fields: [...npo.fields],
  certification: npo.certification,
  certified_until: npo.certifiedUntil,
  supervision: npo.supervision,
  dissolution: npo.dissolution,
  url: npo.url,
  name_key: nameKey(npo.name),
  address_key: addressKey(npo.address),
})

export const listNposById = async (
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Npo[]> => {
  if (ids.length === 0) return []
  return (
    await selectNpos(scope)
      .where('id', 'in', [...ids])
      .execute()
  ).map(toNpo)
}

export const insertNpos = async (scope: Scope, npos: readonly NpoFacts[]): Promise<string[]> => {
  if (npos.length === 0) return []
  const rows = npos.map((npo) => ({
    city_id: scope.city.id,
    id: newId(),
    ...toColumns(npo),
    created_at: scope.now,
    updated_at: scope.now,
  }))
  await scope.db.insertInto('npo_corporations').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** Writes all that is known of several corporations. 1 query. */
export const updateNpos = (
  scope: Scope,
  npos: readonly { readonly id: string; readonly facts: NpoFacts }[],
): Promise<void> =>
  updateRows(
    scope,
    'npo_corporations',
    npos.map(({ id, facts }) => ({ id, ...toColumns(facts), updated_at: scope.now })),
  )

/** Holds these corporations until the transaction ends: nobody else writes into them meanwhile. */
export const holdNpos = (scope: Scope, ids: readonly string[]): Promise<void> =>
  holdRows(scope, 'npo_corporations', ids)

export const deleteNpos = (scope: Scope, ids: readonly string[]): Promise<void> =>
  deleteRows(scope, 'npo_corporations', ids)

export type KnownNpo = {
  readonly id: string
  readonly name: string
  readonly corporate_number: string | null
  readonly name_key: string
  readonly address_key: string
}

/** Corporations of one of these numbers or names. 1 query. */
export const listKnownNpos = async (
  scope: Scope,
  numbers: readonly string[],
  names: readonly string[],
): Promise<readonly KnownNpo[]> => {
  const { rows } = await sql<KnownNpo>`
    SELECT id, name, corporate_number, name_key, address_key FROM npo_corporations
    WHERE city_id = ${scope.city.id}
      AND (corporate_number = ANY (${numbers}::text[]) OR name_key = ANY (${names}::text[]))`.execute(
    scope.db,
  )
  return rows
}

/** A corporation in the list, with the registered group of the same corporate number. */
export type ListedNpo = Pick<
  Npo,
  | 'id'
  | 'name'
  | 'corporateNumber'
  | 'address'
  | 'certification'
  | 'dissolution'
  | 'supervision'
  | 'url'
> & {
  readonly groupId: string | null
}

export const nposPageSize = 100

/** One page of corporations by name; `only` those that need a look: no group, or ended but still registered. */
export const listNpos = async (
  scope: Scope,
  asked: { readonly only: '' | 'without-group' | 'ended'; readonly page: number },
): Promise<{ readonly npos: readonly ListedNpo[]; readonly total: number }> => {
  const wanted = {
    '': sql`true`,
    'without-group': sql`g.id IS NULL AND n.dissolution = ''`,
    ended: sql`g.id IS NOT NULL AND (n.dissolution <> '' OR n.supervision LIKE '%認証取消%')`,
  }[asked.only]
  const { rows } = await sql<ListedNpo & { total: number }>`
    SELECT n.id, n.name, n.corporate_number AS "corporateNumber", n.address, n.certification,
      n.dissolution, n.supervision, n.url, g.id AS "groupId", count(*) OVER () AS total
    FROM npo_corporations n LEFT JOIN groups g ON g.city_id = n.city_id
      AND g.corporate_number = n.corporate_number AND g.state = 'approved'
    WHERE n.city_id = ${scope.city.id} AND ${wanted}
    ORDER BY n.name_order, n.name_kana, n.id
    LIMIT ${nposPageSize} OFFSET ${(asked.page - 1) * nposPageSize}`.execute(scope.db)
  return { npos: rows, total: rows[0]?.total ?? 0 }
}
