import type { Panel } from '#web/capability.ts'
import type { Route } from '#web/route.ts'
import { comparingRoutes } from './comparing.tsx'
import { draftFactsRoutes } from './draft-facts.tsx'
import { draftItemRoutes } from './draft-items.tsx'
import { draftPlaceRoutes } from './draft-places.tsx'
import { draftRoutes } from './drafts.tsx'
import { linkingRoutes } from './linking.tsx'
import { readingRoutes } from './reading.tsx'

/** Every page of plans, with what later capabilities show of what came of them. */
export const planRoutes = (panels: readonly Panel[]): readonly Route[] => [
  ...readingRoutes(panels),
  ...comparingRoutes,
  ...linkingRoutes,
  // 「new」 stands before the address of a draft.
  ...draftFactsRoutes,
  ...draftItemRoutes,
  ...draftPlaceRoutes,
  ...draftRoutes,
]
