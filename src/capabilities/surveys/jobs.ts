import { listLiveJobs } from '#data/jobs.ts'
import type { Job } from '#web/capability.ts'
import { getCity } from '../cities/index.ts'
import { countSurvey } from './actions/count.ts'
import { exportJob, forgetOldExports, writePiece } from './actions/export.ts'
import { inviteJob, inviteSome, sendDueInvitations } from './actions/invite.ts'
import { listUncounted } from './queries/answers.ts'
import { purgeDrafts } from './queries/drafts.ts'
import { countToOpen } from './sealing.ts'

const countOne = 'surveys.count-one'

/** What waits is counted every ten minutes; drafts that can be sent no more are forgotten. */
export const surveyJobs: readonly Job[] = [
  {
    name: 'surveys.count',
    every: '*/10 * * * *',
    unseen: true,
    // Each survey has a transaction of its own: answers that cannot be opened keep no other survey waiting.
    run: async (scope) => {
      const alive = new Set((await listLiveJobs(scope, countOne)).map(({ surveyId }) => surveyId))
      for (const { id, over, waiting } of await listUncounted(scope))
        if (!alive.has(id) && (over || countToOpen(waiting, over) > 0))
          await scope.outside.jobs.send(scope, countOne, { surveyId: id })
      await purgeDrafts(scope)
    },
  },
  {
    name: countOne,
    unseen: true,
    run: (scope, { surveyId }) => countSurvey(scope, String(surveyId)),
  },
  // A survey opens at 00:00: whoever has an address hears of it in the morning, and not by night.
  { name: 'surveys.invite', unseen: true, every: '*/10 8-19 * * *', run: sendDueInvitations },
  {
    name: inviteJob,
    unseen: true,
    run: async (scope, { surveyId }) => inviteSome(scope, await getCity(scope), String(surveyId)),
  },
  {
    name: exportJob,
    unseen: true,
    run: (scope, { surveyId }) => writePiece(scope, String(surveyId)),
  },
  { name: 'surveys.forget-exports', unseen: true, every: '15 3 * * *', run: forgetOldExports },
]
