import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** Keeps what people decided about suspicious rows; what they did not speak of stays. */
export const saveChoices = async (
  scope: Scope,
  importId: string,
  choices: readonly { readonly number: number; readonly choice: string }[],
): Promise<void> => {
  if (choices.length === 0) return
  await sql`
    UPDATE import_rows i SET choice = c.choice
    FROM jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) AS c (number integer, choice text)
    WHERE i.city_id = ${scope.city.id} AND i.import_id = ${importId} AND i.number = c.number
      AND i.outcome = 'suspect'
      AND (c.choice IN ('create', 'leave') OR i.candidates @> jsonb_build_array(jsonb_build_object('id', c.choice)))`.execute(
    scope.db,
  )
}

/** Decides all suspicious rows that nobody has decided yet in the same way. */
export const decideRest = async (
  scope: Scope,
  importId: string,
  choice: 'create' | 'leave',
): Promise<void> => {
  await scope.db
    .updateTable('import_rows')
    .set({ choice })
    .where('city_id', '=', scope.city.id)
    .where('import_id', '=', importId)
    .where('outcome', '=', 'suspect')
    .where('choice', 'is', null)
    .execute()
}
