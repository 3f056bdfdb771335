import { type Capability, presetPart } from '#web/capability.ts'
import { importStatistics } from './actions.ts'
import { statisticsDataset } from './datasets.ts'
import { statisticsPreset } from './preset.ts'
import { statisticsRoutes } from './routes.tsx'

export { importStatistics } from './actions.ts'
export { paths as statisticPaths } from './paths.ts'
export { type StatisticsPreset, type StatisticTable, statisticsPreset } from './preset.ts'
export { findStatisticProblems } from './problems.ts'
export { listTables } from './queries.ts'
export { statisticsRoutes } from './routes.tsx'

/** 統計: tables that the city's documents print, with counts, bases, dates and sources. */
export const statistics: Capability = {
  name: 'statistics',
  datasets: [statisticsDataset],
  routesWith: ({ figures, liveTables, panels }) =>
    statisticsRoutes({ figures, tables: liveTables, panels }),
  presets: [
    presetPart({ path: 'statistics.json', schema: statisticsPreset, load: importStatistics }),
  ],
}
