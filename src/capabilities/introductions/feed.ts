import type { Language } from '#kernel/bilingual.ts'
import { tokyoDayOf, tokyoTimeOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { type Feed, type FeedItem, writeAtom } from '#web/feeds/index.ts'
import { groupPaths } from '../groups/index.ts'
import { type NewsOfGroup, summaryOf } from './news.ts'
import { paths } from './paths.ts'
import { sentences } from './sentences.ts'

type About = {
  readonly city: City
  readonly language: Language
  readonly publicUrl: string
  readonly group: { readonly id: string; readonly name: string; readonly updatedAt: Date }
}

const inTokyo = (at: Date): string => `${tokyoDayOf(at)}T${tokyoTimeOf(at)}:00+09:00`

const tagOf = ({ city, publicUrl }: About, rest: string): string =>
  `tag:${new URL(publicUrl).hostname},2026:${city.code}${rest}`

const itemOf = (about: About, news: NewsOfGroup): FeedItem => ({
  id: tagOf(about, `/news/${news.id}`),
  title: news.title,
  summary: summaryOf(news.body),
  url: `${about.publicUrl}${paths.news(about.city.slug, news.id)}`,
  kind: sentences[about.language].news.title,
  at: inTokyo(news.publishedAt ?? news.updatedAt),
})

/** The news of a group for feed readers, as Atom. */
export const writeGroupFeed = (news: readonly NewsOfGroup[], about: About): string => {
  const { city, language, publicUrl, group } = about
  const [newest] = news
  const feed: Feed = {
    title: sentences[language].news.of(group.name),
    language,
    home: `${publicUrl}${groupPaths.group(city.slug, group.id)}`,
    self: `${publicUrl}${groupPaths.feed(city.slug, group.id)}`,
    id: tagOf(about, `/groups/${group.id}/feed`),
    updated: inTokyo(newest?.publishedAt ?? group.updatedAt),
    items: news.map((one) => itemOf(about, one)),
  }
  return writeAtom(feed)
}
