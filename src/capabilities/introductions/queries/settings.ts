import type { Scope } from '#data/scope.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type IntroductionSettings, introductionsPreset } from '../preset.ts'

/** Writes or replaces what the city asks of groups' pages. */
export const saveIntroductionSettings = async (
  scope: Scope,
  settings: IntroductionSettings,
): Promise<void> => {
  const definition = JSON.stringify(settings)
  await scope.db
    .insertInto('introduction_settings')
    .values({ city_id: scope.city.id, definition })
    .onConflict((same) => same.column('city_id').doUpdateSet({ definition }))
    .execute()
}

/** What the city asks of groups' pages. @throws NotFound when it has not said so yet */
export const getIntroductionSettings = async (scope: Scope): Promise<IntroductionSettings> => {
  const row = await scope.db
    .selectFrom('introduction_settings')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .executeTakeFirst()
  if (!row) throw new NotFound('introduction settings')
  return introductionsPreset.parse(row.definition)
}
