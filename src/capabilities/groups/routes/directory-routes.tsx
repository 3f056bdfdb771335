import { say } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import { cleanLine } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { type Panel, renderPanels } from '#web/capability.ts'
import { page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { getForm } from '../../forms/index.ts'
import { listEvents, listTasksOf } from '../../procedures/index.ts'
import { type DirectoryFilter, isFiltering } from '../directory.ts'
import { type Group, isRegistered, subjectOf, wasRegistered } from '../group.ts'
import { paths } from '../paths.ts'
import { canSeeRegistration } from '../policy.ts'
import { countDirectory, countGroups, listGroups } from '../queries/directory.ts'
import { getGroup } from '../queries/groups.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { groupData } from '../schema-org.ts'
import { sentences } from '../sentences.ts'
import { Directory } from '../views/directory.tsx'
import { EndedGroupPage, GroupPage } from '../views/group-page.tsx'
import { Guide } from '../views/guide.tsx'
import { MemberBox } from '../views/member-box.tsx'

const filterAsked = ({ query, city }: PageRequest): DirectoryFilter => {
  const field = query.get('field') ?? ''
  return {
    q: cleanLine(query.get('q') ?? '').slice(0, 100),
    field: city.fields.some(({ code }) => code === field) ? field : '',
    recruiting: query.get('recruiting') === 'yes',
    page: pageAsked(query),
  }
}

const showDirectory = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language].directory
  const filter = filterAsked(request)
  const counts = await countDirectory(scope, filter)
  const groups = await listGroups(scope, filter)
  const total = isFiltering(filter) ? await countGroups(scope) : counts.found
  return page(
    request,
    {
      title: words.crumb,
      width: 'wide',
      breadcrumb: [{ label: words.crumb }],
      description: words.description(say(city.name, language)),
    },
    <Directory
      lang={language}
      city={city}
      filter={filter}
      groups={groups}
      counts={counts}
      total={total}
    />,
  )
}

const showGuide = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const settings = await getRegistrationSettings(scope)
  const form = await getForm(scope, settings.form)
  return page(
    request,
    {
      title: words.guide.title,
      breadcrumb: [
        { label: words.directory.crumb, href: paths.directory(city.slug) },
        { label: words.guide.title },
      ],
      description: words.guide.lead(say(settings.name, language)),
    },
    <Guide
      lang={language}
      city={city}
      settings={settings}
      definition={form.definition}
      signedIn={request.person !== undefined}
    />,
  )
}

const memberBoxFor = async (request: PageRequest, group: Group) => {
  const { scope, city, language, person } = request
  if (!person?.memberships.some(({ groupId }) => groupId === group.id)) return undefined
  const tasks = await listTasksOf(scope, subjectOf(group))
  return (
    <MemberBox
      lang={language}
      city={city}
      group={group}
      person={person}
      tasks={tasks}
      now={scope.now}
    />
  )
}

const showGroup =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const group = await getGroup(scope, request.params.id ?? '')
    if (!wasRegistered(group)) {
      if (!canSeeRegistration(scope.actor, group).ok) throw new NotFound('group')
      return redirect(paths.registration(city.slug, group.id))
    }
    const events = await listEvents(scope, [subjectOf(group)], { publicOnly: true })
    const props = {
      lang: language,
      city,
      group,
      events,
      memberBox: await memberBoxFor(request, group),
      panels: await renderPanels(panels, request, subjectOf(group)),
    }
    const registered = isRegistered(group)
    return page(
      request,
      {
        title: group.name,
        breadcrumb: [
          { label: sentences[language].directory.crumb, href: paths.directory(city.slug) },
          { label: group.name },
        ],
        ...(registered
          ? {
              description: group.profile.summary[language],
              data: [groupData(group, city, { publicUrl: request.site.publicUrl, language })],
            }
          : { unlisted: true }),
      },
      registered ? <GroupPage {...props} /> : <EndedGroupPage {...props} />,
    )
  }

/** Pages for everyone: the directory, the guide, a group. */
export const directoryRoutes = (panels: readonly Panel[]): readonly Route[] => [
  getKept('/:city/groups', 'groups.list', showDirectory),
  getKept('/:city/groups/registration', 'groups.guide', showGuide),
  getKept('/:city/groups/:id', 'groups.show', showGroup(panels)),
]
