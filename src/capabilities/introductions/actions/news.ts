import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import { cleanLine } from '#kernel/text.ts'
import type { FormBody } from '#web/form-data.ts'
import type { Group } from '../../groups/index.ts'
import { withdrawEntry } from '../../publishing/index.ts'
import { sheetKeyOf } from '../introduction.ts'
import { type News, type NewsOfGroup, newsTextOf } from '../news.ts'
import { askAboutPastDay } from '../past-days.ts'
import { deleteNews, insertNews, publishNewsRow, renameNews } from '../queries/news.ts'
import { getIntroductionSettings } from '../queries/settings.ts'
import { mendPart, settleTasks } from './moderate.ts'
import { recordDeed } from './record.ts'
import { publishNewsOf } from './refresh.ts'
import { type WriteRefusal, writeSheet } from './write.ts'

/** Longest title a list shows of a draft. */
const longestTitle = 60

/** Begins a piece of news: what was typed is a draft from now on. @returns its id */
export const beginNews = async (
  scope: Scope,
  group: Pick<Group, 'id'>,
  sent: FormBody,
): Promise<string> =>
  insertNews(scope, group.id, cleanLine(sent.text('title')).slice(0, longestTitle))

/** Keeps news as a draft, or publishes it, or publishes what is new of it. */
export const writeNews = async (
  scope: Scope,
  city: City,
  given: {
    readonly group: Group
    readonly news: Pick<News, 'id' | 'publishedAt'>
    readonly sent: FormBody
    readonly publish: boolean
  },
): Promise<Result<'saved' | 'published', WriteRefusal>> => {
  const { group, news, sent, publish } = given
  const { newsForm } = await getIntroductionSettings(scope)
  const written = await writeSheet(scope, city, {
    key: sheetKeyOf(group.id, `news-${news.id}`),
    formCode: newsForm,
    sent,
    publish,
    object: (answers) => askAboutPastDay(answers, { today: tokyoDayOf(scope.now), sent }),
  })
  await renameNews(scope, news.id, cleanLine(sent.text('title')).slice(0, longestTitle))
  if (!written.ok) return written
  if (!publish) return ok('saved')
  const text = newsTextOf(written.value)
  await publishNewsRow(scope, news, text)
  await mendPart(scope, city, { group, part: { kind: 'news', id: news.id } })
  await publishNewsOf(scope, city, group)
  await recordDeed(scope, group, { name: 'publishNews', about: text.title })
  return ok('published')
}

/** Takes news off for good. What it said stays in the sheet, for the record. */
export const removeNews = async (
  scope: Scope,
  city: City,
  { group, news }: { readonly group: Group; readonly news: NewsOfGroup },
): Promise<void> => {
  await deleteNews(scope, news.id)
  await withdrawEntry(scope, 'news', news.id)
  if (news.moderation !== 'shown') await settleTasks(scope, city, group)
  await recordDeed(scope, group, { name: 'removeNews', about: news.title })
}
