import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { getAccount, mailWords, type Recipient, writeToEach } from '../../accounts/index.ts'
import { listRecipients, otherSide, type Project, type Side } from '../../projects/index.ts'
import { type MailKind, mailTexts } from '../mail-texts.ts'
import { paths } from '../paths.ts'

/** What a mail about an evaluation tells. */
export type Letter = {
  readonly kind: MailKind
  readonly project: Project
  readonly day?: PlainDate | undefined
  readonly reason?: string | undefined
  /** Where it leads, when not to the evaluation's page. */
  readonly path?: string | undefined
}

/** What the mail says to one recipient, in that person's language. */
export const composeMail = (scope: Scope, city: City, letter: Letter, to: Recipient) => {
  const { project, kind, path = paths.show(city.slug, project.id) } = letter
  return mailTexts[to.language][kind]({
    ...mailWords(scope, city, to, { ...letter, path }),
    group: project.groupName,
    title: project.title,
  })
}

const writeTo = (
  scope: Scope,
  city: City,
  { letter, recipients }: { readonly letter: Letter; readonly recipients: readonly Recipient[] },
): Promise<void> =>
  writeToEach(scope, recipients, (to) => ({
    ...composeMail(scope, city, letter, to),
    about: { kind: 'project', id: letter.project.id, title: letter.project.title },
    dueOn: letter.day,
  }))

/** Those who work on the project for both sides. */
export const listBothSides = async (
  scope: Scope,
  project: Project,
): Promise<readonly Recipient[]> => [
  ...(await listRecipients(scope, project, 'group')),
  ...(await listRecipients(scope, project, 'city')),
]

/** Writes to both sides. */
export const writeToBoth = async (scope: Scope, city: City, letter: Letter): Promise<void> =>
  writeTo(scope, city, { letter, recipients: await listBothSides(scope, letter.project) })

/** Writes to the side that is not the one given; to both where none is. */
export const writeToOthers = async (
  scope: Scope,
  city: City,
  given: { readonly letter: Letter; readonly side: Side | undefined },
): Promise<void> => {
  const { letter, side } = given
  if (!side) return writeToBoth(scope, city, letter)
  const recipients = await listRecipients(scope, letter.project, otherSide(side))
  await writeTo(scope, city, { letter, recipients })
}

/** Writes to these accounts. */
export const writeToAccounts = async (
  scope: Scope,
  city: City,
  given: { readonly letter: Letter; readonly accountIds: readonly string[] },
): Promise<void> => {
  for (const id of given.accountIds) {
    const { name, email, language } = await getAccount(scope, id)
    await writeTo(scope, city, {
      letter: given.letter,
      recipients: [{ name, email, language }],
    })
  }
}
