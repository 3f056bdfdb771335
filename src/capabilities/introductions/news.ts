import type { PlainDate } from '#kernel/calendar.ts'
import { type Answers, dayAnswer, textAnswer } from '../forms/index.ts'
import type { Moderation } from './moderation.ts'

/** お知らせ: something a group tells, perhaps of a day to come. */
export type News = {
  readonly id: string
  readonly groupId: string
  readonly title: string
  /** Markdown. */
  readonly body: string
  readonly eventOn: PlainDate | null
  readonly eventTime: string
  readonly eventPlace: string
  readonly showUntil: PlainDate | null
  readonly publishedAt: Date | null
  readonly updatedAt: Date
  readonly moderation: Moderation
  readonly hiddenReason: string | null
}

/** News with the name of its group, for pages of their own. */
export type NewsOfGroup = News & {
  readonly groupName: string
  readonly groupRegistered: boolean
}

/** What the form says, as it is kept. */
export type NewsText = Pick<
  News,
  'title' | 'body' | 'eventOn' | 'eventTime' | 'eventPlace' | 'showUntil'
>

export const newsTextOf = (answers: Answers): NewsText => ({
  title: textAnswer(answers, 'title'),
  body: textAnswer(answers, 'body'),
  eventOn: dayAnswer(answers, 'event_on'),
  eventTime: textAnswer(answers, 'event_time'),
  eventPlace: textAnswer(answers, 'event_place'),
  showUntil: dayAnswer(answers, 'show_until'),
})

/** True for news that everyone may read. Its own page stays when it has left the list. */
export const isPublicNews = (
  news: Pick<News, 'publishedAt' | 'moderation'> & { readonly groupRegistered: boolean },
): boolean => news.publishedAt !== null && news.moderation === 'shown' && news.groupRegistered

/** True while it stands in lists. */
export const isCurrent = ({ showUntil }: Pick<News, 'showUntil'>, today: PlainDate): boolean =>
  showUntil === null || showUntil >= today

const summaryLength = 100

/** The beginning of the text without the signs of its markup. */
export const summaryOf = (body: string): string => {
  const plain = body
    .replace(/^[#>\-*+\s]+/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const signs = [...plain]
  return signs.length <= summaryLength ? plain : `${signs.slice(0, summaryLength - 1).join('')}…`
}
