import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { hasOwnList, refreshDepartments } from './department-queries.ts'
import { getCity, saveCity, saveDepartments, saveWarnings, touchDirectory } from './queries.ts'
import type { Preset } from './read-preset.ts'

/** Loads a preset into the scope's city: master data first, then each capability's part, in one transaction. */
export const loadPreset = async (scope: Scope, preset: Preset): Promise<void> => {
  await saveCity(scope, preset.city)
  await saveDepartments(scope, preset.city.departments)
  if (await hasOwnList(scope)) await refreshDepartments(scope)
  await saveWarnings(scope, 'city.json', preset.city.warnings)
  const city = await getCity(scope)
  for (const { path, part, facts } of preset.files) {
    await part.load(scope, facts, city)
    if (part.warnings) await saveWarnings(scope, path, part.warnings(facts))
  }
  touchDirectory(scope)
  await audit(scope, {
    action: 'cities.import',
    subjectKind: 'city',
    subjectId: preset.city.slug,
    after: { files: preset.files.map((file) => file.path) },
  })
}
