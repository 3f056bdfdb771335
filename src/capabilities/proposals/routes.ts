import { type Panel, panelsAt } from '#web/capability.ts'
import type { Route } from '#web/route.ts'
import { askRoutes } from './routes/ask-routes.tsx'
import { checkRoutes } from './routes/check-routes.tsx'
import { confirmationRoutes } from './routes/confirmation-routes.tsx'
import { consultationRoutes } from './routes/consultation-routes.tsx'
import { editRoutes } from './routes/edit-routes.tsx'
import { listRoutes } from './routes/list-routes.tsx'
import { negotiationConfirmRoutes } from './routes/negotiation-confirm-routes.tsx'
import { negotiationRoutes } from './routes/negotiation-routes.tsx'
import { sheetRoutes } from './routes/sheet-routes.ts'
import { showRoutes } from './routes/show-routes.tsx'
import { startRoutes } from './routes/start-routes.tsx'
import { withdrawalRoutes } from './routes/withdrawal-routes.tsx'

/** Every page of proposals and consultations; later capabilities add their panels to a proposal's page. */
export const proposalRoutes = (panels: readonly Panel[] = []): readonly Route[] => [
  ...listRoutes,
  ...startRoutes,
  ...showRoutes(panelsAt(panels, 'proposal')),
  ...editRoutes,
  ...confirmationRoutes,
  ...checkRoutes,
  ...negotiationRoutes,
  ...negotiationConfirmRoutes,
  ...withdrawalRoutes,
  ...sheetRoutes,
  ...askRoutes,
  ...consultationRoutes,
]
