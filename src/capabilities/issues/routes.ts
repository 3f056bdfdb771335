import type { Panel } from '#web/capability.ts'
import type { Route } from '#web/route.ts'
import { issueDeskRoutes } from './issue-desk-routes.tsx'
import { issueRaisingRoutes } from './issue-raising-routes.tsx'
import { issueReadingRoutes } from './issue-routes.tsx'
import { themeBeginRoutes } from './theme-begin-routes.tsx'
import { themeReadingRoutes } from './theme-routes.tsx'
import { themeWritingRoutes } from './theme-writing-routes.tsx'

/** Every page of issues and themes; later capabilities add their panels to the page of an issue or a theme. */
export const issueRoutes = (panels: readonly Panel[] = []): readonly Route[] => [
  ...issueReadingRoutes(panels),
  ...issueRaisingRoutes,
  ...issueDeskRoutes(panels),
  ...themeReadingRoutes(panels),
  ...themeBeginRoutes,
  ...themeWritingRoutes,
]
