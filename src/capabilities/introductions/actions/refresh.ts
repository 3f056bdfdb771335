import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { type Group, getGroup, introduceGroup, isRegistered } from '../../groups/index.ts'
import { publishEntries, withdrawEntries } from '../../publishing/index.ts'
import { composeIntroduction } from '../introduction.ts'
import { type NewsOfGroup, summaryOf } from '../news.ts'
import { paths } from '../paths.ts'
import { publicPhoto } from '../photo.ts'
import { findPublished } from '../queries/introductions.ts'
import { listNewsIds, listPublishedNews } from '../queries/news.ts'
import { listPhotos } from '../queries/photos.ts'

/** Composes anew what everyone sees of a group, after its text or its photos have changed. */
export const refreshIntroduction = async (
  scope: Scope,
  city: City,
  groupId: string,
): Promise<void> => {
  const group = await getGroup(scope, groupId)
  const photos = (await listPhotos(scope, groupId)).filter(
    ({ moderation }) => moderation === 'shown',
  )
  const introduction = composeIntroduction(
    await findPublished(scope, groupId),
    photos.map(publicPhoto),
  )
  await introduceGroup(scope, city, { group, introduction })
}

const entryOf = (city: City, news: NewsOfGroup) => ({
  kind: 'news' as const,
  id: news.id,
  title: { ja: news.title, en: news.title },
  summary: {
    ja: `${news.groupName}：${summaryOf(news.body)}`,
    en: `${news.groupName}: ${summaryOf(news.body)}`,
  },
  body: `${news.body}\n${news.eventPlace}`,
  url: paths.news(city.slug, news.id),
  happenedOn: tokyoDayOfNews(news),
})

const tokyoDayOfNews = (news: NewsOfGroup) => tokyoDayOf(news.publishedAt ?? news.updatedAt)

/** Lets everyone find a group's news while the group is registered; all of it goes when it is not. */
export const publishNewsOf = async (scope: Scope, city: City, group: Group): Promise<void> => {
  if (!isRegistered(group))
    return withdrawEntries(scope, 'news', await listNewsIds(scope, group.id))
  const news = await listPublishedNews(scope, group.id)
  return publishEntries(
    scope,
    news.map((one) => entryOf(city, one)),
  )
}
