import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Group } from '../../groups/index.ts'
import { type Channel, recordBeginning, roleCodeOf } from '../../procedures/index.ts'
import type { Campaign } from '../campaign.ts'
import { tasksIn } from '../next-tasks.ts'
import { insertRevision, listOpenRevisions } from '../queries/revisions.ts'
import { happened, type Revision, type RevisionKind, revisionKind, subjectOf } from '../revision.ts'

/** What is begun: by the group on the web, by staff from paper, or a renewal that the campaign asks for. */
export type Begun = {
  readonly group: Group
  readonly kind: RevisionKind
  readonly class: string
  readonly channel: Channel
  readonly campaign?: Campaign | undefined
}

/**
 * What is gone on with: a group's own before one on paper. Staff go on with what they enter, and with what the
 * group has sent; what it is still writing is not theirs, and keeps no paper from being taken.
 */
const findToGoOn = (under: readonly Revision[], channel: Channel): Revision | undefined =>
  channel === 'web'
    ? under[0]
    : (under.find(({ state }) => state === 'sent') ?? under.find(({ onPaper }) => onPaper))

/** Begins a revision, or finds the one of that kind that is under way. @returns its id */
export const beginRevision = async (scope: Scope, city: City, begun: Begun): Promise<string> => {
  const { group, kind, channel, campaign } = begun
  const of = { groupId: group.id, kind, class: begun.class }
  const open = findToGoOn(await listOpenRevisions(scope, of), channel)
  if (open) return open.id
  const id = await insertRevision(scope, { ...of, channel, campaignId: campaign?.id ?? null })
  if (!id) return findToGoOn(await listOpenRevisions(scope, of), channel)?.id ?? ''
  const today = tokyoDayOf(scope.now)
  const place = { citySlug: city.slug, today, reviewDays: 0, closesOn: campaign?.closesOn }
  const subject = subjectOf({ id }, group)
  await recordBeginning(scope, subject, {
    event: {
      step: 'start',
      title: campaign
        ? { ja: '更新をお願いしました', en: 'The group was asked to renew' }
        : happened.start,
      role: roleCodeOf(scope.actor),
      to: 'draft',
      channel,
    },
    next: tasksIn('draft', { revision: { id, kind, onPaper: channel !== 'web' }, group }, place),
    audit: { action: `${revisionKind}.start`, after: { ...of, channel } },
  })
  return id
}

/** Keeps in the audit that something was asked for without a step. */
export const auditCampaign = (
  scope: Scope,
  action: string,
  campaign: Partial<Campaign> & { readonly id: string },
): Promise<void> =>
  audit(scope, {
    action: `renewal-campaign.${action}`,
    subjectKind: 'renewal-campaign',
    subjectId: campaign.id,
    after: campaign,
  })
