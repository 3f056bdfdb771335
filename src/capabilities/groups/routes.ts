import { type Panel, panelsAt } from '#web/capability.ts'
import type { Route } from '#web/route.ts'
import { deskRoutes } from './routes/desk-routes.tsx'
import { directoryRoutes } from './routes/directory-routes.tsx'
import { editRoutes } from './routes/edit-routes.tsx'
import { registrationRoutes } from './routes/registration-routes.tsx'
import { startRoutes } from './routes/start-routes.tsx'

/** Every page of groups. Panels of the place `group` are the parts that later capabilities fill. */
export const groupRoutes = (panels: readonly Panel[]): readonly Route[] => [
  ...directoryRoutes(panelsAt(panels, 'group'), panelsAt(panels, 'group-own')),
  ...startRoutes,
  ...editRoutes,
  ...registrationRoutes(panelsAt(panels, 'registration')),
  ...deskRoutes,
]
