import { listLiveJobs } from '#data/jobs.ts'
import type { Job } from '#web/capability.ts'
import { makeTabulation } from './actions/make.ts'
import { listUntabulated } from './queries/counting.ts'

/** The job that counts one survey. */
export const makeJob = 'tabulations.make'

const firstJob = 'tabulations.first'

/** Surveys that have ended are counted by themselves; staff check and publish. */
export const tabulationJobs: readonly Job[] = [
  {
    name: 'tabulations.due',
    every: '5,15,25,35,45,55 * * * *',
    unseen: true,
    // Each has a transaction of its own: one that fails keeps no other waiting.
    run: async (scope) => {
      const alive = new Set((await listLiveJobs(scope, firstJob)).map(({ surveyId }) => surveyId))
      // One that takes longer than ten minutes is not asked for again meanwhile.
      for (const surveyId of await listUntabulated(scope))
        if (!alive.has(surveyId)) await scope.outside.jobs.send(scope, firstJob, { surveyId })
    },
  },
  {
    name: firstJob,
    unseen: true,
    // Two turns of the cron may have sent the same survey: the second finds that a reason is asked for, and stops.
    run: async (scope, { surveyId }) => {
      await makeTabulation(scope, String(surveyId), '')
    },
  },
  {
    name: makeJob,
    unseen: true,
    run: async (scope, { surveyId, reason }) => {
      await makeTabulation(scope, String(surveyId), String(reason ?? ''))
    },
  },
]
