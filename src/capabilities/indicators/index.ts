import { type Capability, presetPart } from '#web/capability.ts'
import { loadIndicators } from './actions/load.ts'
import { indicatorsDataset } from './datasets.ts'
import { indicatorJobs, resultsListener } from './jobs.ts'
import { itemPanel, planPanel, plansPanel } from './panels.tsx'
import { indicatorsPreset } from './preset.ts'
import { adoptRoutes } from './routes/adopt-routes.tsx'
import { publicRoutes } from './routes/public-routes.tsx'
import { recordRoutes } from './routes/record-routes.tsx'
import { siteRoutes } from './routes/site-routes.tsx'
import { tableRoutes } from './routes/table-routes.tsx'
import { valueRoutes } from './routes/value-routes.tsx'

export { adoptDefinition } from './actions/adopt.ts'
export { republishIndicators } from './actions/publish.ts'
export { correctValue, enterValue } from './actions/values.ts'
export type { GivenValue } from './indicator.ts'
export { paths as indicatorPaths } from './paths.ts'
export { lockIndicator } from './queries/indicators.ts'
export { listStanding } from './queries/values.ts'
export { findDefinition } from './shared-definitions.ts'

/** 指標: what a city measures, what it aims at, what came of it, and how cities compare. */
export const indicators: Capability = {
  name: 'indicators',
  routes: [...publicRoutes, ...valueRoutes, ...tableRoutes, ...adoptRoutes, ...recordRoutes],
  siteRoutesWith: () => siteRoutes,
  jobs: indicatorJobs,
  listeners: [resultsListener],
  panels: [plansPanel, planPanel, itemPanel],
  datasets: [indicatorsDataset],
  presets: [
    presetPart({ path: 'indicators/*.json', schema: indicatorsPreset, load: loadIndicators }),
  ],
}
