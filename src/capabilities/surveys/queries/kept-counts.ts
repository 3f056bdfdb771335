import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type AnswerMode, answerModes, type Sheet } from '../answers.ts'

/** How many texts came or went in a slot, and how many of them staff have read. */
export type TextChange = { readonly texts: number; readonly decided: number }

const bySlot = (one: readonly [number, unknown], other: readonly [number, unknown]): number =>
  one[0] - other[0]

/** Adds to the kept counts of texts; always in the order of the slots, so that no two wait for each other. */
export const shiftTextCounts = async (
  scope: Scope,
  surveyId: string,
  changes: ReadonlyMap<number, TextChange>,
): Promise<void> => {
  const rows = [...changes].filter(([, { texts, decided }]) => texts !== 0 || decided !== 0)
  if (rows.length === 0) return
  const slots = rows.toSorted(bySlot).map(([slot]) => slot)
  // The row is there before anything is taken off it: a row of its own is never below 0.
  await sql`INSERT INTO survey_text_counts (city_id, survey_id, slot, texts)
    SELECT ${scope.city.id}, ${surveyId}, slot, 0 FROM unnest(${slots}::int[]) AS slot
    ON CONFLICT DO NOTHING`.execute(scope.db)
  for (const slot of slots) {
    const { texts, decided } = changes.get(slot)!
    await scope.db
      .updateTable('survey_text_counts')
      .set((row) => ({ texts: row('texts', '+', texts), decided: row('decided', '+', decided) }))
      .where('city_id', '=', scope.city.id)
      .where('survey_id', '=', surveyId)
      .where('slot', '=', slot)
      .execute()
  }
}

const shiftModes = async (
  scope: Scope,
  surveyId: string,
  changes: ReadonlyMap<AnswerMode, number>,
): Promise<void> => {
  for (const mode of answerModes.filter((one) => changes.get(one))) {
    const key = { city_id: scope.city.id, survey_id: surveyId, mode }
    await scope.db
      .insertInto('survey_counts')
      .values({ ...key, answers: 0 })
      .onConflict((same) => same.doNothing())
      .execute()
    await scope.db
      .updateTable('survey_counts')
      .set((row) => ({ answers: row('answers', '+', changes.get(mode)!) }))
      .where('city_id', '=', scope.city.id)
      .where('survey_id', '=', surveyId)
      .where('mode', '=', mode)
      .execute()
  }
}

/** Notes that these answers came, or that they went again (`by` −1). */
export const keepCounts = async (
  scope: Scope,
  surveyId: string,
  given: {
    readonly sheets: readonly (Pick<Sheet, 'texts'> & { readonly mode: AnswerMode })[]
    readonly by: 1 | -1
  },
): Promise<void> => {
  const { sheets, by } = given
  const modes = new Map<AnswerMode, number>()
  const texts = new Map<number, TextChange>()
  for (const sheet of sheets) {
    modes.set(sheet.mode, (modes.get(sheet.mode) ?? 0) + by)
    for (const { slot } of sheet.texts)
      texts.set(slot, { texts: (texts.get(slot)?.texts ?? 0) + by, decided: 0 })
  }
  await shiftModes(scope, surveyId, modes)
  await shiftTextCounts(scope, surveyId, texts)
}

/** How many answers there are, by the way they came: read from what is kept, however many they are. 1 query. */
export const countAnswers = async (
  scope: Scope,
  surveyId: string,
): Promise<ReadonlyMap<AnswerMode, number>> => {
  const rows = await scope.db
    .selectFrom('survey_counts')
    .select(['mode', 'answers'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('answers', '>', 0)
    .execute()
  return new Map(rows.map(({ mode, answers }) => [mode as AnswerMode, answers]))
}

/** How many texts each question has, and how many of them staff have read; from what is kept. 1 query. */
export const countTexts = async (
  scope: Scope,
  surveyId: string,
): Promise<ReadonlyMap<number, { readonly all: number; readonly read: number }>> => {
  const rows = await scope.db
    .selectFrom('survey_text_counts')
    .select(['slot', 'texts', 'decided'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('texts', '>', 0)
    .orderBy('slot')
    .execute()
  return new Map(rows.map(({ slot, texts, decided }) => [slot, { all: texts, read: decided }]))
}
