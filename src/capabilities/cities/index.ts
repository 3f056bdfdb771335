import type { Capability } from '#web/capability.ts'
import { departmentsDataset } from './datasets.ts'
import { departmentRoutes } from './department-routes.tsx'

export { loadPreset } from './actions.ts'
export { departmentsImporter } from './department-importer.ts'
export { paths as cityPaths } from './paths.ts'
export type { CityPreset } from './preset.ts'
export {
  areasOf,
  getCity,
  getProfile,
  listCities,
  listWarnings,
  saveSettings,
  touchDirectory,
} from './queries.ts'
export { type Preset, type PresetFault, readPreset } from './read-preset.ts'

/** 市: the cities, their words, departments, code lists and settings. */
export const cities: Capability = {
  name: 'cities',
  routes: departmentRoutes,
  datasets: [departmentsDataset],
}
