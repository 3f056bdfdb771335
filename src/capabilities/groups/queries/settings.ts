import type { Scope } from '#data/scope.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type RegistrationPreset, registrationPreset } from '../preset.ts'

/** Writes or replaces how groups register in the city. */
export const saveRegistrationSettings = async (
  scope: Scope,
  settings: RegistrationPreset,
): Promise<void> => {
  const definition = JSON.stringify(settings)
  await scope.db
    .insertInto('registration_settings')
    .values({ city_id: scope.city.id, definition })
    .onConflict((same) => same.column('city_id').doUpdateSet({ definition }))
    .execute()
}

/** How groups register here. @throws NotFound when the city has not set it yet */
export const getRegistrationSettings = async (scope: Scope): Promise<RegistrationPreset> => {
  const row = await scope.db
    .selectFrom('registration_settings')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .executeTakeFirst()
  if (!row) throw new NotFound('registration settings')
  return registrationPreset.parse(row.definition)
}
