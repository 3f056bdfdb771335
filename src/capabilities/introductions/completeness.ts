import type { Introduction } from '../groups/index.ts'

/** What a reader looks for on a group's page, the most useful first. */
export const completenessItems = [
  'catch',
  'what',
  'cover',
  'when',
  'place',
  'join',
  'contact',
  'whom',
  'cost',
  'photos',
  'news',
  'offers',
  'papers',
  'links',
  'plain',
] as const
export type CompletenessItem = (typeof completenessItems)[number]

/** What of a group's page is looked at. */
export type PageFacts = {
  readonly introduction: Introduction | null
  /** The registration itself publishes a way to reach the group. */
  readonly registeredContact: boolean
  /** What the page shows from the registration: the days, the fee. */
  readonly registeredDays: boolean
  readonly registeredFee: boolean
  /** What it does, and where, as the registration tells everyone. */
  readonly registeredWhat: boolean
  readonly registeredPlace: boolean
  /** Somebody of the group reads what is asked on this site. */
  readonly readsHere: boolean
  readonly recentNews: boolean
  readonly openOffers: boolean
  /** Nothing that the city requires is missing. */
  readonly papersThere: boolean
}

export type Completeness = {
  readonly done: number
  readonly all: number
  /** Rounded down: 100 only where nothing is left. */
  readonly percent: number
  readonly missing: readonly CompletenessItem[]
}

/** Enough to show what it is like, beside the cover. */
const enoughPhotos = 3

/** A telephone number, a mail address, the address of a page: with one of these a text leads somewhere. */
const namesAWay = (text: string): boolean =>
  /\d{2,5}[-(（)）]?\d{1,4}[-)）]?\d{3,4}|\S@\S|https?:|www\./.test(text.normalize('NFKC'))

/** True when somebody who read the page could write or telephone, or ask on this site. */
const canBeReached = ({ introduction, registeredContact, readsHere }: PageFacts): boolean => {
  if (registeredContact || readsHere) return true
  if ((introduction?.links.length ?? 0) > 0) return introduction?.texts.contact !== undefined
  const told = introduction?.texts.contact
  return told !== undefined && namesAWay(`${told.ja} ${told.en}`)
}

const rules: Readonly<Record<CompletenessItem, (facts: PageFacts) => boolean>> = {
  catch: ({ introduction }) => introduction?.texts.catch !== undefined,
  what: ({ introduction, registeredWhat }) =>
    registeredWhat || introduction?.texts.what !== undefined,
  cover: ({ introduction }) => (introduction?.photos.length ?? 0) > 0,
  when: ({ introduction, registeredDays }) =>
    registeredDays || (introduction?.weekdays.length ?? 0) > 0,
  place: ({ introduction, registeredPlace }) =>
    registeredPlace || introduction?.texts.place !== undefined,
  join: ({ introduction }) => introduction?.texts.join_first !== undefined,
  contact: canBeReached,
  whom: ({ introduction }) => introduction?.texts.whom !== undefined,
  cost: ({ registeredFee }) => registeredFee,
  photos: ({ introduction }) => (introduction?.photos.length ?? 0) >= enoughPhotos,
  news: ({ recentNews }) => recentNews,
  offers: ({ openOffers }) => openOffers,
  papers: ({ papersThere }) => papersThere,
  links: ({ introduction }) => (introduction?.links.length ?? 0) > 0,
  plain: ({ introduction }) => (introduction?.plain ?? '') !== '',
}

/** How complete a page is, and what to add next. Only what everyone can see counts. */
export const rateCompleteness = (facts: PageFacts): Completeness => {
  const missing = completenessItems.filter((item) => !rules[item](facts))
  const all = completenessItems.length
  const done = all - missing.length
  return { done, all, percent: Math.floor((done * 100) / all), missing }
}
