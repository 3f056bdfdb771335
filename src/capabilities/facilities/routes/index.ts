import type { Route } from '#web/route.ts'
import { keepingRoutes } from './keeping-routes.tsx'
import { readingRoutes } from './reading-routes.tsx'

/** Every page of facilities. */
export const facilityRoutes: readonly Route[] = [...keepingRoutes, ...readingRoutes]
