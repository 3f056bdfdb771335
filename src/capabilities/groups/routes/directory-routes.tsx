import { type Language, say } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, movedTo, redirect } from '#web/answer.ts'
import { type Panel, renderPanels } from '#web/capability.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { getForm } from '../../forms/index.ts'
import { listEvents, listTasksOf } from '../../procedures/index.ts'
import { type Group, isRegistered, subjectOf, wasRegistered } from '../group.ts'
import { paths } from '../paths.ts'
import { canSeeRegistration, isDeskOf } from '../policy.ts'
import { getGroup } from '../queries/groups.ts'
import { findPresence } from '../queries/members.ts'
import { findLastDayHeld } from '../queries/periods.ts'
import { getRegistrationPreset, settingsOfClass } from '../queries/settings.ts'
import { groupData } from '../schema-org.ts'
import { sentences } from '../sentences.ts'
import { DeskBox } from '../views/desk-box.tsx'
import { EndedGroupPage, GroupPage } from '../views/group-page.tsx'
import { Guide } from '../views/guide.tsx'
import { MemberBox } from '../views/member-box.tsx'
import { showDirectory } from './directory.tsx'

const showGuide = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const preset = await getRegistrationPreset(scope)
  const settings = settingsOfClass(preset, request.query.get('class') ?? undefined)
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
      classes={preset.classes}
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

const deskBoxFor = async ({ scope, city, language }: PageRequest, group: Group) =>
  isDeskOf(scope.actor, group) ? (
    <DeskBox
      lang={language}
      city={city}
      group={group}
      presence={await findPresence(scope, group.id)}
    />
  ) : undefined

/** What only those see who belong to the group or work on its registration. */
const ownBox = async (request: PageRequest, group: Group, own: readonly Panel[]) => {
  if (!request.person) return undefined
  const box = (await memberBoxFor(request, group)) ?? (await deskBoxFor(request, group))
  const views = await renderPanels(own, request, subjectOf(group))
  if (!box && views.length === 0) return undefined
  return (
    <>
      {box}
      {views}
    </>
  )
}

/** The cover as other sites show it beside a link. */
const coverOf = ({ id, introduction }: Group, slug: string, language: Language) => {
  const [cover] = introduction?.photos ?? []
  return (
    cover && {
      path: paths.photo(slug, id, cover.id, 'large'),
      alt: cover.alt[language],
      width: cover.width,
      height: cover.height,
    }
  )
}

const showGroup =
  (panels: readonly Panel[], own: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const group = await getGroup(scope, request.params.id ?? '')
    if (!wasRegistered(group)) {
      if (!canSeeRegistration(scope.actor, group).ok) throw new NotFound('group')
      return redirect(paths.registration(city.slug, group.id))
    }
    if (group.mergedInto) return movedTo(paths.group(city.slug, group.mergedInto))
    const events = await listEvents(scope, [subjectOf(group)], { publicOnly: true })
    const props = {
      lang: language,
      city,
      group,
      events,
      memberBox: await ownBox(request, group, own),
      panels: await renderPanels(panels, request, subjectOf(group)),
    }
    const registered = isRegistered(group)
    const endedOn = registered ? undefined : await findLastDayHeld(scope, group)
    return page(
      request,
      {
        title: group.name,
        width: 'wide',
        breadcrumb: [
          { label: sentences[language].directory.crumb, href: paths.directory(city.slug) },
          { label: group.name },
        ],
        ...(registered
          ? {
              description:
                group.introduction?.texts.catch?.[language] ?? group.profile.summary[language],
              image: coverOf(group, city.slug, language),
              feed: { title: group.name, href: paths.feed(city.slug, group.id) },
              data: [groupData(group, city, { publicUrl: request.site.publicUrl, language })],
            }
          : { unlisted: true }),
      },
      registered ? <GroupPage {...props} /> : <EndedGroupPage {...props} endedOn={endedOn} />,
    )
  }

/** Pages for everyone: the directory, the guide, a group. */
export const directoryRoutes = (
  panels: readonly Panel[],
  own: readonly Panel[],
): readonly Route[] => [
  getKept('/:city/groups', 'groups.list', showDirectory),
  getKept('/:city/groups/registration', 'groups.guide', showGuide),
  getKept('/:city/groups/:id', 'groups.show', showGroup(panels, own)),
]
