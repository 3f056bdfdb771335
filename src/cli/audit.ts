import { listCities } from '#capabilities/cities/index.ts'
import { sealAudit, verifyAudit } from '#data/audit.ts'
import { system } from '#kernel/actor.ts'
import { type Command, CommandError } from './command.ts'

export const auditCommand: Command = {
  name: 'audit verify',
  usage: 'audit verify',
  about:
    'Recomputes the chain of every city’s audit entries and says whether anything was changed.',
  run: async ({ say, store }) => {
    const opened = await store()
    let broken = 0
    for (const city of await opened.database.readPublic(listCities)) {
      await opened.database.write(opened.opening(city, system('operator')), (scope) =>
        sealAudit(scope, 1_000_000),
      )
      const verdict = await opened.database.read(opened.opening(city), verifyAudit)
      if (verdict.brokenAt !== null) broken += 1
      say(
        `${city.slug}: ${verdict.sealed} entries${verdict.brokenAt === null ? ', unbroken' : `, BROKEN at ${verdict.brokenAt}`}`,
      )
    }
    if (broken > 0)
      throw new CommandError(`The audit of ${broken} city/cities was changed after the fact.`)
  },
}
