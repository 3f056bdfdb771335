import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** How many groups are offered at the most; with more, the office writes more of the name. */
export const mostPaperGroups = 10

/** Groups whose name, reading or registration number holds what was written: for what came on paper. 1 query. */
export const findPaperGroups = async (
  scope: Scope,
  written: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  const part = written.normalize('NFKC').trim()
  if (part === '') return []
  return scope.db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('city_id', '=', scope.city.id)
    .where('state', '<>', 'draft')
    .where((is) =>
      is.or([
        sql<boolean>`strpos(lower(normalize(name, NFKC)), lower(${part})) > 0`,
        sql<boolean>`strpos(name_kana, ${part}) > 0`,
        is('number', '=', part),
      ]),
    )
    .orderBy('name_order')
    .orderBy('name_kana')
    .orderBy('id')
    .limit(mostPaperGroups)
    .execute()
}
