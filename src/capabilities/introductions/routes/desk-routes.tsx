import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldProblem } from '../../forms/index.ts'
import type { Group } from '../../groups/index.ts'
import { listEvents } from '../../procedures/index.ts'
import { moderatePart } from '../actions/moderate.ts'
import { readReason } from '../answer-form.ts'
import { pageKind } from '../introduction.ts'
import { daysFor, ratePage } from '../page-state.ts'
import { doneOn, paths } from '../paths.ts'
import { fieldProblems } from '../problem-texts.ts'
import { listDeskPages } from '../queries/desk.ts'
import { findPart, listParts } from '../queries/moderation.ts'
import { getIntroductionSettings } from '../queries/settings.ts'
import { sentences } from '../sentences.ts'
import { DeskListPage } from '../views/desk.tsx'
import { ModerationPage, readPartKey } from '../views/moderation.tsx'
import { crumbs, groupModerated } from './access.ts'

const showDesk = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const settings = await getIntroductionSettings(scope)
  const days = daysFor(scope, settings)
  const asked = pageAsked(query)
  const { pages, total } = await listDeskPages(scope, { ...days, page: asked })
  const { title } = sentences[language].desk
  return page(
    request,
    { title, width: 'wide', unlisted: true, breadcrumb: [{ label: title }] },
    <DeskListPage
      lang={language}
      city={city}
      rows={pages.map((state) => ratePage(state, settings, days.today))}
      shown={{ page: asked, total }}
    />,
  )
}

const moderationPage = async (
  request: PageRequest,
  group: Group,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language].moderation
  const asked = pageAsked(request.query)
  const { parts, total } = await listParts(scope, group.id, asked)
  return page(
    request,
    {
      title: words.title,
      width: 'wide',
      unlisted: true,
      done: { decided: words.done },
      breadcrumb: crumbs(request, group, words.title),
      ...(problems.length > 0 ? { status: 422 } : {}),
    },
    <ModerationPage
      lang={language}
      city={city}
      group={group}
      parts={parts}
      shown={{ page: asked, total }}
      events={await listEvents(scope, [{ kind: pageKind, id: group.id }], { publicOnly: false })}
      typed={{ part: form.text('part'), act: form.text('act'), reason: form.text('reason') }}
      problems={problems}
      formKey={newFormKey()}
    />,
  )
}

const showModeration = async (request: PageRequest): Promise<Answer> =>
  moderationPage(request, await groupModerated(request))

const decide = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const group = await groupModerated(request)
  const asked = readPartKey(form.text('part'))
  const part = asked && (await findPart(scope, group.id, asked))
  const name = form.text('act') === 'show' ? 'show' : 'hide'
  const { text, problem } = readReason(form.text('reason'))
  const problems = [
    ...(part ? [] : [{ name: 'part', text: fieldProblems.part }]),
    ...(name === 'hide' && problem ? [{ name: 'reason', text: problem }] : []),
  ]
  if (!part || problems.length > 0) return moderationPage(request, group, problems)
  const moved = await moderatePart(scope, city, { group, part, name, reason: text })
  if (!moved.ok) return moderationPage(request, group, [{ name: 'part', text: fieldProblems.step }])
  return redirect(
    doneOn(paths.moderation(city.slug, group.id, pageAsked(request.query)), 'decided'),
  )
}

/** The desk's look at groups' pages. */
export const deskRoutes: readonly Route[] = [
  get('/:city/desk/group-pages', 'introductions.desk', ['centre', 'office'], showDesk),
  get(
    '/:city/groups/:id/introduction/moderation',
    'introductions.moderation',
    ['centre', 'office'],
    showModeration,
  ),
  post(
    '/:city/groups/:id/introduction/moderation',
    'introductions.moderate',
    ['centre', 'office'],
    decide,
  ),
]
