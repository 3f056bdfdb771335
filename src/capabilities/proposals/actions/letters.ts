import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { listMemberEmails } from '../../groups/index.ts'
import { writeMail } from '../../mails/index.ts'
import { type MailKind, mailTexts } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { type Proposal, titleOf } from '../proposal.ts'
import { listDepartmentEmails, type Recipient } from '../queries/people.ts'

/** What a mail tells. */
export type Letter = {
  readonly kind: MailKind
  readonly proposal: Pick<
    Proposal,
    'id' | 'groupId' | 'groupName' | 'title' | 'receiptNumber' | 'department'
  >
  readonly reason?: string
  readonly day?: PlainDate
  /** Where it leads, when not to the proposal's page. */
  readonly path?: string
}

/** Addresses of those who act for the proposal's group. */
export const applicantEmails = (
  scope: Scope,
  proposal: Pick<Proposal, 'groupId'>,
): Promise<readonly Recipient[]> =>
  listMemberEmails(scope, proposal.groupId, ['representative', 'manager'])

/** A link that lets people sign in first: the page is not open to visitors. */
const linkOf = (scope: Scope, path: string): string =>
  `${scope.outside.publicUrl}/${scope.city.slug}/sign-in?next=${encodeURIComponent(path)}`

/** The mail for one recipient, in that person's language. */
export const composeMail = (scope: Scope, city: City, letter: Letter, to: Recipient) => {
  const { proposal } = letter
  const { language } = to
  return {
    to: to.email,
    ...mailTexts[language][letter.kind]({
      name: to.name,
      city: say(city.name, language),
      group: proposal.groupName,
      title: titleOf(proposal),
      link: linkOf(scope, letter.path ?? paths.show(city.slug, proposal.id)),
      number: proposal.receiptNumber ?? '',
      reason: letter.reason ?? '',
      day: letter.day ? formatDate(letter.day, language) : '',
      department: proposal.department
        ? say(nameOfCode(city.departments, proposal.department), language)
        : '',
    }),
  }
}

const writeTo = async (
  scope: Scope,
  city: City,
  letter: Letter,
  recipients: readonly Recipient[],
): Promise<void> => {
  for (const to of recipients) await writeMail(scope, composeMail(scope, city, letter, to))
}

/** Writes to those who act for the group, with the change that causes the mail. */
export const writeToGroup = async (scope: Scope, city: City, letter: Letter): Promise<void> =>
  writeTo(scope, city, letter, await applicantEmails(scope, letter.proposal))

/** Writes to the staff of the proposal's department; to nobody while there is none. */
export const writeToDepartment = async (
  scope: Scope,
  city: City,
  letter: Letter,
): Promise<void> => {
  const { department } = letter.proposal
  if (department) await writeTo(scope, city, letter, await listDepartmentEmails(scope, department))
}
