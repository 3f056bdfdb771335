import { listCities } from '#capabilities/cities/index.ts'
import { listWaitingMails } from '#capabilities/mails/index.ts'
import type { Command } from './command.ts'

export const mailCommand: Command = {
  name: 'mail list',
  usage: 'mail list [--text]',
  about:
    'Lists mails that wait to be sent (all of them while SMTP_URL is not set). --text shows what they say.',
  options: { text: { type: 'boolean', about: 'show the whole text' } },
  run: async ({ options, say, store }) => {
    const opened = await store()
    for (const city of await opened.database.readPublic(listCities))
      for (const mail of await opened.database.read(opened.opening(city), listWaitingMails)) {
        const refused = mail.failure ? `  REFUSED (${mail.failure})` : ''
        say(
          `${city.slug}  ${mail.created_at.toISOString()}  ${mail.to_address}  ${mail.subject}${refused}`,
        )
        if (options.text) say(`${mail.body}\n`)
      }
  },
}
