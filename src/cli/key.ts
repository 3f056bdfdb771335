import { forgetLostKeys } from '#capabilities/accounts/index.ts'
import { listCities } from '#capabilities/cities/index.ts'
import { replaceKey } from '#data/key-check.ts'
import type { Command } from './command.ts'

export const replaceKeyCommand: Command = {
  name: 'key replace',
  usage: 'key replace',
  about:
    'Goes on with the present SECRET_KEY (or secret.key) after the former one was lost. Takes away every second factor that it does not open; their owners set up new ones.',
  run: async ({ say, store }) => {
    const opened = await store()
    for (const city of await opened.database.readPublic(listCities)) {
      const forgotten = await opened.database.write(opened.opening(city), forgetLostKeys)
      if (forgotten > 0) say(`${city.slug}: ${forgotten} second factor(s) taken away.`)
    }
    await replaceKey(opened.database, opened.outside.secrets)
    say('The database belongs to the present key now.')
  },
}
