import {
  getGroup,
  getRegistrationSettings,
  reissueCard,
  renewRegistration,
} from '#capabilities/groups/index.ts'
import {
  approveRevision,
  beginRevision,
  getCampaign,
  inviteGroup,
  listInvitees,
  lockSituation,
  openCampaign,
  saveRevision,
} from '#capabilities/revisions/index.ts'
import type { Scope } from '#data/scope.ts'
import {
  addDays,
  fiscalYearOf,
  type PlainDate,
  tokyoDayOf,
  tokyoInstant,
} from '#kernel/calendar.ts'
import { bodyOf } from '../form-body.ts'
import type { Deed, Moment } from '../moment.ts'
import type { Story, StoryAnswers, StoryGroup } from '../story.ts'
import { firstWith, idOf, must, setId, type World } from '../world.ts'

/** The renewal of a registration that ends by itself, as the centre took it shortly before its last day. */
export const renew =
  (group: StoryGroup): Deed =>
  async (scope, { city, ids }) => {
    const found = await getGroup(scope, idOf({ ids }, 'group', group.key))
    const renewed = must(await renewRegistration(scope, city, found), `renew ${group.key}`)
    await reissueCard(scope, city, { group: renewed.group, mails: [] })
  }

const changeKey = (group: StoryGroup): string => `${group.key}-change`

const sendChange =
  (group: StoryGroup, changed: StoryAnswers): Deed =>
  async (scope, { city, ids }) => {
    const { code } = await getRegistrationSettings(scope)
    const found = await getGroup(scope, idOf({ ids }, 'group', group.key))
    const begun = { group: found, kind: 'change', class: code, channel: 'web' } as const
    const id = await beginRevision(scope, city, begun)
    const situation = await lockSituation(scope, id)
    const sent = bodyOf({ ...group.answers, ...changed }, scope.now)
    const given = { situation, sent, send: true, channel: 'web', receivedOn: null } as const
    must(await saveRevision(scope, city, given), changeKey(group))
  }

/** The office opens the renewals of the year, and every registered group is asked. */
const open =
  (days: { readonly opensOn: PlainDate; readonly closesOn: PlainDate }): Deed =>
  async (scope, world) => {
    const { code } = await getRegistrationSettings(scope)
    const fiscalYear = fiscalYearOf(tokyoDayOf(scope.now))
    const campaign = { class: code, fiscalYear, ...days }
    const id = must(await openCampaign(scope, campaign), 'open the renewals')
    setId(world, 'campaign', 'renewals', id)
    const opened = await getCampaign(scope, id)
    const ours = new Set(
      world.story.groups.map(({ key }) => world.ids.get(`group:${key}`)).filter((one) => one),
    )
    for (const groupId of await listInvitees(scope, opened))
      if (ours.has(groupId)) await inviteGroup(scope, world.city, { campaign: opened, groupId })
  }

const renewalOf = async (scope: Scope, world: World, group: StoryGroup): Promise<string> => {
  const { code } = await getRegistrationSettings(scope)
  return beginRevision(scope, world.city, {
    group: await getGroup(scope, idOf(world, 'group', group.key)),
    kind: 'renewal',
    class: code,
    channel: 'web',
    campaign: await getCampaign(scope, idOf(world, 'campaign', 'renewals')),
  })
}

const papersFor = (story: Story, group: StoryGroup) =>
  Object.fromEntries(
    Object.entries(story.renewals?.papers ?? {}).map(([field, { name, text }]) => [
      field,
      {
        name,
        type: 'text/plain',
        bytes: new TextEncoder().encode(text.replaceAll('{name}', String(group.answers.name))),
      },
    ]),
  )

const sendRenewal =
  (group: StoryGroup, changed: StoryAnswers): Deed =>
  async (scope, world) => {
    const situation = await lockSituation(scope, await renewalOf(scope, world, group))
    const sent = bodyOf({ ...group.answers, ...changed }, scope.now, papersFor(world.story, group))
    const given = { situation, sent, send: true, channel: 'web', receivedOn: null } as const
    must(await saveRevision(scope, world.city, given), `renewal of ${group.key}`)
  }

const approve =
  (group: StoryGroup): Deed =>
  async (scope, world) => {
    const situation = await lockSituation(scope, await renewalOf(scope, world, group))
    must(await approveRevision(scope, world.city, situation), `approve renewal of ${group.key}`)
  }

const renewalMoments = ({ story, now }: World): Moment[] => {
  const { renewals } = story
  if (!renewals) return []
  const today = tokyoDayOf(now)
  const opensOn = addDays(today, -renewals.openedDaysAgo)
  const closesOn = addDays(today, renewals.closesInDays)
  const office = firstWith(story, 'office')
  const answered = story.groups.flatMap((group) =>
    group.renewal ? [{ group, ...group.renewal }] : [],
  )
  return [
    { at: tokyoInstant(opensOn, '09:00'), by: office, deed: open({ opensOn, closesOn }) },
    ...answered.flatMap(({ group, daysAgo, answers, approved }) => {
      const sent = addDays(today, -daysAgo)
      const send = {
        at: tokyoInstant(sent, '19:40'),
        by: group.leader,
        deed: sendRenewal(group, answers),
      }
      const check = {
        at: tokyoInstant(addDays(sent, 1), '14:20'),
        by: firstWith(story, 'centre'),
        deed: approve(group),
      }
      return approved ? [send, check] : [send]
    }),
  ]
}

/** Changes that wait at the desk today, and the renewals that are open. */
export const revisionMoments = (world: World): Moment[] => {
  const today = tokyoDayOf(world.now)
  const changes = world.story.groups.flatMap((group) =>
    group.change
      ? [
          {
            at: tokyoInstant(addDays(today, -group.change.daysAgo), '20:15'),
            by: group.leader,
            deed: sendChange(group, group.change.answers),
          },
        ]
      : [],
  )
  return [...changes, ...renewalMoments(world)]
}
