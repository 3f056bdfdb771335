import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { pageSizes } from '../lists.ts'
import type { Moderation } from '../moderation.ts'
import type { News, NewsOfGroup, NewsText } from '../news.ts'

const selectNews = (scope: Scope) =>
  scope.db
    .selectFrom('group_news as n')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'n.city_id').onRef('g.id', '=', 'n.group_id'),
    )
    .select([
      'n.id',
      'n.group_id',
      'n.title',
      'n.body',
      'n.event_on',
      'n.event_time',
      'n.event_place',
      'n.show_until',
      'n.published_at',
      'n.updated_at',
      'n.moderation',
      'n.hidden_reason',
      'g.name as group_name',
      'g.state as group_state',
    ])
    .where('n.city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof selectNews>['executeTakeFirstOrThrow']>>

const toNews = (row: Row): NewsOfGroup => ({
  id: row.id,
  groupId: row.group_id,
  title: row.title,
  body: row.body,
  eventOn: row.event_on as PlainDate | null,
  eventTime: row.event_time,
  eventPlace: row.event_place,
  showUntil: row.show_until as PlainDate | null,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
  moderation: row.moderation as Moderation,
  hiddenReason: row.hidden_reason,
  groupName: row.group_name,
  groupRegistered: row.group_state === 'approved',
})

export const findNews = async (scope: Scope, id: string): Promise<NewsOfGroup | undefined> => {
  if (!isId(id)) return undefined
  const row = await selectNews(scope).where('n.id', '=', id).executeTakeFirst()
  return row && toNews(row)
}

/** All news of a group for those who write it, drafts first. */
export const listOwnNews = async (
  scope: Scope,
  groupId: string,
): Promise<readonly NewsOfGroup[]> => {
  const rows = await selectNews(scope)
    .where('n.group_id', '=', groupId)
    .orderBy((is) => is('n.published_at', 'is', null), 'desc')
    .orderBy('n.published_at', 'desc')
    .orderBy('n.id')
    .limit(50)
    .execute()
  return rows.map(toNews)
}

/** One page of what everyone may read, the newest first, and how many there are. */
export const listPublicNews = async (
  scope: Scope,
  asked: { readonly groupId: string; readonly page: number; readonly today: PlainDate },
): Promise<{ readonly news: readonly NewsOfGroup[]; readonly total: number }> => {
  const rows = await selectNews(scope)
    .select((is) => is.fn.countAll<number>().over().as('total'))
    .where('n.group_id', '=', asked.groupId)
    .where('n.published_at', 'is not', null)
    .where('n.moderation', '=', 'shown')
    .where((is) => is.or([is('n.show_until', 'is', null), is('n.show_until', '>=', asked.today)]))
    .orderBy('n.published_at', 'desc')
    .orderBy('n.id')
    .limit(pageSizes.news)
    .offset((asked.page - 1) * pageSizes.news)
    .execute()
  return { news: rows.map(toNews), total: rows[0]?.total ?? 0 }
}

/** Published news of a group, for the search of the whole site. */
export const listPublishedNews = async (
  scope: Scope,
  groupId: string,
): Promise<readonly NewsOfGroup[]> => {
  const rows = await selectNews(scope)
    .where('n.group_id', '=', groupId)
    .where('n.published_at', 'is not', null)
    .where('n.moderation', '=', 'shown')
    .orderBy('n.published_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(toNews)
}

/** Everything a group ever told, however old: what is taken out of the search. */
export const listNewsIds = async (scope: Scope, groupId: string): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('group_news')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .execute()
  return rows.map(({ id }) => id)
}

const columnsOf = (text: NewsText) => ({
  title: text.title,
  body: text.body,
  event_on: text.eventOn,
  event_time: text.eventTime,
  event_place: text.eventPlace,
  show_until: text.showUntil,
})

/** Begins a draft. @returns its id */
export const insertNews = async (scope: Scope, groupId: string, title: string): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('group_news')
    .values({
      city_id: scope.city.id,
      id,
      group_id: groupId,
      title,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

/** Names a draft after what was typed so far. */
export const renameNews = async (scope: Scope, id: string, title: string): Promise<void> => {
  await scope.db
    .updateTable('group_news')
    .set({ title, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** Publishes it, or what is new of it; the day of the first time stays. */
export const publishNewsRow = async (
  scope: Scope,
  news: Pick<News, 'id' | 'publishedAt'>,
  text: NewsText,
): Promise<void> => {
  await scope.db
    .updateTable('group_news')
    .set({
      ...columnsOf(text),
      published_at: news.publishedAt ?? scope.now,
      updated_at: scope.now,
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', news.id)
    .execute()
}

export const deleteNews = async (scope: Scope, id: string): Promise<void> => {
  await scope.db
    .deleteFrom('group_news')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}
