import type { Capability } from '#web/capability.ts'
import { getCity } from '../cities/index.ts'
import { knowAgain, knowAllAgain } from './actions/know-again.ts'

export { findDuplicates, findDuplicatesAmong } from './actions/find.ts'
export { knowAgain } from './actions/know-again.ts'
export type { GroupFacts } from './facts.ts'
export { type KeyKind, keyKinds } from './folding.ts'
export { type Strength, strengths } from './matching.ts'
export type { Candidate, Duplicate } from './suspicion.ts'

/** What can change by what a group is known again. */
const changes = ['group.sent', 'group.approved', 'group.changed', 'group.imported'] as const

/** 重複と統合: registrations that may be of one organisation, and how two become one. */
export const duplicates: Capability = {
  name: 'duplicates',
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
