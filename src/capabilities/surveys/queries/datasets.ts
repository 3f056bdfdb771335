import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Survey } from '../survey.ts'

/** How many questions, choices and rows of tables the public questionnaires have. */
export const tallyQuestionRows = (scope: Scope): TallyQuery =>
  sql`SELECT coalesce(sum(1 + jsonb_array_length(q->'choices') + jsonb_array_length(q->'rows')), 0) AS n,
    max(s.updated_at) AS changed
    FROM surveys s CROSS JOIN jsonb_array_elements(s.questionnaire->'questions') AS q
    WHERE s.city_id = ${scope.city.id} AND s.state <> 'draft'`

export type PublicSurvey = Pick<
  Survey,
  'id' | 'texts' | 'opensOn' | 'closesOn' | 'version' | 'questionnaire' | 'sample'
>

/** The next surveys that everyone may read, drafts left out. 1 query. */
export const listPublicSurveys = async (
  scope: Scope,
  { after, most }: { readonly after: string | undefined; readonly most: number },
): Promise<readonly PublicSurvey[]> => {
  const rows = await scope.db
    .selectFrom('surveys')
    .select(['id', 'texts', 'opens_on', 'closes_on', 'version', 'questionnaire', 'sample'])
    .where('city_id', '=', scope.city.id)
    .where('state', '<>', 'draft')
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    texts: row.texts as Survey['texts'],
    opensOn: row.opens_on as PlainDate,
    closesOn: row.closes_on as PlainDate,
    version: row.version,
    questionnaire: row.questionnaire as Questionnaire,
    sample: row.sample,
  }))
}
