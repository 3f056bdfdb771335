import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { signInLink } from '../../accounts/index.ts'
import { type Group, listGroupRecipients } from '../../groups/index.ts'
import { writeMail } from '../../mails/index.ts'
import { type RevisionMail, revisionMails } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { kindNames, type Revision } from '../revision.ts'
import { type Situation, standingOf } from './situation.ts'

/** What a mail about a revision tells. */
export type RevisionLetter = {
  readonly mail: RevisionMail
  readonly situation: Pick<Situation, 'registered'> & {
    readonly revision: Pick<Revision, 'id' | 'kind'>
    readonly group: Group
  }
  readonly reason?: string | undefined
  readonly number?: string | undefined
  readonly day?: PlainDate | null | undefined
}

const noEnd = { ja: '期限なし', en: 'no end' }

/** The mails that tell the group, one for each person who acts for it. */
export const composeRevisionMails = async (scope: Scope, city: City, letter: RevisionLetter) => {
  const { revision, group } = letter.situation
  const { answers } = standingOf(letter.situation as Situation)
  const recipients = await listGroupRecipients(scope, { group, answers })
  return recipients.map(({ name, email, language }) => ({
    to: email,
    ...revisionMails[language][letter.mail]({
      name,
      group: group.name,
      city: say(city.name, language),
      what: say(kindNames[revision.kind], language),
      link: signInLink(scope, paths.revision(city.slug, revision.id)),
      reason: letter.reason ?? '',
      number: letter.number ?? '',
      day: letter.day ? formatDate(letter.day, language) : say(noEnd, language),
    }),
  }))
}

/** What may wait for the reader's digest until its last day is near; what was decided may not. */
const waits: readonly RevisionMail[] = ['invited', 'reminded', 'calledOff', 'sent', 'returned']

/** Writes them with the change that causes them. */
export const writeAbout = async (
  scope: Scope,
  city: City,
  letter: RevisionLetter,
): Promise<void> => {
  const { group } = letter.situation
  const about = { kind: 'group', id: group.id, title: group.name }
  const more = waits.includes(letter.mail) ? { about, dueOn: letter.day ?? undefined } : {}
  for (const mail of await composeRevisionMails(scope, city, letter))
    await writeMail(scope, { ...mail, ...more })
}
