import type { Scope } from '#data/scope.ts'
import { purgeFailures, purgeSessions, purgeTokens } from '../queries/purge.ts'

/** Every hour: throws away what only mattered for a while, each kind after its own retention. */
export const purgeEnded = async (scope: Scope): Promise<void> => {
  await purgeSessions(scope)
  await purgeTokens(scope)
  await purgeFailures(scope)
}
