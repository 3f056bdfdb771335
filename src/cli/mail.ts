import { listCities } from '#capabilities/cities/index.ts'
import { listRefusedMails, listWaitingMails, retryRefusedMails } from '#capabilities/mails/index.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { Command, CommandContext } from './command.ts'

type Listed = Awaited<ReturnType<typeof listWaitingMails>>

const printMails = (
  { options, say }: CommandContext,
  list: { readonly city: City; readonly title: string; readonly mails: Listed },
): void => {
  if (list.mails.length === 0) return
  say(`${list.city.slug}: ${list.title}`)
  for (const mail of list.mails) {
    const refused = mail.failure ? `  (${mail.failure})` : ''
    say(`  ${mail.created_at.toISOString()}  ${mail.to_address}  ${mail.subject}${refused}`)
    if (options.text) say(`${mail.body}\n`)
  }
}

const lists: readonly [title: string, list: (scope: Scope) => Promise<Listed>][] = [
  ['waiting to be sent', listWaitingMails],
  ['REFUSED or ended, not tried again', listRefusedMails],
]

export const mailCommand: Command = {
  name: 'mail list',
  usage: 'mail list [--text]',
  about:
    'Lists mails that wait to be sent (all of them while SMTP_URL is not set), and those that were given up, the newest 200 of each in every city. --text shows what they say.',
  options: { text: { type: 'boolean', about: 'show the whole text' } },
  run: async (context) => {
    const opened = await context.store()
    for (const city of await opened.database.readPublic(listCities))
      for (const [title, list] of lists) {
        const mails = await opened.database.read(opened.opening(city), list)
        printMails(context, { city, title, mails })
      }
  },
}

export const mailRetryCommand: Command = {
  name: 'mail retry',
  usage: 'mail retry',
  about:
    'Sends refused mails once more, but for those whose link has ended: after the mail server or its settings were put right.',
  run: async ({ say, store }) => {
    const opened = await store()
    for (const city of await opened.database.readPublic(listCities)) {
      const opening = { ...opened.opening(city), unseen: true }
      const taken = await opened.database.write(opening, retryRefusedMails)
      if (taken > 0) say(`${city.slug}: ${taken} mail(s) will be tried again.`)
    }
    say('Done. tsunagu mail list shows what waits.')
  },
}
