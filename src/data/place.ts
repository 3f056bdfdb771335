import { sql } from 'kysely'
import type { Scope } from './scope.ts'

/**
 * Makes work about one place wait for each other until the transaction ends, where no row stands yet that could be
 * held. The words name the place, the city's number among them.
 */
export const holdPlace = async (scope: Scope, place: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(scope.db)
}
