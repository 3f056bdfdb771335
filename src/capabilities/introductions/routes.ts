import type { Route } from '#web/route.ts'
import { answerRoutes } from './routes/answer-routes.tsx'
import { deskRoutes } from './routes/desk-routes.tsx'
import { hubRoutes } from './routes/hub-routes.tsx'
import { introductionRoutes } from './routes/introduction-routes.tsx'
import { newsRoutes } from './routes/news-routes.tsx'
import { offerRoutes } from './routes/offer-routes.tsx'
import { paperRoutes } from './routes/paper-routes.tsx'
import { photoRoutes } from './routes/photo-routes.tsx'
import { questionRoutes } from './routes/question-routes.tsx'

/** Every page of what groups tell of themselves. */
export const routes: readonly Route[] = [
  ...hubRoutes,
  ...introductionRoutes,
  ...photoRoutes,
  ...newsRoutes,
  ...offerRoutes,
  ...answerRoutes,
  ...questionRoutes,
  ...paperRoutes,
  ...deskRoutes,
]
