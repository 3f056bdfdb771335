import type { Scope } from '#data/scope.ts'
import { NotFound } from '#kernel/refusals.ts'
import {
  type RegistrationPreset,
  type RegistrationSettings,
  registrationPreset,
} from '../preset.ts'
import { closeFacets } from './faces.ts'

/** Writes or replaces how groups register in the city; what is public follows the city's new word. */
export const saveRegistrationSettings = async (
  scope: Scope,
  settings: RegistrationPreset,
): Promise<void> => {
  const definition = JSON.stringify(settings)
  const before = await findSettings(scope)
  await scope.db
    .insertInto('registration_settings')
    .values({ city_id: scope.city.id, definition })
    .onConflict((same) => same.column('city_id').doUpdateSet({ definition }))
    .execute()
  if (before && JSON.stringify(before.visibility) !== JSON.stringify(settings.visibility)) {
    await closeFacets(scope, settings.visibility.alwaysPrivate)
    await scope.outside.jobs.send(scope, 'groups.show-again')
  }
}

const findSettings = async (scope: Scope): Promise<RegistrationPreset | undefined> => {
  const row = await scope.db
    .selectFrom('registration_settings')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .executeTakeFirst()
  return row && registrationPreset.parse(row.definition)
}

/** How groups register here, in all classes. @throws NotFound when the city has not set it yet */
export const getRegistrationPreset = async (scope: Scope): Promise<RegistrationPreset> => {
  const settings = await findSettings(scope)
  if (!settings) throw new NotFound('registration settings')
  return settings
}

/** The class of that code, or the city's first one, with what holds for all classes. */
export const settingsOfClass = (
  { classes, ...common }: RegistrationPreset,
  code?: string,
): RegistrationSettings => ({
  ...common,
  ...(classes.find((one) => one.code === code) ?? classes[0]!),
})

/** How groups of that class register here; the city's first class when none is named. @throws NotFound */
export const getRegistrationSettings = async (
  scope: Scope,
  code?: string,
): Promise<RegistrationSettings> => settingsOfClass(await getRegistrationPreset(scope), code)
