import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { getGroup, getRegistrationPreset, lockGroup } from '../../groups/index.ts'
import { closeTasks, insertTask, listTasksOf } from '../../procedures/index.ts'
import { type Campaign, campaignYear, reminderDue, usualDays } from '../campaign.ts'
import { paths } from '../paths.ts'
import { holdCampaign } from '../queries/call-off.ts'
import {
  insertCampaign,
  listCampaigns,
  listInvitees,
  listToRemind,
  setCampaignDays,
} from '../queries/campaigns.ts'
import { markReminded } from '../queries/revisions.ts'
import { auditCampaign, beginRevision } from './begin.ts'
import { writeAbout } from './letters.ts'
import { getSituation } from './situation.ts'

/** What waits for the office until it has opened the campaign of a class and year. */
const openingOf = (of: Pick<Campaign, 'class' | 'fiscalYear'>, name: string) => ({
  kind: 'renewal-campaign',
  id: `${of.class}-${of.fiscalYear}`,
  title: name,
})

/** Opens the renewals of a class; from its first day on its groups are asked. */
export const openCampaign = async (
  scope: Scope,
  campaign: Omit<Campaign, 'id'>,
): Promise<Result<string, 'there-is-one'>> => {
  const id = await insertCampaign(scope, campaign)
  if (!id) return refuse('there-is-one')
  await auditCampaign(scope, 'open', { id, ...campaign })
  await closeTasks(scope, openingOf(campaign, ''))
  if (campaign.opensOn <= tokyoDayOf(scope.now))
    await scope.outside.jobs.send(scope, 'revisions.invite')
  return ok(id)
}

/** Moves the days of a campaign. Those who have been told are told the new day with the next reminder. */
export const moveCampaign = async (
  scope: Scope,
  campaign: Campaign,
  days: Pick<Campaign, 'opensOn' | 'closesOn'>,
): Promise<void> => {
  await setCampaignDays(scope, campaign.id, days)
  await auditCampaign(scope, 'move-days', { ...campaign, ...days })
  if (days.opensOn <= tokyoDayOf(scope.now))
    await scope.outside.jobs.send(scope, 'revisions.invite')
}

/** Asks one group to renew: a form that is filled in, something to do, and a mail. Asked twice it is asked once. */
export const inviteGroup = async (
  scope: Scope,
  city: City,
  asked: { readonly campaign: Campaign; readonly groupId: string },
): Promise<void> => {
  const { campaign, groupId } = asked
  if (!(await holdCampaign(scope, campaign.id))) return
  await lockGroup(scope, groupId)
  if ((await listInvitees(scope, campaign, groupId)).length === 0) return
  const group = await getGroup(scope, groupId)
  const id = await beginRevision(scope, city, {
    group,
    kind: 'renewal',
    class: campaign.class,
    // Where nobody can sign in, the paper is asked for.
    channel: group.hasRepresentative ? 'web' : 'counter',
    campaign,
  })
  const situation = await getSituation(scope, id)
  await writeAbout(scope, city, { mail: 'invited', situation, day: campaign.closesOn })
}

/** Every campaign that is on today, with the groups it has still to ask. */
export const listToInvite = async (
  scope: Scope,
): Promise<readonly { readonly campaignId: string; readonly groupId: string }[]> => {
  const today = tokyoDayOf(scope.now)
  const on = (await listCampaigns(scope)).filter(
    ({ opensOn, closesOn }) => opensOn <= today && today <= closesOn,
  )
  const all = await Promise.all(
    on.map(async (campaign) =>
      (await listInvitees(scope, campaign)).map((groupId) => ({
        campaignId: campaign.id,
        groupId,
      })),
    ),
  )
  return all.flat()
}

/** Reminds the office on the usual first day that nobody has opened the renewals yet. */
export const askToOpen = async (scope: Scope, city: City): Promise<void> => {
  const today = tokyoDayOf(scope.now)
  const fiscalYear = campaignYear(today)
  const { classes } = await getRegistrationPreset(scope)
  const campaigns = await listCampaigns(scope)
  for (const { code, name, renewal } of classes) {
    if (!renewal || usualDays(renewal, fiscalYear).opensOn > today) continue
    const of = { class: code, fiscalYear }
    const isOpened = campaigns.some((one) => one.class === code && one.fiscalYear === fiscalYear)
    const subject = openingOf(of, name.ja)
    if (isOpened || (await listTasksOf(scope, subject)).length > 0) continue
    if ((await listInvitees(scope, of)).length === 0) continue
    await insertTask(scope, subject, {
      step: 'open',
      title: { ja: '登録の更新の受付を開く', en: 'Open the renewals of registrations' },
      assignee: { role: 'office' },
      url: paths.renewals(city.slug),
      dueOn: usualDays(renewal, fiscalYear).closesOn,
    })
  }
}

/** Reminds those who have not answered, once for each day that the city names. */
export const remindUnanswered = async (scope: Scope, city: City): Promise<void> => {
  const today = tokyoDayOf(scope.now)
  const { classes } = await getRegistrationPreset(scope)
  for (const campaign of await listCampaigns(scope)) {
    const renewal = classes.find(({ code }) => code === campaign.class)?.renewal
    const due = renewal && reminderDue(campaign, renewal.reminders, today)
    if (!due) continue
    for (const id of await listToRemind(scope, campaign.id, due)) {
      const situation = await getSituation(scope, id)
      await writeAbout(scope, city, { mail: 'reminded', situation, day: campaign.closesOn })
      await markReminded(scope, id, today)
    }
  }
}
