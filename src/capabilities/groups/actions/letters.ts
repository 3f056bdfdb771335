import type { Scope } from '#data/scope.ts'
import { type Bilingual, type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { type Answers, textAnswer } from '../../forms/index.ts'
import { writeMail } from '../../mails/index.ts'
import type { Group } from '../group.ts'
import { type MailKind, mailTexts } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { listMemberEmails } from '../queries/members.ts'

/** What a mail to the group tells. */
export type GroupLetter = {
  readonly kind: MailKind
  readonly group: Pick<Group, 'id' | 'name'>
  /** Where a group without accounts left its address. */
  readonly answers: Answers
  /** In the writer's words, or in those of the city. */
  readonly reason?: string | Bilingual | undefined
  readonly number?: string | undefined
  /** Until when; null is said as „no end“. */
  readonly day?: PlainDate | null
}

export type GroupRecipient = {
  readonly name: string
  readonly email: string
  readonly language: Language
}

const reasonIn = ({ reason = '' }: GroupLetter, language: Language): string =>
  typeof reason === 'string' ? reason : say(reason, language)

const noEnd = { ja: '期限なし', en: 'no end' }

/** Those who act for the group; where nobody has an account, the address on the form. */
export const listGroupRecipients = async (
  scope: Scope,
  { group, answers }: Pick<GroupLetter, 'answers'> & { readonly group: Pick<Group, 'id'> },
): Promise<readonly GroupRecipient[]> => {
  const members = await listMemberEmails(scope, group.id, ['representative', 'manager'])
  if (members.length > 0) return members
  const email = textAnswer(answers, 'contact_email') || textAnswer(answers, 'representative_email')
  const name = textAnswer(answers, 'contact_name') || textAnswer(answers, 'representative_name')
  return email.includes('@') ? [{ name, email, language: 'ja' }] : []
}

/** The mails that tell the group what happened, one for each person who acts for it. */
export const composeMails = async (scope: Scope, city: City, letter: GroupLetter) => {
  const link = `${scope.outside.publicUrl}${paths.registration(city.slug, letter.group.id)}`
  const recipients = await listGroupRecipients(scope, letter)
  return recipients.map(({ name, email, language }) => ({
    to: email,
    ...mailTexts[language][letter.kind]({
      name,
      group: letter.group.name,
      city: say(city.name, language),
      link,
      reason: reasonIn(letter, language),
      number: letter.number ?? '',
      day: letter.day ? formatDate(letter.day, language) : say(noEnd, language),
    }),
  }))
}

/** Writes them with the change that causes them. */
export const writeToGroup = async (
  scope: Scope,
  city: City,
  letter: GroupLetter,
): Promise<void> => {
  const { group, kind, day } = letter
  const about = { kind: 'group', id: group.id, title: group.name }
  // That a registration was taken or given is a decision; what is to be mended has a last day.
  const waits = kind === 'submit' || kind === 'return'
  const dueOn = kind === 'return' ? (day ?? undefined) : undefined
  for (const mail of await composeMails(scope, city, letter))
    await writeMail(scope, waits ? { ...mail, about, dueOn } : mail)
}
