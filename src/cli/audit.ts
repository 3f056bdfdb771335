import { listCities } from '#capabilities/cities/index.ts'
import { sealAudit, verifyAudit } from '#data/audit.ts'
import type { CityKey } from '#data/scope.ts'
import { system } from '#kernel/actor.ts'
import type { Store } from '../store.ts'
import { type Command, CommandError } from './command.ts'

const sealWhole = async (store: Store, city: CityKey): Promise<void> => {
  const opening = { ...store.opening(city, system('operator')), unseen: true }
  while ((await store.database.write(opening, (scope) => sealAudit(scope))) > 0);
}

export const auditCommand: Command = {
  name: 'audit verify',
  usage: 'audit verify',
  about:
    'Recomputes the chain of every city’s audit entries and says whether anything was changed.',
  run: async ({ say, store }) => {
    const opened = await store()
    let broken = 0
    for (const city of await opened.database.readPublic(listCities)) {
      await sealWhole(opened, city)
      const verdict = await opened.database.read(opened.opening(city), verifyAudit)
      if (verdict.brokenAt !== null) broken += 1
      const state = verdict.brokenAt === null ? 'unbroken' : `BROKEN at ${verdict.brokenAt}`
      const unsealed = verdict.unsealed > 0 ? `, ${verdict.unsealed} written since` : ''
      say(`${city.slug}: ${verdict.sealed} entries, ${state}${unsealed}`)
    }
    if (broken > 0)
      throw new CommandError(`The audit of ${broken} city/cities was changed after the fact.`)
  },
}
