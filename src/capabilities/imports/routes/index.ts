import type { Route } from '#web/route.ts'
import { doingRoutes } from './doing-routes.tsx'
import { reportRoutes } from './report-routes.ts'
import { showingRoutes } from './showing-routes.tsx'

/** Every page of imports. */
export const importRoutes: readonly Route[] = [...reportRoutes, ...showingRoutes, ...doingRoutes]
