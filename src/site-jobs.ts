import { capabilities } from '#capabilities/registry.ts'
import { purgeIdempotencyKeys } from '#data/idempotency.ts'
import { purgeKeptForms } from '#data/kept-forms.ts'
import type { Job } from '#web/capability.ts'

/** Every hour: what the shell itself remembered of forms that were sent, each kind after its own time. */
const purgeForms: Job = {
  name: 'site.purge',
  every: '45 * * * *',
  unseen: true,
  run: async (scope) => {
    await purgeKeptForms(scope)
    await purgeIdempotencyKeys(scope)
  },
}

/** All work that is done outside requests: that of every capability, and the application's own. */
export const jobs: readonly Job[] = [
  ...capabilities.flatMap((capability) => capability.jobs ?? []),
  purgeForms,
]
