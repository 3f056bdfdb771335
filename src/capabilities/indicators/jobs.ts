import type { Job, Listener } from '#web/capability.ts'
import { fillIndicator } from './actions/fill.ts'
import { listFilled, lockIndicator } from './queries/indicators.ts'

/** Every night what the product knows by itself is counted again; results come in when they are published. */
export const indicatorJobs: readonly Job[] = [
  {
    name: 'indicators.due',
    every: '40 4 * * *',
    unseen: true,
    // Each has a transaction of its own: one that fails keeps no other waiting.
    run: async (scope) => {
      for (const code of await listFilled(scope))
        await scope.outside.jobs.send(scope, 'indicators.fill', { code })
    },
  },
  {
    name: 'indicators.fill',
    run: async (scope, { code }) => {
      const indicator = await lockIndicator(scope, String(code))
      if (indicator) await fillIndicator(scope, indicator)
    },
  },
]

/** Results that were published, or are no longer public. */
export const resultsListener: Listener = {
  event: 'survey.results-changed',
  hear: async (scope, { subjectId }) => {
    for (const code of await listFilled(scope, subjectId)) {
      const indicator = await lockIndicator(scope, code)
      if (indicator) await fillIndicator(scope, indicator)
    }
  },
}
