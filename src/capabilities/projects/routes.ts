import { type Panel, panelsAt } from '#web/capability.ts'
import type { Route } from '#web/route.ts'
import { agreementEditRoutes } from './routes/agreement-edit-routes.tsx'
import { agreementRoutes } from './routes/agreement-routes.tsx'
import { endRoutes } from './routes/end-routes.tsx'
import { entryRoutes } from './routes/entry-routes.tsx'
import { interimRoutes } from './routes/interim-routes.tsx'
import { listRoutes } from './routes/list-routes.tsx'
import { reportRoutes } from './routes/report-routes.tsx'
import { showRoutes } from './routes/show-routes.tsx'
import { signatureRoutes } from './routes/signature-routes.tsx'

/** Every page of projects. Panels of the place `project` are the parts that later capabilities fill. */
export const projectRoutes = (panels: readonly Panel[]): readonly Route[] => [
  ...listRoutes,
  ...showRoutes(panelsAt(panels, 'project')),
  ...agreementRoutes,
  ...agreementEditRoutes,
  ...signatureRoutes,
  ...entryRoutes,
  ...interimRoutes,
  ...reportRoutes,
  ...endRoutes,
]
