import { type Capability, presetPart } from '#web/capability.ts'
import { facilitiesDataset } from './datasets.ts'
import { facilitiesPreset } from './kinds.ts'
import { loadKinds } from './queries/kinds.ts'
import { facilityRoutes } from './routes/index.ts'

export { addFacility, changeFacility, closeFacility } from './actions/keep.ts'
export { emptyFacts, type Facility, type FacilityFacts, facilityKind } from './facility.ts'
export { facilitiesImporter } from './importer.ts'
export { addressKey, nameKey } from './keys.ts'
export { paths as facilityPaths } from './paths.ts'
export { getFacility } from './queries/facilities.ts'

/** 施設: the register of public places, its pages, and the open data of the municipal standard. */
export const facilities: Capability = {
  name: 'facilities',
  routes: facilityRoutes,
  presets: [presetPart({ path: 'facilities/*.json', schema: facilitiesPreset, load: loadKinds })],
  datasets: [facilitiesDataset],
}
