import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TextGroup } from '../results.ts'

/** What somebody wrote, and what staff made of it. */
export type WrittenText = {
  readonly answerId: string
  readonly slot: number
  /** As it came; what was published where the original is destroyed. */
  readonly text: string
  readonly state: 'unread' | 'confirmed' | 'left-out'
  readonly headingId: string | null
  readonly shown: string
}

export type TextHeading = {
  readonly id: string
  readonly slot: number
  readonly title: string
  readonly answer: string
}

/** Texts on one page of the desk. */
export const textsOnPage = 20

type Place = { readonly surveyId: string; readonly slot: number }

/** Texts of one question, unread ones first. 1 query. */
export const listTexts = async (
  scope: Scope,
  { surveyId, slot }: Place,
  page: number,
): Promise<{ readonly texts: readonly WrittenText[]; readonly total: number }> => {
  const { rows } = await sql<WrittenText & { total: number }>`
    SELECT t.answer_id AS "answerId", t.slot, t.text, coalesce(r.state, 'unread') AS state,
      r.heading_id AS "headingId", coalesce(r.shown, '') AS shown, count(*) OVER ()::int AS total
    FROM survey_texts t LEFT JOIN tabulation_texts r ON r.city_id = t.city_id
      AND r.survey_id = t.survey_id AND r.answer_id = t.answer_id AND r.slot = t.slot
    WHERE t.city_id = ${scope.city.id} AND t.survey_id = ${surveyId} AND t.slot = ${slot}
    ORDER BY r.state IS NOT NULL, t.answer_id
    LIMIT ${textsOnPage} OFFSET ${(page - 1) * textsOnPage}`.execute(scope.db)
  return { texts: rows.map(({ total, ...text }) => text), total: rows[0]?.total ?? 0 }
}

export const findText = async (
  scope: Scope,
  { surveyId, slot }: Place,
  answerId: string,
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('survey_texts')
    .select('text')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('slot', '=', slot)
    .where('answer_id', '=', answerId)
    .executeTakeFirst()
  return row?.text
}

export type ReadText = {
  readonly answerId: string
  readonly state: 'confirmed' | 'left-out'
  readonly headingId: string | null
  readonly shown: string
  readonly readBy: string
}

export const saveText = async (
  scope: Scope,
  { surveyId, slot }: Place,
  read: ReadText,
): Promise<void> => {
  const facts = {
    state: read.state,
    heading_id: read.headingId,
    shown: read.shown,
    read_by: read.readBy,
    read_at: scope.now,
  }
  await scope.db
    .insertInto('tabulation_texts')
    .values({
      city_id: scope.city.id,
      survey_id: surveyId,
      answer_id: read.answerId,
      slot,
      ...facts,
    })
    .onConflict((same) =>
      same.columns(['city_id', 'survey_id', 'answer_id', 'slot']).doUpdateSet(facts),
    )
    .execute()
}

/** How many texts each question has, and how many of them are read. 1 query. */
export const countTexts = async (
  scope: Scope,
  surveyId: string,
): Promise<ReadonlyMap<number, { readonly all: number; readonly read: number }>> => {
  const { rows } = await sql<{ slot: number; all: number; read: number }>`
    SELECT t.slot, count(*)::int AS "all", count(r.slot)::int AS read
    FROM survey_texts t LEFT JOIN tabulation_texts r ON r.city_id = t.city_id
      AND r.survey_id = t.survey_id AND r.answer_id = t.answer_id AND r.slot = t.slot
    WHERE t.city_id = ${scope.city.id} AND t.survey_id = ${surveyId}
    GROUP BY t.slot ORDER BY t.slot`.execute(scope.db)
  return new Map(rows.map(({ slot, all, read }) => [slot, { all, read }]))
}

/** The headings of a question, or of all. 1 query. */
export const listHeadings = async (
  scope: Scope,
  surveyId: string,
  slot?: number,
): Promise<readonly TextHeading[]> =>
  scope.db
    .selectFrom('tabulation_headings')
    .select(['id', 'slot', 'title', 'answer'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .$if(slot !== undefined, (query) => query.where('slot', '=', slot!))
    .orderBy('position')
    .orderBy('id')
    .execute()

export const insertHeading = async (
  scope: Scope,
  { surveyId, slot }: Place,
  heading: Omit<TextHeading, 'slot'>,
): Promise<void> => {
  await sql`INSERT INTO tabulation_headings (city_id, survey_id, id, slot, position, title, answer)
    SELECT ${scope.city.id}, ${surveyId}, ${heading.id}, ${slot}::int, coalesce(max(position), 0) + 1,
      ${heading.title}, ${heading.answer}
    FROM tabulation_headings WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId}`.execute(
    scope.db,
  )
}

/** @returns false when there is no such heading */
export const updateHeading = async (
  scope: Scope,
  surveyId: string,
  heading: Omit<TextHeading, 'slot'>,
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('tabulation_headings')
    .set({ title: heading.title, answer: heading.answer })
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('id', '=', heading.id)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Texts that one heading shows on a page; how many there are is told beside them. */
export const textsShown = 100

type GroupRow = { readonly slot: number } & TextGroup

/** Confirmed texts under their headings: nothing that staff have not masked is even read. 1 query. */
export const listGroups = async (
  scope: Scope,
  surveyId: string,
): Promise<ReadonlyMap<number, readonly TextGroup[]>> => {
  const { rows } = await sql<GroupRow>`
    SELECT h.slot, h.title, h.answer, count(t.slot)::int AS count,
      coalesce((array_agg(t.shown ORDER BY t.answer_id))[1:${sql.lit(textsShown)}], '{}') AS texts
    FROM tabulation_headings h JOIN tabulation_texts t ON t.city_id = h.city_id
      AND t.survey_id = h.survey_id AND t.heading_id = h.id AND t.state = 'confirmed'
    WHERE h.city_id = ${scope.city.id} AND h.survey_id = ${surveyId}
    GROUP BY h.slot, h.id, h.title, h.answer, h.position ORDER BY h.slot, h.position`.execute(
    scope.db,
  )
  return Map.groupBy(rows, ({ slot }) => slot)
}

/** Puts what may be read by everyone in the place of what somebody wrote; what was left out goes. */
export const destroyOriginals = async (scope: Scope, surveyId: string): Promise<void> => {
  await sql`UPDATE survey_texts t SET text = r.shown FROM tabulation_texts r
    WHERE t.city_id = ${scope.city.id} AND t.survey_id = ${surveyId} AND r.city_id = t.city_id
      AND r.survey_id = t.survey_id AND r.answer_id = t.answer_id AND r.slot = t.slot
      AND r.state = 'confirmed'`.execute(scope.db)
  await sql`DELETE FROM survey_texts t USING tabulation_texts r
    WHERE t.city_id = ${scope.city.id} AND t.survey_id = ${surveyId} AND r.city_id = t.city_id
      AND r.survey_id = t.survey_id AND r.answer_id = t.answer_id AND r.slot = t.slot
      AND r.state = 'left-out'`.execute(scope.db)
}
