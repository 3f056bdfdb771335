import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Yen } from '#kernel/money.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import { type Period, type Side, sides } from './project.ts'

const both = (ja: string, en: string): Bilingual => ({ ja, en })
const same = (ja: string, en: string) => ({ staff: both(ja, en), applicant: both(ja, en) })

/** 協定書 from its first draft to the second signature. Nothing leads out of `signed`. */
export const agreementWorkflow = defineWorkflow({
  initial: 'drafting',
  states: {
    drafting: {
      ...same('本文を作成中', 'Text being written'),
      waitsFor: ['group', 'department', 'office'],
    },
    signing: {
      ...same('署名待ち', 'To be signed'),
      waitsFor: ['group', 'department', 'office'],
    },
    signed: { ...same('締結済み', 'Signed by both sides'), final: true },
  },
  transitions: [
    {
      name: 'edit',
      from: ['drafting'],
      to: 'drafting',
      by: ['group', 'department', 'office'],
      label: both('協定書の本文を変更', 'Text of the agreement changed'),
    },
    {
      name: 'look',
      from: ['drafting'],
      to: 'drafting',
      by: ['group', 'department', 'office'],
      label: both(
        '協定書の本文を確かめた（このままでよい）',
        'Text of the agreement read and left as it is',
      ),
    },
    {
      name: 'settle',
      from: ['drafting'],
      to: 'signing',
      by: ['office'],
      label: both('本文を確定し、署名を依頼', 'Text settled, signatures asked for'),
    },
    {
      name: 'reopen',
      from: ['signing'],
      to: 'drafting',
      by: ['office'],
      label: both('本文の作成に戻す', 'Text opened again'),
      reasonRequired: true,
    },
    {
      name: 'sign',
      from: ['signing'],
      to: 'signing',
      by: ['group', 'department', 'office'],
      label: both('協定書に署名', 'Agreement signed by one side'),
    },
    {
      name: 'withdraw-signature',
      from: ['signing'],
      to: 'signing',
      by: ['group', 'department', 'office'],
      label: both('署名を取り下げ', 'Signature withdrawn'),
      reasonRequired: true,
    },
    {
      name: 'conclude',
      from: ['signing'],
      to: 'signed',
      by: ['group', 'department', 'office'],
      label: both('双方が署名し、協定を締結', 'Agreement concluded by both sides'),
    },
  ],
})

export type AgreementState = StateOf<typeof agreementWorkflow>
export type AgreementStep = TransitionNameOf<typeof agreementWorkflow>

/** A side of the agreement: its name, what the text calls it, and in which position somebody signs for it. */
export type Party = {
  readonly name: string
  readonly calledAs: string
  readonly position: string
}

/** One 条 without its number. `added` was not in the programme's own wording. */
export type Article = {
  readonly title: string
  /** What the programme calls it in English; what the two sides add themselves has no such name. */
  readonly titleEn?: string
  readonly text: string
  readonly added?: true
}

/** Everything an agreement says. */
export type AgreementContent = {
  readonly project: string
  readonly parties: Readonly<Record<Side, Party>>
  readonly period: Period
  /** The text was written when the period had begun: it runs from the day on which both have signed. */
  readonly fromSigning?: true
  readonly cityShare: Yen
  readonly articles: readonly Article[]
  /** The heading under which the articles list what the city pays; none where the talks said nothing of it. */
  readonly cityCosts?: string
  /** The same for what the group pays. */
  readonly groupCosts?: string
}

/** True where the text names a first day that has passed unsigned: nothing was agreed on that day. */
export const hasBegun = (
  { period, fromSigning }: Pick<AgreementContent, 'period' | 'fromSigning'>,
  today: PlainDate,
): boolean => !fromSigning && today > period.from

/** The content as it is written today. */
export const datedOn = (content: AgreementContent, today: PlainDate): AgreementContent =>
  hasBegun(content, today) ? { ...content, fromSigning: true } : content

/** One saved version. The hash is that of {@link AgreementVersion.body} in UTF-8. */
export type AgreementVersion = {
  readonly sha256: string
  readonly body: string
  readonly content: AgreementContent
  readonly authorName: string
  readonly authorRole: string
  readonly writtenAt: Date
}

/** How somebody signed: with their own account, or by hand on paper that the office has before it. */
export type SigningMethod = 'account' | 'paper'

export type Signature = {
  readonly side: Side
  /** The named signatory: for a city usually the mayor, in whose name an authorised officer signs. */
  readonly name: string
  readonly title: string
  /** Who was signed in and did it, as called at that time; `role` is a code of procedures' role.ts. */
  readonly account: { readonly name: string; readonly role: string }
  readonly method: SigningMethod
  readonly signedAt: Date
  readonly sha256: string
}

/** That a side has read the text that stands and lets it stand. */
export type Look = {
  readonly side: Side
  readonly account: { readonly name: string; readonly role: string }
  readonly at: Date
}

export type Agreement = {
  readonly projectId: string
  readonly state: AgreementState
  readonly version: AgreementVersion
  /** Sides that have looked at this very version. */
  readonly looks: readonly Look[]
  readonly signatures: readonly Signature[]
  readonly signedAt: Date | null
  readonly documentNumber: string | null
  readonly noticeId: string | null
  readonly updatedAt: Date
}

export const signatureOf = (
  agreement: Pick<Agreement, 'signatures'>,
  side: Side,
): Signature | undefined => agreement.signatures.find((signature) => signature.side === side)

/** Sides that have not looked at the text as it stands now. */
export const unlookedSides = (agreement: Pick<Agreement, 'looks'>): readonly Side[] =>
  sides.filter((side) => !agreement.looks.some((look) => look.side === side))

/** Why a text cannot be changed or signed as it was sent. */
export type AgreementProblem =
  | 'changed-since'
  | 'signed-by-one'
  | 'signed-before'
  | 'unchanged'
  | 'sums-differ'
  | 'period-begun'

/** What signing by a side does: it waits for the other, or concludes the agreement. */
export const weighSignature = (
  agreement: Pick<Agreement, 'signatures' | 'version'>,
  given: { readonly side: Side; readonly seen: string },
):
  | 'waits-for-other'
  | 'concludes'
  | Extract<AgreementProblem, 'changed-since' | 'signed-before'> => {
  if (given.seen !== agreement.version.sha256) return 'changed-since'
  if (signatureOf(agreement, given.side)) return 'signed-before'
  return agreement.signatures.length === 0 ? 'waits-for-other' : 'concludes'
}
