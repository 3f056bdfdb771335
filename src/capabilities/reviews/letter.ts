import { type Bilingual, type Language, say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import type { DecisionLetter } from '#web/document/index.ts'
import type { DecidedOutcome } from './decision.ts'
import { letterTexts } from './letter-texts.ts'
import type { PublishedResult } from './published.ts'

/** Everything a decision letter says. */
export type LetterFacts = {
  readonly city: City
  readonly programme: Bilingual
  readonly callTitle: Bilingual
  readonly committee: Bilingual
  readonly signedBy: Bilingual
  readonly number: string
  readonly issued: Date
  readonly group: { readonly name: string; readonly representative: string | undefined }
  readonly proposal: {
    readonly title: string
    readonly receiptNumber: string
    readonly typeName: Bilingual
    readonly submittedOn: PlainDate | null
    readonly department: Bilingual | undefined
    readonly requested: Yen
  }
  readonly outcome: DecidedOutcome
  readonly amount: Yen
  readonly reason: string
  readonly conditions: string
  /** The last day to answer an offer. */
  readonly replyBy?: PlainDate | undefined
  /** True for a reserve that took what it was offered. */
  readonly afterReserve?: boolean | undefined
  readonly published: PublishedResult
}

/** The lines of a text somebody typed, as items of a list; empty ones left out. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const amountRow = (facts: LetterFacts, lang: Language) => {
  const words = letterTexts[lang]
  if (facts.outcome === 'not_selected') return []
  if (facts.outcome === 'reserve' && !facts.replyBy) return []
  const label = facts.outcome === 'reserve' ? words.offeredAmount : words.amount
  return [{ label, value: formatYen(facts.amount, lang) }]
}

const particularsOf = (facts: LetterFacts, lang: Language) => {
  const words = letterTexts[lang]
  const { proposal, published } = facts
  const total = published.total
  return [
    { label: words.project, value: proposal.title },
    { label: words.group, value: facts.group.name },
    { label: words.type, value: say(proposal.typeName, lang) },
    { label: words.receipt, value: proposal.receiptNumber },
    ...(proposal.department
      ? [{ label: words.department, value: say(proposal.department, lang) }]
      : []),
    { label: words.result, value: words.outcomes[facts.outcome] },
    { label: words.requested, value: formatYen(proposal.requested, lang) },
    ...amountRow(facts, lang),
    ...(facts.replyBy ? [{ label: words.replyBy, value: formatDate(facts.replyBy, lang) }] : []),
    ...(total
      ? [{ label: words.total, value: words.totalOf(total.printed, total.maximum, total.percent) }]
      : []),
  ]
}

const bodyOf = (facts: LetterFacts, lang: Language): string => {
  const words = letterTexts[lang]
  const told = {
    city: say(facts.city.name, lang),
    call: say(facts.callTitle, lang),
    committee: say(facts.committee, lang),
    submittedOn: facts.proposal.submittedOn ? formatDate(facts.proposal.submittedOn, lang) : '',
    replyBy: facts.replyBy ? formatDate(facts.replyBy, lang) : '',
  }
  if (facts.afterReserve) return words.body.afterReserve(told)
  if (facts.outcome === 'reserve' && facts.replyBy) return words.body.offer(told)
  return words.body[facts.outcome](told)
}

/** 審査結果通知書: what was decided, for how much, on what conditions, why, and how one may object. */
export const composeDecisionLetter = (
  facts: LetterFacts,
  lang: Language = 'ja',
): DecisionLetter => {
  const words = letterTexts[lang]
  const { contact } = facts.city
  const conditions = linesOf(facts.conditions)
  return {
    kind: 'letter',
    lang,
    city: say(facts.city.name, lang),
    title: words.title(say(facts.programme, lang)),
    date: tokyoDayOf(facts.issued),
    number: facts.number,
    addressee: {
      organisation: facts.group.name,
      ...(facts.group.representative
        ? { position: words.representative, name: facts.group.representative }
        : {}),
    },
    sender: { position: say(facts.signedBy, lang), name: '', sealOmitted: true },
    body: bodyOf(facts, lang),
    particulars: particularsOf(facts, lang),
    ...(conditions.length > 0 ? { conditions } : {}),
    reasons: linesOf(facts.reason),
    instruction: words.instruction(say(facts.city.name, lang), say(facts.signedBy, lang)),
    enquiry: {
      office: say(contact.office, lang),
      ...(contact.address ? { address: say(contact.address, lang) } : {}),
      ...(contact.phone ? { phone: contact.phone } : {}),
      ...(contact.fax ? { fax: contact.fax } : {}),
      ...(contact.email ? { email: contact.email } : {}),
    },
  }
}
