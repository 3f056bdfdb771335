import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { Yen } from '#kernel/money.ts'
import { signInLink } from '../../accounts/index.ts'
import { issueNotice } from '../../procedures/index.ts'
import { type Call, findType } from '../../programmes/index.ts'
import {
  applicantEmails,
  type Proposal,
  proposalPaths,
  takeDocumentNumber,
} from '../../proposals/index.ts'
import type { DecidedOutcome } from '../decision.ts'
import { composeDecisionLetter } from '../letter.ts'
import { mailTexts } from '../mail-texts.ts'
import { paths } from '../paths.ts'
import type { PublishedResult } from '../published.ts'
import { findRepresentative } from '../queries/addressee.ts'

/** What a decision letter is about. */
export type LetterDraft = {
  readonly call: Call
  readonly proposal: Proposal
  readonly outcome: DecidedOutcome
  readonly amount: Yen
  readonly reason: string
  readonly conditions: string
  readonly published: PublishedResult
  /** The last day to answer, for an offer. */
  readonly replyBy?: PlainDate | undefined
  readonly afterReserve?: boolean | undefined
}

const mailsFor = async (scope: Scope, city: City, draft: LetterDraft) => {
  const { proposal, call, replyBy } = draft
  const path = replyBy
    ? paths.offer(city.slug, proposal.id)
    : proposalPaths.show(city.slug, proposal.id)
  const link = signInLink(scope, path)
  const recipients = await applicantEmails(scope, proposal)
  return recipients.map(({ email, language }) => {
    const told = {
      group: proposal.groupName,
      city: say(city.name, language),
      call: say(call.title, language),
      link,
    }
    const texts = mailTexts[language]
    return {
      to: email,
      ...(replyBy
        ? texts.offered({ ...told, replyBy: formatDate(replyBy, language) })
        : texts.decided(told)),
    }
  })
}

const composeLetter = (
  scope: Scope,
  city: City,
  draft: LetterDraft & { readonly number: string; readonly representative: string | undefined },
) => {
  const { call, proposal } = draft
  const { definition } = call
  const type = findType(definition, proposal.type)
  return composeDecisionLetter({
    city,
    programme: definition.title,
    callTitle: call.title,
    committee: definition.committee.name,
    signedBy: definition.signedBy,
    number: draft.number,
    issued: scope.now,
    group: { name: proposal.groupName, representative: draft.representative },
    proposal: {
      title: proposal.title,
      receiptNumber: proposal.receiptNumber ?? '',
      typeName: type?.name ?? { ja: proposal.type, en: proposal.type },
      submittedOn: proposal.submittedAt ? tokyoDayOf(proposal.submittedAt) : null,
      department: proposal.department
        ? nameOfCode(city.departments, proposal.department)
        : undefined,
      requested: proposal.requestedAmount ?? 0,
    },
    outcome: draft.outcome,
    amount: draft.amount,
    reason: draft.reason,
    conditions: draft.conditions,
    replyBy: draft.replyBy,
    afterReserve: draft.afterReserve,
    published: draft.published,
  })
}

/** Takes a document number, sets the letter and sends it. @returns its number and its record */
export const sendDecisionLetter = async (
  scope: Scope,
  city: City,
  draft: LetterDraft,
): Promise<{ readonly number: string; readonly noticeId: string }> => {
  const { call, proposal } = draft
  const number = await takeDocumentNumber(scope, call.definition)
  const representative = await findRepresentative(scope, proposal.groupId)
  const document = composeLetter(scope, city, { ...draft, number, representative })
  const noticeId = await issueNotice(scope, {
    subject: { kind: 'proposal', id: proposal.id },
    kind: draft.replyBy ? 'reserve-offer' : 'decision',
    number,
    title: document.title,
    document,
    groupId: proposal.groupId,
    mails: await mailsFor(scope, city, draft),
  })
  return { number, noticeId }
}
