import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Sheet } from '../answers.ts'
import { insertAnswers } from './answers.ts'
import { keepCounts, shiftTextCounts, type TextChange } from './kept-counts.ts'

/** A sheet of paper as it was typed. */
export type EnteredSheet = Sheet & {
  readonly number: number
  readonly answerId: string
  readonly checked: boolean
}

export const findSheet = async (
  scope: Scope,
  surveyId: string,
  number: number,
): Promise<EnteredSheet | undefined> => {
  const { rows } = await sql<{
    answer_id: string
    checked: boolean
    codes: readonly (number | string)[]
    texts: readonly { slot: number; text: string }[]
  }>`
    SELECT s.answer_id, s.checked_by IS NOT NULL AS checked, to_jsonb(a.codes) AS codes,
      coalesce((SELECT jsonb_agg(jsonb_build_object('slot', t.slot, 'text', t.text) ORDER BY t.slot)
        FROM survey_texts t WHERE t.city_id = s.city_id AND t.survey_id = s.survey_id
          AND t.answer_id = s.answer_id), '[]') AS texts
    FROM survey_sheets s JOIN survey_answers a
      ON a.city_id = s.city_id AND a.survey_id = s.survey_id AND a.id = s.answer_id
    WHERE s.city_id = ${scope.city.id} AND s.survey_id = ${surveyId} AND s.number = ${number}`.execute(
    scope.db,
  )
  const row = rows[0]
  return (
    row && {
      number,
      answerId: row.answer_id,
      checked: row.checked,
      codes: row.codes.map(Number),
      texts: row.texts,
    }
  )
}

/** Writes a sheet under its number. @returns false when that number was typed already */
export const insertSheet = async (
  scope: Scope,
  surveyId: string,
  entered: { readonly number: number; readonly sheet: Sheet; readonly by: string },
): Promise<boolean> => {
  const [answerId = ''] = await insertAnswers(scope, surveyId, [
    { ...entered.sheet, mode: 'paper' },
  ])
  const result = await scope.db
    .insertInto('survey_sheets')
    .values({
      city_id: scope.city.id,
      survey_id: surveyId,
      number: entered.number,
      answer_id: answerId,
      entered_by: entered.by,
    })
    .onConflict((same) => same.columns(['city_id', 'survey_id', 'number']).doNothing())
    .executeTakeFirst()
  if (Number(result.numInsertedOrUpdatedRows ?? 0) === 1) return true
  await scope.db
    .deleteFrom('survey_answers')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('id', '=', answerId)
    .execute()
  await keepCounts(scope, surveyId, { sheets: [{ ...entered.sheet, mode: 'paper' }], by: -1 })
  return false
}

/** Puts other texts in the place of those of one answer; what stayed as it was stays as it was read. */
const replaceTexts = async (
  scope: Scope,
  surveyId: string,
  { answerId, texts }: Pick<EnteredSheet, 'answerId' | 'texts'>,
): Promise<void> => {
  const changes = new Map<number, TextChange>()
  const kept = texts.map(({ slot, text }) => `${slot} ${text}`)
  const gone = await scope.db
    .deleteFrom('survey_texts')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('answer_id', '=', answerId)
    .where(sql<boolean>`NOT (slot || ' ' || text = ANY (${kept}::text[]))`)
    .returning(['slot', 'decided'])
    .execute()
  for (const { slot, decided } of gone) changes.set(slot, { texts: -1, decided: -Number(decided) })
  for (const { slot, text } of texts) {
    const came = await scope.db
      .insertInto('survey_texts')
      .values({ city_id: scope.city.id, survey_id: surveyId, answer_id: answerId, slot, text })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst()
    if (Number(came.numInsertedOrUpdatedRows ?? 0) === 1) {
      const { texts: before = 0, decided = 0 } = changes.get(slot) ?? {}
      changes.set(slot, { texts: before + 1, decided })
    }
  }
  await shiftTextCounts(scope, surveyId, changes)
}

/** Notes that a sheet was typed a second time, and what it holds from now on where that differed. */
export const checkSheet = async (
  scope: Scope,
  surveyId: string,
  checked: {
    readonly entered: EnteredSheet
    readonly by: string
    readonly now?: Sheet | undefined
  },
): Promise<void> => {
  const { entered, by, now } = checked
  if (now) {
    await sql`UPDATE survey_answers SET codes = ${[...now.codes]}::bigint[]
      WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId} AND id = ${entered.answerId}`.execute(
      scope.db,
    )
    await replaceTexts(scope, surveyId, { answerId: entered.answerId, texts: now.texts })
  }
  await scope.db
    .updateTable('survey_sheets')
    .set({ checked_by: by })
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('number', '=', entered.number)
    .execute()
}

/** How many sheets were typed, how many twice, the next free number, the first to be checked. */
export type SheetCount = {
  readonly entered: number
  readonly checked: number
  readonly next: number
  readonly unchecked: number | null
}

export const countSheets = async (scope: Scope, surveyId: string): Promise<SheetCount> => {
  const { rows } = await sql<SheetCount>`
    SELECT count(*)::int AS entered, count(checked_by)::int AS checked,
      (coalesce(max(number), 0) + 1)::int AS next,
      (min(number) FILTER (WHERE checked_by IS NULL))::int AS unchecked
    FROM survey_sheets WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId}`.execute(
    scope.db,
  )
  return rows[0] as SheetCount
}
