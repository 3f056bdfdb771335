import type { Route } from '#web/route.ts'
import { committeeRoutes } from './committee-routes.tsx'
import { decisionRoutes } from './decision-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { memberRoutes } from './member-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { rankingRoutes } from './ranking-routes.tsx'
import { reserveRoutes } from './reserve-routes.tsx'
import { scoreRoutes } from './score-routes.tsx'

/** Every page of reviews. */
export const reviewRoutes: readonly Route[] = [
  ...deskRoutes,
  ...memberRoutes,
  ...scoreRoutes,
  ...officeRoutes,
  ...rankingRoutes,
  ...decisionRoutes,
  ...reserveRoutes,
  ...committeeRoutes,
]
