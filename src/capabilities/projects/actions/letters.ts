import type { Scope } from '#data/scope.ts'
import { type Bilingual, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { listMemberEmails } from '../../groups/index.ts'
import { writeMail } from '../../mails/index.ts'
import { type MailKind, mailTexts } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import type { Project, Side } from '../project.ts'
import { listStaffEmails, type Recipient } from '../queries/people.ts'

/** What a mail about a project tells. */
export type Letter = {
  readonly kind: MailKind
  readonly project: Pick<Project, 'id' | 'groupId' | 'groupName' | 'title' | 'department'>
  readonly reason?: string | undefined
  readonly day?: PlainDate | undefined
  readonly note?: Bilingual | undefined
  /** Where it leads, when not to the project's page. */
  readonly path?: string | undefined
}

/** Addresses of those who work on the project for a side. */
export const listRecipients = (
  scope: Scope,
  project: Letter['project'],
  side: Side,
): Promise<readonly Recipient[]> =>
  side === 'group'
    ? listMemberEmails(scope, project.groupId, ['representative', 'manager'])
    : listStaffEmails(scope, { role: 'department', department: project.department })

/** A link that lets people sign in first: what waits for them is not open to visitors. */
const linkOf = (scope: Scope, path: string): string =>
  `${scope.outside.publicUrl}/${scope.city.slug}/sign-in?next=${encodeURIComponent(path)}`

/** The mail for one recipient, in that person's language. */
export const composeMail = (scope: Scope, city: City, letter: Letter, to: Recipient) => {
  const { project, kind } = letter
  return {
    to: to.email,
    ...mailTexts[to.language][kind]({
      name: to.name,
      city: say(city.name, to.language),
      group: project.groupName,
      title: project.title,
      link: linkOf(scope, letter.path ?? paths.show(city.slug, project.id)),
      reason: letter.reason ?? '',
      day: letter.day ? formatDate(letter.day, to.language) : '',
      note: letter.note ? say(letter.note, to.language) : '',
    }),
  }
}

/** Writes to these people, with the change that causes the mail. */
export const writeTo = async (
  scope: Scope,
  city: City,
  given: { readonly letter: Letter; readonly recipients: readonly Recipient[] },
): Promise<void> => {
  for (const to of given.recipients)
    await writeMail(scope, composeMail(scope, city, given.letter, to))
}

/** Writes to those who work on the project for one side. */
export const writeToSide = async (
  scope: Scope,
  city: City,
  given: { readonly letter: Letter; readonly side: Side },
): Promise<void> =>
  writeTo(scope, city, {
    letter: given.letter,
    recipients: await listRecipients(scope, given.letter.project, given.side),
  })

/** Writes to both sides. */
export const writeToBoth = async (scope: Scope, city: City, letter: Letter): Promise<void> => {
  await writeToSide(scope, city, { letter, side: 'group' })
  await writeToSide(scope, city, { letter, side: 'city' })
}
