import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type Answers, dayAnswer, textAnswer } from '../forms/index.ts'
import type { Moderation } from './moderation.ts'

export const directions = ['offer', 'want'] as const
export type Direction = (typeof directions)[number]

/** 資源の種類: 人・資金・物・情報・場所・技術, and being made known. */
export const resources = [
  'people',
  'skill',
  'place',
  'goods',
  'know-how',
  'money',
  'publicity',
] as const
export type Resource = (typeof resources)[number]

/** What the group says of it when it ends one. */
export const outcomes = ['met', 'not-met'] as const
/** `withdrawn`: the registration names it no longer. */
export type Outcome = (typeof outcomes)[number] | 'withdrawn'

/** できること・ほしいこと. */
export type Offer = {
  readonly id: string
  readonly groupId: string
  readonly direction: Direction
  /** Null for a line of the registration, of which nobody has said yet what kind it is. */
  readonly resource: Resource | null
  readonly field: string | null
  readonly title: string
  readonly body: string
  readonly openUntil: PlainDate | null
  readonly publishedAt: Date | null
  readonly closedAt: Date | null
  readonly outcome: Outcome | null
  readonly updatedAt: Date
  readonly moderation: Moderation
  readonly hiddenReason: string | null
}

export type OfferOfGroup = Offer & {
  readonly groupName: string
  readonly groupRegistered: boolean
  /** Somebody acts for the group here, and would read an answer. */
  readonly groupHasPeople: boolean
}

/** An offer in a list, with how many other groups have the opposite of the same kind. */
export type ListedOffer = OfferOfGroup & { readonly matches: number }

export type OfferText = Pick<
  Offer,
  'direction' | 'resource' | 'field' | 'title' | 'body' | 'openUntil'
>

/** What the form says; undefined while it does not say which way and what kind. */
export const offerTextOf = (answers: Answers): OfferText | undefined => {
  const direction = directions.find((one) => one === textAnswer(answers, 'direction'))
  const resource = resources.find((one) => one === textAnswer(answers, 'resource'))
  if (!direction || !resource) return undefined
  return {
    direction,
    resource,
    field: textAnswer(answers, 'field') || null,
    title: textAnswer(answers, 'title'),
    body: textAnswer(answers, 'body'),
    openUntil: dayAnswer(answers, 'open_until'),
  }
}

/** The form as it stands for an offer that was never written on it: a line of the registration. */
export const answersOf = (offer: OfferText): Answers => ({
  direction: offer.direction,
  ...(offer.resource ? { resource: offer.resource } : {}),
  ...(offer.field ? { field: offer.field } : {}),
  title: offer.title,
  ...(offer.body ? { body: offer.body } : {}),
  ...(offer.openUntil ? { open_until: offer.openUntil } : {}),
})

export const oppositeOf = (direction: Direction): Direction =>
  direction === 'offer' ? 'want' : 'offer'

/** True for an offer that everyone may read. */
export const isPublicOffer = (
  offer: Pick<Offer, 'publishedAt' | 'moderation'> & { readonly groupRegistered: boolean },
): boolean => offer.publishedAt !== null && offer.moderation === 'shown' && offer.groupRegistered

/** True while it can be answered. */
export const isOpenOffer = (
  offer: Pick<Offer, 'publishedAt' | 'closedAt' | 'openUntil' | 'moderation'>,
  today: PlainDate,
): boolean =>
  offer.publishedAt !== null &&
  offer.moderation === 'shown' &&
  offer.closedAt === null &&
  (offer.openUntil === null || offer.openUntil >= today)

/** The two who talk about an offer: the group, and the one who answered. */
export type AnswerSide = 'group' | 'answerer'

/** Somebody's answer to an offer, or question to a group; what both sides write are messages about it. */
export type OfferAnswer = {
  readonly id: string
  /** None where the group itself was asked something. */
  readonly offerId: string | null
  readonly offerTitle: string | null
  readonly groupId: string
  readonly groupName: string
  readonly accountId: string
  readonly authorName: string
  readonly at: Date
  readonly reportedAt: Date | null
  readonly reportReason: string | null
  readonly reportedBy: AnswerSide | null
  readonly settledAt: Date | null
  readonly settlement: string | null
}

/** A conversation of one's own in a list: what was said last, and whether it is still to be read. */
export type OwnConversation = {
  readonly answer: OfferAnswer
  readonly lastBody: string
  readonly lastBy: string
  readonly lastAt: Date
  readonly isNew: boolean
}

/** What is talked about: the offer, or else the group itself. */
export const topicOf = ({
  offerTitle,
  groupName,
}: Pick<OfferAnswer, 'offerTitle' | 'groupName'>): Bilingual =>
  offerTitle === null
    ? both(`${groupName}への問い合わせ`, `A question to ${groupName}`)
    : both(offerTitle, offerTitle)

/** The step under which either side finds what the other has written. */
export const readStep = 'read'

/** The kind under which messages and tasks know an answer. */
export const answerKind = 'offer-answer'
