import type { Capability } from '#web/capability.ts'
import { cityHomeRoutes } from './routes/city-home.tsx'
import { pageRoutes } from './routes/pages.tsx'
import { personalRoutes } from './routes/personal.tsx'

export { type PortalParts, portalVersionKey, renderPortal } from './portal.tsx'

/** ホーム: the portal, a city's home, one's own page, the desk, and the pages about the site. */
export const home: Capability = {
  name: 'home',
  routes: [...cityHomeRoutes, ...personalRoutes, ...pageRoutes],
}
