import {
  addMember,
  approveRegistration,
  decideRegistration,
  getGroup,
  getRegistrationSettings,
  lastValidDay,
  saveRegistration,
  startRegistration,
} from '#capabilities/groups/index.ts'
import type { Scope } from '#data/scope.ts'
import type { GroupRole } from '#kernel/actor.ts'
import { addDays, type PlainDate, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Upload } from '#web/form-data.ts'
import { dayOfYear } from '../days.ts'
import { bodyOf } from '../form-body.ts'
import type { Deed, Moment } from '../moment.ts'
import type { Story, StoryGroup } from '../story.ts'
import { firstWith, idOf, must, setId, type World } from '../world.ts'
import { renew } from './revisions.ts'

const papersFor = (story: Story, group: StoryGroup): Record<string, Upload> => {
  const leader = story.people.find(({ key }) => key === group.leader)?.name ?? ''
  const fill = (text: string): string =>
    text.replaceAll('{name}', String(group.answers.name)).replaceAll('{leader}', leader)
  return Object.fromEntries(
    Object.entries(story.papers).map(([field, { name, text }]) => [
      field,
      { name, type: 'text/plain', bytes: new TextEncoder().encode(fill(text)) },
    ]),
  )
}

const start =
  (group: StoryGroup): Deed =>
  async (scope, world) => {
    const begun = { name: String(group.answers.name), channel: 'web' } as const
    const id = must(await startRegistration(scope, world.city, begun), `start ${group.key}`)
    setId(world, 'group', group.key, id)
    const places: readonly (readonly [string, GroupRole])[] = [
      ...(group.manager ? [[group.manager, 'manager'] as const] : []),
      ...group.members.map((member) => [member, 'member'] as const),
    ]
    for (const [person, role] of places) {
      const accountId = idOf(world, 'person', person)
      must(await addMember(scope, { groupId: id, accountId, role }), `${person} in ${group.key}`)
    }
  }

const write =
  (group: StoryGroup, send: boolean): Deed =>
  async (scope, { city, story, ids }) => {
    const files = group.outcome === 'approved' || send ? papersFor(story, group) : {}
    const given = {
      group: await getGroup(scope, idOf({ ids }, 'group', group.key)),
      sent: bodyOf(group.answers, scope.now, files),
      send,
      channel: 'web',
    } as const
    must(await saveRegistration(scope, city, given), `registration of ${group.key}`)
  }

const approve =
  (group: StoryGroup): Deed =>
  async (scope, { city, ids }) => {
    const found = await getGroup(scope, idOf({ ids }, 'group', group.key))
    must(await approveRegistration(scope, city, found), `approve ${group.key}`)
  }

const decide =
  (group: StoryGroup, name: 'return', reason: string): Deed =>
  async (scope, { city, ids }) => {
    const found = await getGroup(scope, idOf({ ids }, 'group', group.key))
    must(await decideRegistration(scope, city, { group: found, name, reason }), name)
  }

/** The yearly (or less frequent) renewals of a registration that ends by itself. */
const renewals = async (
  scope: Scope,
  world: World,
  given: { readonly group: StoryGroup; readonly registered: PlainDate },
): Promise<Moment[]> => {
  const { validity } = await getRegistrationSettings(scope)
  const centre = firstWith(world.story, 'centre')
  const moments: Moment[] = []
  let until = lastValidDay(validity, given.registered)
  while (until && until < tokyoDayOf(world.now)) {
    // The centre takes renewals in the weeks before the last day.
    moments.push({
      at: tokyoInstant(addDays(until, -18), '10:20'),
      by: centre,
      deed: renew(given.group),
    })
    until = lastValidDay(validity, addDays(until, 1))
  }
  return moments
}

const registeredGroup = async (
  scope: Scope,
  world: World,
  group: StoryGroup,
): Promise<Moment[]> => {
  const { call = 'finished', day = '05-01' } = group.registered ?? {}
  const on = dayOfYear(world.calls[call].fiscalYear, day)
  const registered = addDays(on, 4)
  return [
    { at: tokyoInstant(on, '10:00'), by: group.leader, deed: start(group) },
    { at: tokyoInstant(on, '11:20'), by: group.leader, deed: write(group, true) },
    {
      at: tokyoInstant(registered, '14:00'),
      by: firstWith(world.story, 'centre'),
      deed: approve(group),
    },
    ...(await renewals(scope, world, { group, registered })),
  ]
}

/** A registration that is under way today. */
const openGroup = ({ story, now }: World, group: StoryGroup): Moment[] => {
  const at = (days: number, time: string): Date =>
    tokyoInstant(addDays(tokyoDayOf(now), -days), time)
  const by = group.leader
  const send = group.outcome !== 'draft'
  const begun = group.outcome === 'returned' ? 9 : 3
  const centre = firstWith(story, 'centre')
  return [
    { at: at(begun, '13:00'), by, deed: start(group) },
    { at: at(begun, '14:10'), by, deed: write(group, send) },
    ...(group.outcome === 'returned'
      ? [{ at: at(4, '16:00'), by: centre, deed: decide(group, 'return', group.reason ?? '') }]
      : []),
  ]
}

/** How the groups of the story came to be registered, or how far they are with it. */
export const registrationMoments = async (scope: Scope, world: World): Promise<Moment[]> => {
  const moments: Moment[] = []
  for (const group of world.story.groups)
    moments.push(
      ...(group.outcome === 'approved'
        ? await registeredGroup(scope, world, group)
        : openGroup(world, group)),
    )
  return moments
}
