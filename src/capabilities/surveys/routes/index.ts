import type { Panel } from '#web/capability.ts'
import type { Route } from '#web/route.ts'
import { answerEndRoutes } from './answer-ends.tsx'
import { answeringRoutes } from './answering.tsx'
import { askingRoutes } from './asking.tsx'
import { buildingRoutes } from './building.tsx'
import { enteringRoutes } from './entering.tsx'
import { exportingRoutes } from './exporting.tsx'
import { keepingRoutes } from './keeping.tsx'
import { readingRoutes } from './reading.tsx'
import { receiptRoutes } from './receipts.tsx'
import { stepRoutes } from './steps.tsx'
import { takingInRoutes } from './taking-in.tsx'

/** Every page of surveys; later capabilities add their panels to the page of a survey. */
export const surveyRoutes = (panels: readonly Panel[] = []): readonly Route[] => [
  ...readingRoutes(panels),
  ...keepingRoutes,
  ...buildingRoutes,
  ...stepRoutes(panels),
  ...askingRoutes,
  ...enteringRoutes,
  ...takingInRoutes,
  ...answeringRoutes,
  ...answerEndRoutes,
  ...receiptRoutes,
  ...exportingRoutes,
]
