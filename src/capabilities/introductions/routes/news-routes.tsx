import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, getKept, type PageRequest, post, type Route } from '#web/route.ts'
import { Button, Form } from '#web/ui/index.ts'
import { type Group, getGroup, groupPaths, isRegistered } from '../../groups/index.ts'
import { beginNews, removeNews, writeNews } from '../actions/news.ts'
import type { WriteRefusal } from '../actions/write.ts'
import { writeGroupFeed } from '../feed.ts'
import { sheetKeyOf } from '../introduction.ts'
import { isPublicNews, type NewsOfGroup, summaryOf } from '../news.ts'
import { paths } from '../paths.ts'
import { canSeeDraft, canSeeUnpublished } from '../policy.ts'
import { listPublicNews } from '../queries/news.ts'
import { getIntroductionSettings } from '../queries/settings.ts'
import { eventData } from '../schema-org.ts'
import { sentences } from '../sentences.ts'
import { NewsListPage, NewsPage } from '../views/news.tsx'
import { getNews, groupWritten, newsWritten, reasonFor } from './access.ts'
import { sheetPage } from './sheet-page.tsx'

const registered = async ({ scope, params }: PageRequest): Promise<Group> => {
  const group = await getGroup(scope, params.id ?? '')
  if (!isRegistered(group)) throw new NotFound('group')
  return group
}

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const group = await registered(request)
  const today = tokyoDayOf(scope.now)
  const asked = { groupId: group.id, page: pageAsked(request.query), today }
  const { news, total } = await listPublicNews(scope, asked)
  const words = sentences[language].news
  return page(
    request,
    {
      title: words.of(group.name),
      description: words.of(group.name),
      feed: { title: words.of(group.name), href: groupPaths.feed(city.slug, group.id) },
      breadcrumb: [
        { label: group.name, href: groupPaths.group(city.slug, group.id) },
        { label: words.title },
      ],
    },
    <NewsListPage
      lang={language}
      city={city}
      today={today}
      group={group}
      news={news}
      shown={{ page: asked.page, total }}
    />,
  )
}

const showFeed = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, site } = request
  const group = await registered(request)
  const asked = { groupId: group.id, page: 1, today: tokyoDayOf(scope.now) }
  const { news } = await listPublicNews(scope, asked)
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/atom+xml; charset=utf-8',
    body: writeGroupFeed(news, { city, language, publicUrl: site.publicUrl, group }),
    shared: true,
    open: true,
  }
}

const showNews = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, site } = request
  const news = await getNews(request)
  const open = isPublicNews(news)
  if (!open) {
    const mayRead = news.publishedAt ? canSeeUnpublished : canSeeDraft
    if (!mayRead(scope.actor, await getGroup(scope, news.groupId))) throw new NotFound('news')
  }
  const words = sentences[language].news
  return page(
    request,
    {
      title: news.title || sentences[language].hub.untitled,
      breadcrumb: [
        { label: news.groupName, href: groupPaths.group(city.slug, news.groupId) },
        { label: words.title, href: paths.groupNews(city.slug, news.groupId) },
        { label: news.title || sentences[language].hub.untitled },
      ],
      ...(open
        ? {
            description: summaryOf(news.body) || news.title,
            data: eventData(news, city, site.publicUrl),
          }
        : { unlisted: true }),
    },
    <NewsPage lang={language} city={city} today={tokyoDayOf(scope.now)} news={news} />,
  )
}

const Removal = ({ request, news }: { request: PageRequest; news: NewsOfGroup }) => (
  <Form action={paths.removeNews(request.city.slug, news.id)} idempotencyKey={newFormKey()}>
    <Button kind="text" size="small">
      {sentences[request.language].form.remove}
    </Button>
  </Form>
)

const editPage = async (
  request: PageRequest,
  { news, group }: { readonly news: NewsOfGroup; readonly group: Group },
  refusal?: WriteRefusal,
): Promise<Answer> => {
  const { newsForm } = await getIntroductionSettings(request.scope)
  return sheetPage(request, {
    group,
    kind: 'news',
    action: paths.editNews(request.city.slug, news.id),
    key: sheetKeyOf(group.id, `news-${news.id}`),
    formCode: newsForm,
    live: news.publishedAt !== null,
    hiddenReason: reasonFor(news),
    refusal,
    children: <Removal request={request} news={news} />,
  })
}

const showNew = async (request: PageRequest): Promise<Answer> => {
  const group = await groupWritten(request)
  const { newsForm } = await getIntroductionSettings(request.scope)
  return sheetPage(request, {
    group,
    kind: 'news',
    action: paths.newNews(request.city.slug, group.id),
    formCode: newsForm,
    live: false,
    hiddenReason: null,
  })
}

const write = async (
  request: PageRequest,
  written: { readonly news: NewsOfGroup; readonly group: Group },
): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const publish = sent.text('intent') === 'publish'
  const result = await writeNews(scope, city, { ...written, sent, publish })
  if (!result.ok) return editPage(request, written, result.error)
  return result.value === 'saved'
    ? redirect(`${paths.editNews(city.slug, written.news.id)}?done=saved`)
    : redirect(`${paths.hub(city.slug, written.group.id)}?done=published`)
}

const begin = async (request: PageRequest): Promise<Answer> => {
  const group = await groupWritten(request)
  const id = await beginNews(request.scope, group, request.form)
  const news = await getNews({ ...request, params: { id } })
  return write(request, { news, group })
}

const showEdit = async (request: PageRequest): Promise<Answer> =>
  editPage(request, await newsWritten(request))

const save = async (request: PageRequest): Promise<Answer> =>
  write(request, await newsWritten(request))

const remove = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const written = await newsWritten(request)
  await removeNews(scope, city, written)
  return redirect(`${paths.hub(city.slug, written.group.id)}?done=removed`)
}

/** News of groups: to read, to subscribe to, and for the group to write. */
export const newsRoutes: readonly Route[] = [
  getKept('/:city/groups/:id/news', 'introductions.list-news', showList),
  get('/:city/groups/:id/feed.atom', 'introductions.feed', ['everyone'], showFeed),
  getKept('/:city/news/:id', 'introductions.show-news', showNews),
  get(
    '/:city/groups/:id/introduction/news',
    'introductions.news-form',
    ['member', 'centre', 'office'],
    showNew,
  ),
  post(
    '/:city/groups/:id/introduction/news',
    'introductions.begin-news',
    ['member', 'centre', 'office'],
    begin,
  ),
  get('/:city/news/:id/edit', 'introductions.edit-news', ['member', 'centre', 'office'], showEdit),
  post('/:city/news/:id/edit', 'introductions.save-news', ['member', 'centre', 'office'], save),
  post(
    '/:city/news/:id/removal',
    'introductions.remove-news',
    ['member', 'centre', 'office'],
    remove,
  ),
]
