import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'

const n = sql<number>`count(*)::int`.as('n')

/** Proposals that were handed in between two moments. 1 query. */
export const countSubmitted = async (
  scope: Scope,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<number> => {
  const row = await scope.db
    .selectFrom('proposals')
    .select(n)
    .where('city_id', '=', scope.city.id)
    .where('submitted_at', '>=', from)
    .where('submitted_at', '<', until)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** Consultations that were held from one day to another. 1 query. */
export const countConsultations = async (
  scope: Scope,
  from: PlainDate,
  to: PlainDate,
): Promise<number> => {
  const row = await scope.db
    .selectFrom('consultations')
    .select(n)
    .where('city_id', '=', scope.city.id)
    .where('state', '=', 'held')
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .executeTakeFirst()
  return row?.n ?? 0
}
