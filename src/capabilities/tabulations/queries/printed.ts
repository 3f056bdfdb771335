import type { Scope } from '#data/scope.ts'
import { assertWriting } from '#data/scope.ts'
import type { PrintedSurvey } from '../preset.ts'

/** Surveys that the city has printed, in the order of its file. 1 query. */
export const listPrinted = async (scope: Scope): Promise<readonly PrintedSurvey[]> => {
  const rows = await scope.db
    .selectFrom('printed_surveys')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .orderBy('position')
    .execute()
  return rows.map(({ definition }) => definition as PrintedSurvey)
}

export const findPrinted = async (
  scope: Scope,
  code: string,
): Promise<PrintedSurvey | undefined> => {
  const row = await scope.db
    .selectFrom('printed_surveys')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.definition as PrintedSurvey | undefined
}

/** Writes the city's printed surveys in place of all earlier ones. */
export const replacePrinted = async (
  scope: Scope,
  surveys: readonly PrintedSurvey[],
): Promise<void> => {
  assertWriting(scope)
  await scope.db.deleteFrom('printed_surveys').where('city_id', '=', scope.city.id).execute()
  if (surveys.length === 0) return
  await scope.db
    .insertInto('printed_surveys')
    .values(
      surveys.map((survey, position) => ({
        city_id: scope.city.id,
        code: survey.code,
        position,
        definition: JSON.stringify(survey),
      })),
    )
    .execute()
}
