import { republishIndicators } from '#capabilities/indicators/index.ts'
import type { Scope } from '#data/scope.ts'
import { listed } from './found-queries.ts'

/** What sample people added, and what is marked as a sample. */
const deleteAdopted = async (
  scope: Scope,
  accounts: readonly string[],
): Promise<readonly string[]> => {
  const rows = await scope.db
    .deleteFrom('indicators')
    .where('city_id', '=', scope.city.id)
    .where((is) => is.or([is('sample', '=', true), is('created_by', 'in', listed(accounts))]))
    .returning('code')
    .execute()
  return rows.map(({ code }) => code)
}

/** Values of the city that sample people corrected or withdrew stand again. */
const restoreEnded = async (
  scope: Scope,
  accounts: readonly string[],
): Promise<readonly string[]> => {
  const rows = await scope.db
    .updateTable('indicator_values')
    .set({ state: 'standing', reason: '', ended_at: null, ended_by: null })
    .where('city_id', '=', scope.city.id)
    .where('ended_by', 'in', listed(accounts))
    .returning('indicator')
    .execute()
  return rows.map(({ indicator }) => indicator)
}

const deleteEntered = async (
  scope: Scope,
  accounts: readonly string[],
): Promise<readonly string[]> => {
  const rows = await scope.db
    .deleteFrom('indicator_values')
    .where('city_id', '=', scope.city.id)
    .where((is) => is.or([is('sample', '=', true), is('entered_by', 'in', listed(accounts))]))
    .returning('indicator')
    .execute()
  return rows.map(({ indicator }) => indicator)
}

/** Takes indicators and values of the samples away, and shows everyone what is left. */
export const deleteIndicators = async (
  scope: Scope,
  accounts: readonly string[],
): Promise<void> => {
  const changed = [
    ...(await deleteAdopted(scope, accounts)),
    ...(await deleteEntered(scope, accounts)),
    ...(await restoreEnded(scope, accounts)),
  ]
  await republishIndicators(scope, [...new Set(changed)])
}
