import { sql } from 'kysely'
import { holdPlace } from '#data/place.ts'
import type { Scope } from '#data/scope.ts'
import type { ImportKind } from '../import.ts'
import { type ImportPlan, readPlan } from '../plan.ts'

/** How the last file of this shape was read. */
export const findPlan = async (
  scope: Scope,
  shape: string,
): Promise<{ readonly kind: ImportKind; readonly plan: ImportPlan } | undefined> => {
  const row = await scope.db
    .selectFrom('import_plans')
    .select(['kind', 'plan'])
    .where('city_id', '=', scope.city.id)
    .where('shape', '=', shape)
    .executeTakeFirst()
  return row && { kind: row.kind as ImportKind, plan: readPlan(row.plan) }
}

/** Remembers how a file of this shape is read. */
export const savePlan = async (
  scope: Scope,
  shape: string,
  read: { readonly kind: ImportKind; readonly plan: ImportPlan },
): Promise<void> => {
  const plan = JSON.stringify(read.plan)
  await scope.db
    .insertInto('import_plans')
    .values({ city_id: scope.city.id, shape, kind: read.kind, plan, updated_at: scope.now })
    .onConflict((same) =>
      same
        .columns(['city_id', 'shape'])
        .doUpdateSet({ kind: read.kind, plan, updated_at: scope.now }),
    )
    .execute()
}

/** One writer of a register at a time in a city: nobody creates the same thing twice. */
export const lockRegister = (scope: Scope, kind: ImportKind): Promise<void> =>
  holdPlace(scope, `imports ${scope.city.id} ${kind}`)

/**
 * Does `work`, or none of it: what it wrote is undone when it throws, and the transaction goes on.
 * @returns what it threw, or undefined
 */
export const tryWithin = async (
  scope: Scope,
  work: () => Promise<void>,
): Promise<Error | undefined> => {
  await sql`SAVEPOINT piece`.execute(scope.db)
  try {
    await work()
    await sql`RELEASE SAVEPOINT piece`.execute(scope.db)
    return undefined
  } catch (error) {
    await sql`ROLLBACK TO SAVEPOINT piece`.execute(scope.db)
    await sql`RELEASE SAVEPOINT piece`.execute(scope.db)
    return error as Error
  }
}
