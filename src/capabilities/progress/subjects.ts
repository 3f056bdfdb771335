import type { Scope } from '#data/scope.ts'
import type { Subject } from '#web/capability.ts'
import { planPaths } from '../plans/index.ts'
import { noticePurpose } from '../procedures/index.ts'
import { findRoundById } from './queries/rounds.ts'
import { roundKind } from './round.ts'

/** A year's report has one kind of file: the published report, which everyone may read. */
export const roundAsSubject: Subject = {
  kind: roundKind,
  canRead: async (scope: Scope, id, purpose) => {
    const round = await findRoundById(scope, id)
    return round?.state === 'published' && purpose === noticePurpose
  },
  // Nothing is said about a round in conversations, so nobody is ever led to it by its id alone.
  pathOf: planPaths.plans,
}
