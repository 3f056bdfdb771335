import type { Route } from '#web/route.ts'
import { deskRoutes } from './desk-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { publishingRoutes } from './publishing-routes.tsx'
import { textRoutes } from './text-routes.tsx'

/** All pages of results and of the counting. */
export const tabulationRoutes: readonly Route[] = [
  ...publicRoutes,
  ...deskRoutes,
  ...publishingRoutes,
  ...textRoutes,
]
