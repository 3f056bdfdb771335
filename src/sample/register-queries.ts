import type { Scope } from '#data/scope.ts'
import { listed } from './found-queries.ts'

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] =>
  listed(rows.map(({ id }) => id))

const deleteEntriesOf = async (scope: Scope, ids: readonly string[]): Promise<void> => {
  await scope.db
    .deleteFrom('public_entries')
    .where('city_id', '=', scope.city.id)
    .where('kind', '=', 'facility')
    .where('id', 'in', ids)
    .execute()
}

/** Facilities that are samples or that sample people entered, and the imports they made. */
export const deleteRegisters = async (scope: Scope, accounts: readonly string[]): Promise<void> => {
  const made = await scope.db
    .selectFrom('facilities')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where((is) => is.or([is('sample', '=', true), is('created_by', 'in', listed(accounts))]))
    .execute()
  await deleteEntriesOf(scope, idsOf(made))
  await scope.db
    .deleteFrom('facilities')
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', idsOf(made))
    .execute()
  const imports = await scope.db
    .selectFrom('imports')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('account_id', 'in', listed(accounts))
    .execute()
  await scope.db
    .deleteFrom('files')
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', 'import')
    .where('subject_id', 'in', idsOf(imports))
    .execute()
  await scope.db
    .deleteFrom('imports')
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', idsOf(imports))
    .execute()
}
