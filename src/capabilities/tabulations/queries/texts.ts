import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { shiftTextCounts } from '../../surveys/index.ts'
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

/** Those that wait to be read, and those that were. */
export const textParts = ['unread', 'read'] as const
export type TextPart = (typeof textParts)[number]

type Place = { readonly surveyId: string; readonly slot: number }

/** Which texts of a question, and after which one the page begins. */
export type TextsAsked = { readonly part: TextPart; readonly after?: string | undefined }

/**
 * Texts of one question that staff have read, or not yet: one page of them, and after which the next begins. However many
 * there are, a page is read where it begins. 1 query.
 */
export const listTexts = async (
  scope: Scope,
  { surveyId, slot }: Place,
  { part, after = '' }: TextsAsked,
): Promise<{ readonly texts: readonly WrittenText[]; readonly next: string | undefined }> => {
  const { rows } = await sql<WrittenText>`
    SELECT t.answer_id AS "answerId", t.slot, t.text, coalesce(r.state, 'unread') AS state,
      r.heading_id AS "headingId", coalesce(r.shown, '') AS shown
    FROM (SELECT city_id, survey_id, answer_id, slot, text FROM survey_texts
      WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId} AND slot = ${slot}
        AND decided = ${part === 'read'} AND answer_id > ${after}
      ORDER BY answer_id LIMIT ${textsOnPage + 1}) t
    LEFT JOIN tabulation_texts r ON r.city_id = t.city_id
      AND r.survey_id = t.survey_id AND r.answer_id = t.answer_id AND r.slot = t.slot
    ORDER BY t.answer_id`.execute(scope.db)
  const texts = rows.slice(0, textsOnPage)
  return { texts, next: rows.length > textsOnPage ? texts.at(-1)?.answerId : undefined }
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

const headingBefore = async (
  scope: Scope,
  { surveyId, slot }: Place,
  answerId: string,
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('tabulation_texts')
    .select('heading_id')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('answer_id', '=', answerId)
    .where('slot', '=', slot)
    .forUpdate()
    .executeTakeFirst()
  return row?.heading_id ?? undefined
}

/** One text fewer under the one heading, one more under the other; in one order, so that no two wait for each other. */
const shiftHeadings = async (
  scope: Scope,
  surveyId: string,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): Promise<void> => {
  if (from === to) return
  const ids = [from, to].filter((id) => id !== undefined).toSorted()
  for (const id of ids)
    await scope.db
      .updateTable('tabulation_headings')
      .set((row) => ({ texts: row('texts', '+', id === to ? 1 : -1) }))
      .where('city_id', '=', scope.city.id)
      .where('survey_id', '=', surveyId)
      .where('id', '=', id)
      .execute()
}

const markDecided = async (
  scope: Scope,
  { surveyId, slot }: Place,
  answerId: string,
): Promise<void> => {
  const marked = await scope.db
    .updateTable('survey_texts')
    .set({ decided: true })
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('answer_id', '=', answerId)
    .where('slot', '=', slot)
    .where('decided', '=', false)
    .executeTakeFirst()
  if (Number(marked.numUpdatedRows) === 1)
    await shiftTextCounts(scope, surveyId, new Map([[slot, { texts: 0, decided: 1 }]]))
}

/** Keeps what staff made of a text, and how many now stand under which heading. */
export const saveText = async (
  scope: Scope,
  { surveyId, slot }: Place,
  read: ReadText,
): Promise<void> => {
  const from = await headingBefore(scope, { surveyId, slot }, read.answerId)
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
  await shiftHeadings(scope, surveyId, { from, to: read.headingId ?? undefined })
  await markDecided(scope, { surveyId, slot }, read.answerId)
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
    SELECT h.slot, h.title, h.answer, h.texts AS count,
      ARRAY(SELECT t.shown FROM tabulation_texts t WHERE t.city_id = h.city_id
        AND t.survey_id = h.survey_id AND t.heading_id = h.id AND t.state = 'confirmed'
        ORDER BY t.answer_id LIMIT ${sql.lit(textsShown)}) AS texts
    FROM tabulation_headings h
    WHERE h.city_id = ${scope.city.id} AND h.survey_id = ${surveyId} AND h.texts > 0
    ORDER BY h.slot, h.position`.execute(scope.db)
  return Map.groupBy(rows, ({ slot }) => slot)
}

/** Puts what may be read by everyone in the place of what somebody wrote, in all texts or one; what was left out goes. */
export const destroyOriginals = async (
  scope: Scope,
  surveyId: string,
  only?: { readonly answerId: string; readonly slot: number },
): Promise<void> => {
  const which = only ? sql`t.answer_id = ${only.answerId} AND t.slot = ${only.slot}` : sql`true`
  await sql`UPDATE survey_texts t SET text = r.shown FROM tabulation_texts r
    WHERE t.city_id = ${scope.city.id} AND t.survey_id = ${surveyId} AND r.city_id = t.city_id
      AND r.survey_id = t.survey_id AND r.answer_id = t.answer_id AND r.slot = t.slot
      AND r.state = 'confirmed' AND t.text <> r.shown AND ${which}`.execute(scope.db)
  const { rows } = await sql<{ slot: number; texts: number; decided: number }>`
    WITH gone AS (DELETE FROM survey_texts t USING tabulation_texts r
      WHERE t.city_id = ${scope.city.id} AND t.survey_id = ${surveyId} AND r.city_id = t.city_id
        AND r.survey_id = t.survey_id AND r.answer_id = t.answer_id AND r.slot = t.slot
        AND r.state = 'left-out' AND ${which} RETURNING t.slot, t.decided)
    SELECT slot, -count(*)::int AS texts, -(count(*) FILTER (WHERE decided))::int AS decided
    FROM gone GROUP BY slot`.execute(scope.db)
  await shiftTextCounts(scope, surveyId, new Map(rows.map(({ slot, ...one }) => [slot, one])))
}
