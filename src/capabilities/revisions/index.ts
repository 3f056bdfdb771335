import type { Scope } from '#data/scope.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { Capability } from '#web/capability.ts'
import { getCity } from '../cities/index.ts'
import { closeTasks } from '../procedures/index.ts'
import { callOffAll, callOffOne } from './actions/call-off.ts'
import { askToOpen, inviteGroup, listToInvite, remindUnanswered } from './actions/campaigns.ts'
import { expireRevisions, lapseOne, listLapsing } from './actions/lapse.ts'
import { holdings } from './holdings.ts'
import { revisionPanel } from './panel.tsx'
import { getCampaign } from './queries/campaigns.ts'
import { listGroupsLeftOpen } from './queries/revisions.ts'
import { campaignRoutes } from './routes/campaign-routes.tsx'
import { deskRoutes } from './routes/desk-routes.tsx'
import { editRoutes } from './routes/edit-routes.tsx'
import { revisionRoutes } from './routes/revision-routes.tsx'
import { revisionSubject } from './subject.ts'

export { beginRevision } from './actions/begin.ts'
export { inviteGroup, openCampaign } from './actions/campaigns.ts'
export { carryIntoDrafts } from './actions/carry.ts'
export { approveRevision, decideRevision } from './actions/decide.ts'
export { handOver } from './actions/paper.ts'
export { saveRevision } from './actions/save.ts'
export { getSituation, lockSituation, type Situation } from './actions/situation.ts'
export type { Campaign } from './campaign.ts'
export { paths as revisionPaths } from './paths.ts'
export { getCampaign, listInvitees } from './queries/campaigns.ts'
export { type Revision, revisionKind } from './revision.ts'

/** Nothing stays to be done about a registration that has ended. */
const hearEnd = async (scope: Scope, event: DomainEvent): Promise<void> =>
  expireRevisions(scope, await getCity(scope), event.subjectId)

/** Who was to hand over has done so. */
const hearHandover = (scope: Scope, event: DomainEvent): Promise<void> =>
  closeTasks(scope, { kind: event.subjectKind, id: event.subjectId }, { step: 'handover' })

/** 変更届・更新: a registration is revised by its group, checked by the desk, renewed by the year. */
export const revisions: Capability = {
  name: 'revisions',
  holdings,
  routes: [...deskRoutes, ...campaignRoutes],
  routesWith: ({ papers }) => [...revisionRoutes(papers), ...editRoutes(papers)],
  subjects: [revisionSubject],
  panels: [revisionPanel],
  listeners: [
    { event: 'group.ended', hear: hearEnd },
    { event: 'group.handed-over', hear: hearHandover },
  ],
  // Each group has a transaction of its own: what fails in one keeps no other waiting.
  jobs: [
    {
      name: 'revisions.invite',
      every: '30 6 * * *',
      run: async (scope) => {
        for (const asked of await listToInvite(scope))
          await scope.outside.jobs.send(scope, 'revisions.invite-one', asked)
        await askToOpen(scope, await getCity(scope))
      },
    },
    {
      name: 'revisions.invite-one',
      run: async (scope, { campaignId, groupId }) =>
        inviteGroup(scope, await getCity(scope), {
          campaign: await getCampaign(scope, String(campaignId)),
          groupId: String(groupId),
        }),
    },
    {
      name: 'revisions.call-off',
      every: '40 6 * * *',
      run: callOffAll,
    },
    {
      name: 'revisions.call-off-one',
      run: async (scope, { revisionId }) =>
        callOffOne(scope, await getCity(scope), String(revisionId)),
    },
    {
      name: 'revisions.remind',
      every: '0 9 * * *',
      run: async (scope) => remindUnanswered(scope, await getCity(scope)),
    },
    {
      name: 'revisions.lapse',
      every: '5 0 * * *',
      run: async (scope) => {
        for (const { groupId, class: code } of await listLapsing(scope))
          await scope.outside.jobs.send(scope, 'revisions.lapse-one', { groupId, class: code })
        for (const groupId of await listGroupsLeftOpen(scope))
          await scope.outside.jobs.send(scope, 'revisions.expire-one', { groupId })
      },
    },
    {
      name: 'revisions.lapse-one',
      run: async (scope, { groupId, class: code }) => {
        const of = { groupId: String(groupId), class: String(code) }
        await lapseOne(scope, await getCity(scope), of)
      },
    },
    {
      name: 'revisions.expire-one',
      run: async (scope, { groupId }) =>
        expireRevisions(scope, await getCity(scope), String(groupId)),
    },
  ],
}
