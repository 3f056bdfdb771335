import type { Capability } from '#web/capability.ts'
import { getCity } from '../cities/index.ts'
import { knowAgain, knowAllAgain } from './actions/know-again.ts'
import { holdings } from './holdings.ts'
import { duplicatePanels } from './panels.tsx'
import { deskRoutes } from './routes/desk-routes.tsx'
import { mergeRoutes } from './routes/merge-routes.tsx'

export { findDuplicates, findDuplicatesAmong } from './actions/find.ts'
export { judgeNotDuplicate } from './actions/judge.ts'
export { knowAgain } from './actions/know-again.ts'
export { mergeGroups } from './actions/merge.ts'
export type { GroupFacts } from './facts.ts'
export { type KeyKind, keyKinds } from './folding.ts'
export { type Strength, strengths } from './matching.ts'
export { duplicatePaths } from './paths.ts'
export { countWaitingPairs } from './queries/pairs.ts'
export type { Candidate, Duplicate } from './suspicion.ts'

/** What can change by what a group is known again. */
const changes = ['group.sent', 'group.approved', 'group.changed', 'group.imported'] as const

/** 重複と統合: registrations that may be of one organisation, and how two become one. */
export const duplicates: Capability = {
  name: 'duplicates',
  routes: deskRoutes,
  routesWith: ({ holdings }) => mergeRoutes(holdings),
  panels: duplicatePanels,
  holdings,
  listeners: changes.map((event) => ({
    event,
    hear: async (scope, { subjectId }) => knowAgain(scope, await getCity(scope), subjectId),
  })),
  jobs: [
    {
      // What came in by other ways than a form (a file, an operator) is known again within the hour.
      name: 'duplicates.know-again',
      run: async (scope) => knowAllAgain(scope, await getCity(scope)),
      unseen: true,
      every: '15 * * * *',
    },
  ],
}
