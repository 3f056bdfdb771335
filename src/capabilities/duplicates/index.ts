import type { DomainEvent } from '#kernel/event.ts'
import type { Capability } from '#web/capability.ts'
import { getCity } from '../cities/index.ts'
import { knowAllAgain, knowSeveralAgain } from './actions/know-again.ts'
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

/** The groups that an event is about: one, or all of a list that was taken in. */
const groupsOf = ({ subjectId, data }: DomainEvent): readonly string[] =>
  Array.isArray(data?.groupIds) ? data.groupIds.map(String) : [subjectId]

/** 重複と統合: registrations that may be of one organisation, and how two become one. */
export const duplicates: Capability = {
  name: 'duplicates',
  routes: deskRoutes,
  routesWith: ({ holdings }) => mergeRoutes(holdings),
  panels: duplicatePanels,
  holdings,
  listeners: changes.map((event) => ({
    event,
    hear: async (scope, told) => knowSeveralAgain(scope, await getCity(scope), groupsOf(told)),
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
