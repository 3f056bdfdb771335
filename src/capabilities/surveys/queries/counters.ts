import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'

/** Surveys whose last day lies between two days and that have ended, by themselves or early, and the answers they have. 1 query. */
export const countSurveys = async (
  scope: Scope,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<{ readonly surveys: number; readonly answers: number }> => {
  const row = await scope.db
    .selectFrom('surveys as s')
    .leftJoin('survey_counts as c', (on) =>
      on.onRef('c.city_id', '=', 's.city_id').onRef('c.survey_id', '=', 's.id'),
    )
    .select([
      sql<number>`count(DISTINCT s.id)::int`.as('surveys'),
      sql<number>`coalesce(sum(c.answers), 0)::int`.as('answers'),
    ])
    .where('s.city_id', '=', scope.city.id)
    .where((is) =>
      is.or([
        is('s.state', '=', 'closed'),
        is.and([is('s.state', '=', 'published'), is('s.closes_on', '<', tokyoDayOf(scope.now))]),
      ]),
    )
    .where('s.closes_on', '>=', from)
    .where('s.closes_on', '<=', to)
    .executeTakeFirst()
  return { surveys: row?.surveys ?? 0, answers: row?.answers ?? 0 }
}
