import type { Route } from '#web/route.ts'
import type { GroupPanel } from './panel.ts'
import { deskRoutes } from './routes/desk-routes.tsx'
import { directoryRoutes } from './routes/directory-routes.tsx'
import { editRoutes } from './routes/edit-routes.tsx'
import { registrationRoutes } from './routes/registration-routes.tsx'
import { startRoutes } from './routes/start-routes.tsx'

/** Every page of groups. `panels` are the parts of a group's page that later capabilities fill. */
export const groupRoutes = (panels: readonly GroupPanel[]): readonly Route[] => [
  ...directoryRoutes(panels),
  ...startRoutes,
  ...editRoutes,
  ...registrationRoutes,
  ...deskRoutes,
]
