import type { Feed, FeedItem } from './feed.ts'
import { element, emptyElement, textElement, xmlDocument } from './xml.ts'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `Fri, 20 Nov 2026 00:00:00 +0900` for a moment that is written with Tokyo's zone. */
export const rfc822 = (at: string): string => {
  const [day = '', time = ''] = at.slice(0, 19).split('T')
  const date = new Date(`${day}T00:00:00Z`)
  const [year, month, number] = day.split('-')
  return `${days[date.getUTCDay()]}, ${number} ${months[Number(month) - 1]} ${year} ${time} +0900`
}

const rssItem = (item: FeedItem): string =>
  element('item', [
    textElement('title', item.title),
    textElement('link', item.url),
    textElement('guid', item.id, { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(item.at)),
    textElement('category', item.kind),
    textElement('description', item.summary),
  ])

/** RSS 2.0. */
export const writeRss = (feed: Feed): string =>
  xmlDocument(
    element(
      'rss',
      [
        element('channel', [
          textElement('title', feed.title),
          textElement('link', feed.home),
          textElement('description', feed.title),
          textElement('language', feed.language),
          textElement('lastBuildDate', rfc822(feed.updated)),
          emptyElement('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
          ...feed.items.map(rssItem),
        ]),
      ],
      { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
    ),
  )

const atomEntry = (item: FeedItem): string =>
  element('entry', [
    textElement('id', item.id),
    textElement('title', item.title),
    emptyElement('link', { href: item.url, rel: 'alternate', type: 'text/html' }),
    textElement('updated', item.at),
    textElement('published', item.at),
    emptyElement('category', { term: item.kind }),
    textElement('summary', item.summary),
  ])

/** Atom (RFC 4287). */
export const writeAtom = (feed: Feed): string =>
  xmlDocument(
    element(
      'feed',
      [
        textElement('id', feed.id),
        textElement('title', feed.title),
        textElement('updated', feed.updated),
        element('author', [textElement('name', feed.title), textElement('uri', feed.home)]),
        emptyElement('link', { href: feed.self, rel: 'self', type: 'application/atom+xml' }),
        emptyElement('link', { href: feed.home, rel: 'alternate', type: 'text/html' }),
        ...feed.items.map(atomEntry),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
    ),
  )

/** JSON Feed 1.1. */
export const writeJsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    items: feed.items.map(({ id, url, title, summary, at, kind }) => ({
      id,
      url,
      title,
      content_text: summary === '' ? title : summary,
      date_published: at,
      tags: [kind],
    })),
  })
