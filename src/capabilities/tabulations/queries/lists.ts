import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import { read, type Survey } from '../../surveys/index.ts'

/** Results on the list: the latest hundred; older ones are found by the search. */
const shown = 100

/** Surveys whose results are public, the latest first. 1 query. */
export const listPublished = async (scope: Scope, language: Language) => {
  const rows = await scope.db
    .selectFrom('tabulations as t')
    .innerJoin('surveys as s', (join) =>
      join.onRef('s.city_id', '=', 't.city_id').onRef('s.id', '=', 't.survey_id'),
    )
    .select(['s.id', 's.texts', 't.answers', 't.counted_on'])
    .where('t.city_id', '=', scope.city.id)
    .where('t.state', '=', 'published')
    .orderBy('t.counted_on', 'desc')
    .orderBy('s.id')
    .limit(shown)
    .execute()
  return rows.map(({ id, texts, answers, counted_on }) => ({
    survey: id,
    title: read((texts as Survey['texts']).title, language),
    when: formatDateInBothEras(counted_on as PlainDate, language),
    answers: `n=${formatNumber(answers)}`,
  }))
}

/** The number of answers in what is public of a survey, for its own page. */
export const askPublishedAnswers = (
  scope: Scope,
  surveyId: string,
): Question<number | undefined> => {
  const rows = scope.db
    .selectFrom('tabulations')
    .select('answers')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('state', '=', 'published')
  return question(rows, ([found]) => found?.answers)
}

/** The next public tabulation after a survey, in the order of their ids. 1 query. */
export const findNextPublished = async (
  scope: Scope,
  after: string,
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('tabulations')
    .select('survey_id')
    .where('city_id', '=', scope.city.id)
    .where('state', '=', 'published')
    .where('survey_id', '>', after)
    .orderBy('survey_id')
    .limit(1)
    .executeTakeFirst()
  return row?.survey_id
}
