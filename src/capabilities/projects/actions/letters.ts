import type { Scope } from '#data/scope.ts'
import { type Bilingual, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { listStaffEmails, mailWords, type Recipient, writeToEach } from '../../accounts/index.ts'
import { listMemberEmails } from '../../groups/index.ts'
import { type MailKind, mailTexts } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import type { Project, Side } from '../project.ts'

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

/** What the mail says to one recipient, in that person's language. */
export const composeMail = (scope: Scope, city: City, letter: Letter, to: Recipient) => {
  const { project, kind, note, path = paths.show(city.slug, project.id) } = letter
  return mailTexts[to.language][kind]({
    ...mailWords(scope, city, to, { ...letter, path }),
    group: project.groupName,
    title: project.title,
    note: note ? say(note, to.language) : '',
  })
}

/** Writes to these people, with the change that causes the mail. */
export const writeTo = (
  scope: Scope,
  city: City,
  { letter, recipients }: { readonly letter: Letter; readonly recipients: readonly Recipient[] },
): Promise<void> =>
  writeToEach(scope, recipients, (to) => ({
    ...composeMail(scope, city, letter, to),
    about: { kind: 'project', id: letter.project.id, title: letter.project.title },
    dueOn: letter.day,
  }))

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
