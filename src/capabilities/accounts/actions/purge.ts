import { purgeKeptForms } from '#data/kept-forms.ts'
import type { Scope } from '#data/scope.ts'
import { purgeIdempotencyKeys } from '#web/guard/idempotency.ts'
import { purgeFailures, purgeSessions, purgeTokens } from '../queries/purge.ts'

/** Once a day: throws away what only mattered for a while, each kind after its own retention. */
export const purgeEnded = async (scope: Scope): Promise<void> => {
  await purgeSessions(scope)
  await purgeTokens(scope)
  await purgeFailures(scope)
  await purgeKeptForms(scope)
  await purgeIdempotencyKeys(scope)
}
