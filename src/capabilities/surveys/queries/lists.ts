import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { type ListedSurvey, pageSize, type SurveyFilter } from '../listing.ts'
import type { SurveyState, SurveyTexts, SurveyWay } from '../survey.ts'

const found = (scope: Scope, { part, departments }: SurveyFilter) => {
  const today = tokyoDayOf(scope.now)
  const surveys = scope.db.selectFrom('surveys').where('city_id', '=', scope.city.id)
  if (part === 'open')
    return surveys.where('state', '=', 'published').where('closes_on', '>=', today)
  if (part === 'closed')
    return surveys.where((is) =>
      is.or([
        is('state', '=', 'closed'),
        is.and([is('state', '=', 'published'), is('closes_on', '<', today)]),
      ]),
    )
  const drafts = surveys.where('state', '=', 'draft')
  if (!departments) return drafts
  return departments.length === 0
    ? drafts.where(sql<boolean>`false`)
    : drafts.where('department', 'in', [...departments])
}

/** One page of surveys: open ones by the day they close, others the latest first. 1 query. */
export const listSurveys = async (
  scope: Scope,
  filter: SurveyFilter,
): Promise<readonly ListedSurvey[]> => {
  const rows = await found(scope, filter)
    .select(['id', 'state', 'texts', 'ways', 'department', 'opens_on', 'closes_on', 'sample'])
    .select(sql<number>`jsonb_array_length(questionnaire->'questions')`.as('questions'))
    .orderBy('closes_on', filter.part === 'open' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.state as SurveyState,
    texts: row.texts as SurveyTexts,
    ways: row.ways as SurveyWay[],
    department: row.department,
    opensOn: row.opens_on as PlainDate,
    closesOn: row.closes_on as PlainDate,
    sample: row.sample,
    questions: row.questions,
  }))
}

export const countSurveys = async (scope: Scope, filter: SurveyFilter): Promise<number> => {
  const row = await found(scope, filter)
    .select((count) => count.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}
