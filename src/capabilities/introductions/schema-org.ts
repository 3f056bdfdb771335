import type { City } from '#kernel/city.ts'
import type { LinkedData } from '#web/html/json-ld.ts'
import { groupPaths } from '../groups/index.ts'
import { type NewsOfGroup, summaryOf } from './news.ts'
import { paths } from './paths.ts'

/** News as schema.org says it: an article, and where it names a day and a place an event. */
export const eventData = (
  news: NewsOfGroup,
  city: City,
  publicUrl: string,
): readonly LinkedData[] => {
  const url = `${publicUrl}${paths.news(city.slug, news.id)}`
  const organizer = {
    '@type': 'Organization',
    name: news.groupName,
    url: `${publicUrl}${groupPaths.group(city.slug, news.groupId)}`,
  }
  const article: LinkedData = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': url,
    headline: news.title,
    description: summaryOf(news.body),
    datePublished: news.publishedAt?.toISOString(),
    dateModified: news.updatedAt.toISOString(),
    publisher: organizer,
  }
  if (!news.eventOn || news.eventPlace === '') return [article]
  const event: LinkedData = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: news.title,
    startDate: news.eventOn,
    location: { '@type': 'Place', name: news.eventPlace, address: news.eventPlace },
    description: summaryOf(news.body),
    organizer,
    url,
  }
  return [article, event]
}
