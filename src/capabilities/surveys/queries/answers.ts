import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import type { AnswerMode, Sheet } from '../answers.ts'
import { keepCounts } from './kept-counts.ts'

/** Puts a sealed answer with those that wait. The same one sent twice is there once. */
export const insertEnvelope = async (
  scope: Scope,
  surveyId: string,
  envelope: { readonly id: string; readonly sealed: string },
): Promise<void> => {
  await scope.db
    .insertInto('survey_envelopes')
    .values({ city_id: scope.city.id, survey_id: surveyId, ...envelope })
    .onConflict((same) => same.doNothing())
    .execute()
}

/**
 * From the first answer on the questions stand still.
 * @returns false when they were changed after this sheet had been shown
 */
export const freeze = async (
  scope: Scope,
  survey: { readonly id: string; readonly revision: number },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('surveys')
    .set({ frozen: true })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', survey.id)
    .where((is) => is.or([is('revision', '=', survey.revision), is('frozen', '=', true)]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/**
 * How long somebody may be about to send when a survey closes. Were the rest opened at once, an answer that comes a
 * moment later would be opened alone, beside the one code that was used since.
 */
const lastMoments = 60_000

/** A survey of which answers wait, or which is to be said counted. */
export type Uncounted = {
  readonly id: string
  readonly over: boolean
  readonly waiting: number
}

/** Surveys with something to count; one alone where it is named. 1 query. */
export const listUncounted = async (
  scope: Scope,
  surveyId?: string,
): Promise<readonly Uncounted[]> => {
  const until = new Date(scope.now.getTime() - lastMoments)
  const { rows } = await sql<Uncounted>`
    SELECT s.id, ((s.state = 'closed' AND s.closed_at <= ${until})
        OR s.closes_on < ${tokyoDayOf(until)}) AS over,
      (SELECT count(*)::int FROM survey_envelopes e
        WHERE e.city_id = s.city_id AND e.survey_id = s.id) AS waiting
    FROM surveys s WHERE s.city_id = ${scope.city.id} AND s.state <> 'draft'
      AND (${surveyId ?? null}::text IS NULL OR s.id = ${surveyId ?? null})
      AND (NOT s.counted OR EXISTS (SELECT FROM survey_envelopes e
        WHERE e.city_id = s.city_id AND e.survey_id = s.id))
    ORDER BY s.id`.execute(scope.db)
  return rows
}

/** Takes so many of the waiting answers out, whichever; nobody else gets the same. */
export const takeEnvelopes = async (
  scope: Scope,
  surveyId: string,
  count: number,
): Promise<readonly string[]> => {
  // Picked once and held: inside IN the subquery may be asked again for every row, and pick others.
  const { rows } = await sql<{ sealed: string }>`
    WITH picked AS MATERIALIZED (SELECT id FROM survey_envelopes
      WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId}
      ORDER BY random() LIMIT ${count} FOR UPDATE SKIP LOCKED)
    DELETE FROM survey_envelopes e USING picked WHERE e.city_id = ${scope.city.id}
      AND e.survey_id = ${surveyId} AND e.id = picked.id
    RETURNING sealed`.execute(scope.db)
  return rows.map(({ sealed }) => sealed)
}

const insertSize = 500

// Five values a row, and one statement takes 65,535 at most: half a hundred texts in each of 500 answers are more.
const textsAtOnce = 10_000

/** Writes answers in the order given. @returns their ids, which are random */
export const insertAnswers = async (
  scope: Scope,
  surveyId: string,
  sheets: readonly (Sheet & { readonly mode: AnswerMode })[],
): Promise<readonly string[]> => {
  const answers = sheets.map((sheet) => ({ ...sheet, id: newId() }))
  for (let from = 0; from < answers.length; from += insertSize) {
    const part = answers.slice(from, from + insertSize)
    await scope.db
      .insertInto('survey_answers')
      .values(
        part.map(({ id, mode, codes }) => ({
          city_id: scope.city.id,
          survey_id: surveyId,
          id,
          mode,
          codes: sql<never>`${[...codes]}::bigint[]`,
        })),
      )
      .execute()
    const texts = part.flatMap(({ id, texts }) =>
      texts.map(({ slot, text }) => ({
        city_id: scope.city.id,
        survey_id: surveyId,
        answer_id: id,
        slot,
        text,
      })),
    )
    for (let at = 0; at < texts.length; at += textsAtOnce)
      await scope.db
        .insertInto('survey_texts')
        .values(texts.slice(at, at + textsAtOnce))
        .execute()
  }
  await keepCounts(scope, surveyId, { sheets, by: 1 })
  return answers.map(({ id }) => id)
}

/** Says that a closed survey holds all its answers, and puts away what is not needed any more. */
export const closeCounting = async (scope: Scope, surveyId: string): Promise<void> => {
  await scope.db
    .updateTable('surveys')
    .set({ counted: true })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', surveyId)
    .execute()
  await scope.db
    .updateTable('survey_asked')
    .set({ email: '' })
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('kind', '=', 'codes')
    .where('email', '<>', '')
    .execute()
}

/** So many waiting answers are counted one by one; more are only said to be more. */
export const mostWaiting = 10_000

/** How many answers wait to be counted, up to {@link mostWaiting}. */
export const countEnvelopes = async (scope: Scope, surveyId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM (
    SELECT FROM survey_envelopes WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId}
    LIMIT ${mostWaiting}) AS waiting`.execute(scope.db)
  return rows[0]?.n ?? 0
}
