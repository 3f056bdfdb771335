import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { DecisionLetter } from '#web/document/index.ts'
import { issueNotice, takeNumber } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import { type Proposal, titleOf } from '../proposal.ts'
import { applicantEmails, composeMail } from './letters.ts'
import { proposalKind } from './step.ts'

/** The next 文書番号 of a programme. */
export const takeDocumentNumber = (
  scope: Scope,
  definition: { readonly documentNumber: string },
): Promise<string> => takeNumber(scope, definition.documentNumber)

type Ruling = {
  readonly proposal: Proposal
  readonly call: Call
  readonly reason: string
}

const letterOf = (
  scope: Scope,
  city: City,
  { proposal, call, reason, number }: Ruling & { readonly number: string },
): DecisionLetter => {
  const { contact } = city
  const sent = formatDate(tokyoDayOf(proposal.submittedAt ?? scope.now), 'ja')
  return {
    kind: 'letter',
    lang: 'ja',
    city: city.name.ja,
    title: `${call.definition.title.ja}の提案の確認の結果について（通知）`,
    date: tokyoDayOf(scope.now),
    number,
    addressee: { organisation: proposal.groupName },
    sender: { position: call.definition.signedBy.ja, name: '', sealOmitted: true },
    body: `　${sent}付けで提出のありました下記の提案は、書類を確認した結果、募集の条件に合わないため審査の対象としないことに決定しましたので、通知します。`,
    particulars: [
      { label: '受付番号', value: proposal.receiptNumber ?? '' },
      { label: '事業名', value: titleOf(proposal) },
      { label: '募集', value: call.title.ja },
    ],
    reasons: [reason],
    enquiry: {
      office: contact.office.ja,
      ...(contact.address ? { address: contact.address.ja } : {}),
      ...(contact.phone ? { phone: contact.phone } : {}),
      ...(contact.fax ? { fax: contact.fax } : {}),
      ...(contact.email ? { email: contact.email } : {}),
    },
  }
}

/** Issues the letter that tells a group why its proposal goes no further. @returns its document number */
export const issueIneligibleLetter = async (
  scope: Scope,
  city: City,
  ruling: Ruling,
): Promise<string> => {
  const { proposal, call, reason } = ruling
  const number = await takeDocumentNumber(scope, call.definition)
  const letter = letterOf(scope, city, { ...ruling, number })
  const recipients = await applicantEmails(scope, proposal)
  await issueNotice(scope, {
    subject: { kind: proposalKind, id: proposal.id },
    kind: 'proposal-ineligible',
    number,
    title: letter.title,
    document: letter,
    groupId: proposal.groupId,
    mails: recipients.map((to) => ({
      to: to.email,
      ...composeMail(scope, city, { kind: 'ineligible', proposal, reason }, to),
    })),
  })
  return number
}
