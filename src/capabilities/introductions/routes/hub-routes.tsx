import { tokyoDayOf } from '#kernel/calendar.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { NotificationBanner } from '#web/ui/index.ts'
import { findSheet } from '../../forms/index.ts'
import { actsFor, emptyIntroduction, type Group, GroupPage } from '../../groups/index.ts'
import { withdrawIntroduction } from '../actions/introductions.ts'
import { composeText, sheetKeyOf } from '../introduction.ts'
import { ratePages } from '../page-state.ts'
import { paths } from '../paths.ts'
import { publicPhoto } from '../photo.ts'
import { canModerate, canSeeDraft, canWrite } from '../policy.ts'
import { listAnswersTo } from '../queries/answers.ts'
import { findPublished } from '../queries/introductions.ts'
import { listOwnNews } from '../queries/news.ts'
import { listOwnOffers } from '../queries/offers.ts'
import { listGivenPapers, listUnsettledPapers } from '../queries/papers.ts'
import { listPhotos } from '../queries/photos.ts'
import { translatedBy } from '../registered-facts.ts'
import { sentences } from '../sentences.ts'
import { HubPage } from '../views/hub.tsx'
import { crumbs, groupSeen, groupWritten } from './access.ts'

const hubProps = async (request: PageRequest, group: Group) => {
  const { scope } = request
  const today = tokyoDayOf(scope.now)
  const [rated] = await ratePages(scope, [group.id])
  if (!rated) throw new Error('the group is gone')
  const mayWrite = canWrite(scope.actor, group).ok
  const drafts = canSeeDraft(scope.actor, group)
  const readable = ({ publishedAt }: { readonly publishedAt: Date | null }) =>
    drafts || publishedAt !== null
  const draft = await findSheet(scope, sheetKeyOf(group.id, 'introduction'))
  return {
    today,
    completeness: rated.completeness,
    missing: rated.missing,
    published: await findPublished(scope, group.id),
    draftAt: drafts ? draft?.updatedAt : undefined,
    photos: await listPhotos(scope, group.id),
    news: (await listOwnNews(scope, group.id)).filter(readable),
    offers: (await listOwnOffers(scope, group.id, today)).filter(readable),
    // Who talks with the group is its own matter: the desk that writes for it does not read it.
    answers: actsFor(scope.actor, group) ? await listAnswersTo(scope, group.id) : undefined,
    papers: await listUnsettledPapers(scope, group.id),
    paperCount: (await listGivenPapers(scope, group.id)).total,
    mayWrite,
    mayModerate: canModerate(scope.actor, group).ok,
  }
}

const showHub = async (request: PageRequest): Promise<Answer> => {
  const { city, language } = request
  const group = await groupSeen(request)
  const words = sentences[language]
  return page(
    request,
    {
      title: words.hub.title,
      unlisted: true,
      breadcrumb: crumbs(request, group),
      done: {
        published: words.form.published,
        withdrawn: words.hub.withdrawn,
        removed: words.form.removed,
        closed: words.form.closed,
        saved: words.form.saved,
      },
    },
    <HubPage
      lang={language}
      city={city}
      group={group}
      formKey={newFormKey()}
      {...(await hubProps(request, group))}
    />,
  )
}

/** The page as it would look with the draft and every photo that is not out of sight. */
const showPreview = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const group = await groupSeen(request)
  const words = sentences[language].preview
  // What is still being written is nobody else's.
  if (!canSeeDraft(scope.actor, group)) return redirect(paths.hub(city.slug, group.id))
  const draft = await findSheet(scope, sheetKeyOf(group.id, 'introduction'))
  const photos = (await listPhotos(scope, group.id)).filter(
    ({ moderation }) => moderation === 'shown',
  )
  const introduction = {
    ...emptyIntroduction,
    ...composeText(
      { ...draft?.answers, ...translatedBy(group) },
      draft ? tokyoDayOf(draft.updatedAt) : null,
    ),
    photos: photos.map(publicPhoto),
  }
  return page(
    request,
    {
      title: words.title,
      unlisted: true,
      width: 'wide',
      breadcrumb: crumbs(request, group, words.title),
    },
    <>
      <NotificationBanner lang={language} kind="info" heading={words.title}>
        <p>{words.note}</p>
        <p>
          <a href={paths.edit(city.slug, group.id)}>{words.publish}</a>
        </p>
      </NotificationBanner>
      <GroupPage
        lang={language}
        city={city}
        group={{ ...group, introduction }}
        events={[]}
        panels={[]}
      />
    </>,
  )
}

const withdraw = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const group = await groupWritten(request)
  await withdrawIntroduction(scope, city, group)
  return redirect(`${paths.hub(city.slug, group.id)}?done=withdrawn`)
}

/** Where a group works on its page. */
export const hubRoutes: readonly Route[] = [
  get(
    '/:city/groups/:id/introduction',
    'introductions.hub',
    ['member', 'centre', 'office'],
    showHub,
  ),
  get(
    '/:city/groups/:id/introduction/preview',
    'introductions.preview',
    ['member', 'centre', 'office'],
    showPreview,
  ),
  post(
    '/:city/groups/:id/introduction/withdrawal',
    'introductions.withdraw',
    ['member', 'centre', 'office'],
    withdraw,
  ),
]
