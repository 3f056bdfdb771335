import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import {
  listStaffEmails,
  mailWords,
  type Recipient,
  type Written,
  writeToEach,
} from '../../accounts/index.ts'
import { listMemberEmails } from '../../groups/index.ts'
import { type MailKind, mailTexts } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import { type Proposal, titleOf } from '../proposal.ts'

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

/** What the mail says to one recipient, in that person's language. */
export const composeMail = (scope: Scope, city: City, letter: Letter, to: Recipient) => {
  const { proposal, kind, path = paths.show(city.slug, proposal.id) } = letter
  const { language } = to
  return mailTexts[language][kind]({
    ...mailWords(scope, city, to, { ...letter, path }),
    group: proposal.groupName,
    title: titleOf(proposal),
    number: proposal.receiptNumber ?? '',
    department: proposal.department
      ? say(nameOfCode(city.departments, proposal.department), language)
      : '',
  })
}

/** Kinds whose day is one until which their reader is asked to do something. */
const withDeadline: readonly MailKind[] = ['returned']

/** That a proposal cannot be taken, and that a meeting is called off or on another day, is read before that day. */
const atOnce: readonly MailKind[] = ['ineligible', 'consultation-cancelled', 'consultation-planned']

/** All others may wait for the reader's digest. */
const waiting = ({ kind, proposal, day }: Letter): Pick<Written, 'about' | 'dueOn'> =>
  atOnce.includes(kind)
    ? {}
    : {
        about: { kind: 'proposal', id: proposal.id, title: titleOf(proposal) },
        dueOn: withDeadline.includes(kind) ? day : undefined,
      }

const writeTo = (
  scope: Scope,
  city: City,
  letter: Letter,
  recipients: readonly Recipient[],
): Promise<void> =>
  writeToEach(scope, recipients, (to) => ({
    ...composeMail(scope, city, letter, to),
    ...waiting(letter),
  }))

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
  if (!department) return
  const recipients = await listStaffEmails(scope, { role: 'department', department })
  await writeTo(scope, city, letter, recipients)
}
