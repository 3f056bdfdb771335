import { type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { foldForSearch } from '#kernel/text.ts'
import {
  type DirectoryCounts,
  type DirectoryFilter,
  type ListedGroup,
  pageSize,
} from '../directory.ts'

const wordsOf = (q: string): readonly string[] =>
  foldForSearch(q).split(' ').filter(Boolean).slice(0, 8)

/** Registered groups that hold every word, in any order, anywhere in what they made public. */
const matching = (scope: Scope, filter: Pick<DirectoryFilter, 'q' | 'recruiting'>) => {
  let query = scope.db
    .selectFrom('groups as g')
    .where('g.city_id', '=', scope.city.id)
    .where('g.state', '=', 'approved')
  for (const word of wordsOf(filter.q))
    query = query.where(sql<SqlBool>`strpos(g.search_text, ${word}) > 0`)
  return filter.recruiting ? query.where('g.recruiting', '=', true) : query
}

const inField = (field: string) =>
  sql<SqlBool>`EXISTS (SELECT FROM group_fields f
    WHERE f.city_id = g.city_id AND f.group_id = g.id AND f.field = ${field})`

const found = (scope: Scope, filter: DirectoryFilter) => {
  const query = matching(scope, filter)
  return filter.field ? query.where(inField(filter.field)) : query
}

/** One page of the directory, in the order of the names' reading. */
export const listGroups = async (scope: Scope, filter: DirectoryFilter): Promise<ListedGroup[]> => {
  const rows = await found(scope, filter)
    .select(['g.id', 'g.name', 'g.name_kana', 'g.recruiting'])
    .select([
      sql<Bilingual | null>`g.public_profile -> 'summary'`.as('summary'),
      sql<string[]>`ARRAY(SELECT f.field FROM group_fields f
        WHERE f.city_id = g.city_id AND f.group_id = g.id ORDER BY f.field)`.as('fields'),
    ])
    .orderBy('g.name_kana')
    .orderBy('g.id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return rows.map(({ id, name, name_kana, recruiting, summary, fields }) => ({
    id,
    name,
    nameKana: name_kana,
    recruiting,
    summary: summary ?? { ja: '', en: '' },
    fields,
  }))
}

export const countDirectory = async (
  scope: Scope,
  filter: DirectoryFilter,
): Promise<DirectoryCounts> => {
  const total = await found(scope, filter)
    .select((count) => count.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const rows = await matching(scope, filter)
    .innerJoin('group_fields as gf', (on) =>
      on.onRef('gf.city_id', '=', 'g.city_id').onRef('gf.group_id', '=', 'g.id'),
    )
    .select(['gf.field', (count) => count.fn.countAll<number>().as('n')])
    .groupBy('gf.field')
    .execute()
  return { found: total.n, byField: new Map(rows.map(({ field, n }) => [field, n])) }
}

/** How many groups are registered in the city today. */
export const countGroups = async (scope: Scope): Promise<number> => {
  const row = await scope.db
    .selectFrom('groups')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('state', '=', 'approved')
    .executeTakeFirstOrThrow()
  return row.n
}
