import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { allow } from '#kernel/refusals.ts'
import { cleanLine } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { findGroup, findPresence, missesPeople } from '../../groups/index.ts'
import { openViewing, showOfficers } from '../actions/keeping.ts'
import { readReason } from '../form.ts'
import { rosterPaths as paths } from '../paths.ts'
import { canOpenOfficers, isDesk } from '../policy.ts'
import { countMembersOn } from '../queries/on-a-day.ts'
import { countLeavers, listPeople } from '../queries/people.ts'
import { listChanges, listViewings } from '../queries/traces.ts'
import { officesOn, type RosterPerson } from '../roster.ts'
import { sentences } from '../sentences.ts'
import { RosterPage, type Who } from '../views/roster-page.tsx'
import { TracesPage } from '../views/traces-page.tsx'
import { type Access, audience, crumbsTo, openNames, openRoster, toErrors } from './access.ts'

type Asked = { readonly day: PlainDate; readonly who: Who; readonly errors: readonly FieldError[] }

const asked = ({ query, scope, language }: PageRequest): Asked => {
  const who = (['officers', 'left'] as const).find((one) => one === query.get('who')) ?? 'members'
  const today = tokyoDayOf(scope.now)
  const typed = cleanLine(query.get('day') ?? '')
  if (typed === '') return { day: today, who, errors: [] }
  const read = parseDate(typed)
  if (read.ok) return { day: read.value, who, errors: [] }
  return { day: today, who, errors: [{ id: 'day', message: sentences[language].dayWrong }] }
}

type Found = { readonly people: readonly RosterPerson[]; readonly total: number }

const findPeople = async (
  { scope, query }: PageRequest,
  { head }: Access,
  { asked: { day, who }, members }: { readonly asked: Asked; readonly members: number },
): Promise<Found> => {
  const number = pageAsked(query)
  const today = tokyoDayOf(scope.now)
  if (who === 'left') {
    const people = await listPeople(scope, head.id, { leftBefore: today, page: number })
    return { people, total: await countLeavers(scope, head.id, today) }
  }
  if (who === 'members')
    return { people: await listPeople(scope, head.id, { on: day, page: number }), total: members }
  const all = await listPeople(scope, head.id, { on: day })
  const officers = all.filter((person) => officesOn(person, day).length > 0)
  return { people: officers, total: officers.length }
}

/** What staff are told about a group for which nobody signs in. */
const presenceFor = async ({ scope }: PageRequest, { head, desk }: Access) => {
  const group = desk ? await findGroup(scope, head.id) : undefined
  const presence = group && (await findPresence(scope, group.id))
  return group && presence && missesPeople(group, presence) ? presence : undefined
}

const rosterPage = async (
  request: PageRequest,
  access: Access,
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { scope, city, language, query } = request
  const { head, rules, viewing, names, keep, desk } = access
  const words = sentences[language]
  const what = asked(request)
  const today = tokyoDayOf(scope.now)
  const counts = await countMembersOn(scope, head.id, what.day)
  const found = names
    ? await findPeople(request, access, { asked: what, members: counts.members })
    : undefined
  const wrong = [...what.errors, ...errors]
  return page(
    request,
    {
      title: words.titleOf(head.name),
      breadcrumb: crumbsTo(request, head),
      width: 'wide',
      unlisted: true,
      done: words.done,
      ...(wrong.length > 0 ? { status: 422 } : {}),
    },
    <RosterPage
      lang={language}
      city={city}
      head={head}
      rules={rules}
      today={today}
      day={what.day}
      who={what.who}
      counts={counts}
      people={found?.people}
      total={found?.total ?? 0}
      coming={names ? await listPeople(scope, head.id, { after: today, page: 1 }) : []}
      page={pageAsked(query)}
      viewing={viewing}
      presence={await presenceFor(request, access)}
      may={{ keep, desk, openOfficers: canOpenOfficers(scope.actor, head).ok }}
      typedDay={query.get('day') ?? ''}
      typedReason={request.form.text('reason')}
      errors={wrong}
      newKey={newFormKey}
    />,
  )
}

const show = async (request: PageRequest): Promise<Answer> =>
  rosterPage(request, await openRoster(request))

const view = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const access = await openRoster(request)
  allow(isDesk(scope.actor, access.head) ? { ok: true } : { ok: false, reason: 'roster' })
  const reason = readReason(request.form)
  if (!reason.ok) return rosterPage(request, access, toErrors([reason.error], language))
  await openViewing(scope, access.head.id, reason.value)
  return redirect(`${paths.roster(city.slug, access.head.id)}?done=viewing`)
}

const officers = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const { head } = await openRoster(request)
  allow(canOpenOfficers(scope.actor, head))
  const open = request.form.text('open') === 'yes'
  await showOfficers(scope, head.id, open)
  return redirect(`${paths.roster(city.slug, head.id)}?done=officers-${open ? 'open' : 'shut'}`)
}

const showTraces = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const { head, rules } = await openNames(request)
  const number = pageAsked(query)
  const { title } = sentences[language].traces
  return page(
    request,
    { title, breadcrumb: crumbsTo(request, head, title), unlisted: true },
    <TracesPage
      lang={language}
      city={city}
      head={head}
      rules={rules}
      {...(await listChanges(scope, head.id, number))}
      page={number}
      viewings={await listViewings(scope, head.id)}
    />,
  )
}

/** The roster itself, who looked at it, and whether its officers are public. */
export const rosterRoutes: readonly Route[] = [
  get('/:city/groups/:id/roster', 'rosters.show', audience, show),
  post('/:city/groups/:id/roster/viewings', 'rosters.view', ['centre', 'office'], view),
  get('/:city/groups/:id/roster/changes', 'rosters.changes', audience, showTraces),
  post('/:city/groups/:id/roster/officers', 'rosters.open-officers', ['member'], officers),
]
