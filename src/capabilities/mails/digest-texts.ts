import type { Language } from '#kernel/bilingual.ts'
import { formatDate, formatInstant } from '#kernel/date-text.ts'
import { bareBody, bareSubject, type Entry, type EntryGroup } from './digest.ts'

type Told = {
  readonly name: string
  readonly city: string
  readonly groups: readonly EntryGroup[]
  /** The account's page, where the way of getting mails is chosen. */
  readonly choiceUrl: string
  /** Stops digests and single mails with one press, without signing in. */
  readonly stopUrl: string
}

const words = {
  ja: {
    subject: (city: string, count: number, due: number) =>
      `【${city} つなぐ】お知らせのまとめ ${count}件${due > 0 ? `（期限のあるもの ${due}件）` : ''}`,
    greeting: (name: string) => `${name} 様`,
    lead: '前回からのお知らせを、1通にまとめてお届けします。期限のあるものが上にあります。',
    due: (day: string) => `期限：${day}`,
    choice: 'お知らせの届き方は、次のページで変えられます。',
    stop: 'これからのお知らせのメールを止めるには：',
  },
  en: {
    subject: (city: string, count: number, due: number) =>
      `[${city} Tsunagu] ${count === 1 ? '1 message' : `${count} messages`} of the day${due > 0 ? ` (${due} with a deadline)` : ''}`,
    greeting: (name: string) => `Dear ${name},`,
    lead: 'All messages since your last mail, in one. Those with a deadline come first.',
    due: (day: string) => `Until: ${day}`,
    choice: 'Choose here how messages reach you.',
    stop: 'To stop these mails:',
  },
} as const

const line = '────────────────'

const entryText = (entry: Entry, lang: Language): string =>
  [
    `● ${bareSubject(entry.title)}`,
    `  ${formatInstant(entry.at, lang)}`,
    ...(entry.dueOn ? [`  ${words[lang].due(formatDate(entry.dueOn, lang))}`] : []),
    '',
    bareBody(entry.body),
  ].join('\n')

const groupText = ({ matter, entries }: EntryGroup, lang: Language): string =>
  [line, `■ ${matter.title}`, '', entries.map((one) => entryText(one, lang)).join('\n\n')].join(
    '\n',
  )

/** The one mail of a person's day. */
export const digestText = (
  lang: Language,
  told: Told,
): { readonly subject: string; readonly body: string } => {
  const { greeting, lead, choice, stop, subject } = words[lang]
  const entries = told.groups.flatMap((group) => group.entries)
  const due = entries.filter(({ dueOn }) => dueOn !== null).length
  return {
    subject: subject(told.city, entries.length, due),
    body: [
      greeting(told.name),
      lead,
      ...told.groups.map((group) => groupText(group, lang)),
      [line, choice, told.choiceUrl, '', stop, told.stopUrl, ''].join('\n'),
    ].join('\n\n'),
  }
}
