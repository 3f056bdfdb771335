import type { Capability } from '#web/capability.ts'
import { apiRoutes, siteApiRoutes } from './routes/api-routes.ts'
import { catalogueRoutes } from './routes/catalogue-routes.tsx'
import { feedRoutes } from './routes/feed-routes.ts'

export { paths as openDataPaths } from './paths.ts'

/** オープンデータ: what all capabilities give of their own, as files, catalogues and feeds. */
export const openData: Capability = {
  name: 'open-data',
  routesWith: ({ datasets }) => [
    ...catalogueRoutes(datasets),
    ...apiRoutes(datasets),
    ...feedRoutes,
  ],
  siteRoutesWith: ({ datasets }) => siteApiRoutes(datasets),
}
