import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Campaign, isUnanswered } from '../campaign.ts'
import { listCalledOff, markCalledOff } from '../queries/call-off.ts'
import { countOutcomes } from '../queries/campaigns.ts'
import { auditCampaign } from './begin.ts'
import { writeAbout } from './letters.ts'
import { lockSituation } from './situation.ts'
import { takeRevisionStep } from './step.ts'

/** Takes a campaign back that no group has answered; the groups that were asked are told one after the other. */
export const callOffCampaign = async (
  scope: Scope,
  campaign: Campaign,
): Promise<Result<'done', 'answered' | 'not-now'>> => {
  if (!isUnanswered(await countOutcomes(scope, campaign.id))) return refuse('answered')
  if (!(await markCalledOff(scope, campaign.id))) return refuse('not-now')
  await auditCampaign(scope, 'call-off', campaign)
  await scope.outside.jobs.send(scope, 'revisions.call-off')
  return ok('done')
}

/** Sends each group's part on, in a transaction of its own. */
export const callOffAll = async (scope: Scope): Promise<void> => {
  for (const revisionId of await listCalledOff(scope))
    await scope.outside.jobs.send(scope, 'revisions.call-off-one', { revisionId })
}

/** A renewal that is asked for no longer: what was written stays in it, and the group is told. */
export const callOffOne = async (scope: Scope, city: City, revisionId: string): Promise<void> => {
  const situation = await lockSituation(scope, revisionId)
  if (situation.revision.state !== 'draft' || !situation.campaign?.calledOff) return
  const move = {
    name: 'withdraw',
    reason: '市が更新の受付を取りやめたため',
    facts: { decided_at: scope.now },
  } as const
  const taken = await takeRevisionStep(scope, city, { situation, move })
  if (!taken.ok) throw new Error(`the renewal ${revisionId} cannot be called off: ${taken.error}`)
  await writeAbout(scope, city, { mail: 'calledOff', situation })
}
