import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  decideRegistration,
  endPeriods,
  getRegistrationPreset,
  groupSubjectOf,
  lockGroup,
  settingsOfClass,
} from '../../groups/index.ts'
import { closeTasks, insertEvent, roleCodeOf } from '../../procedures/index.ts'
import { holdsOff, lastLateDay } from '../campaign.ts'
import { listOverdue, type Overdue } from '../queries/campaigns.ts'
import { findRevision, listOpenRevisionsOf } from '../queries/revisions.ts'
import { revisionKind } from '../revision.ts'
import { getSituation } from './situation.ts'
import { takeRevisionStep } from './step.ts'

/** Everything past its last day that a campaign was held for, in classes whose registrations end by themselves. */
export const listLapsing = async (scope: Scope): Promise<readonly Overdue[]> => {
  const today = tokyoDayOf(scope.now)
  const { classes } = await getRegistrationPreset(scope)
  const lapsing = classes.filter(({ renewal }) => renewal?.lapses === 'by_itself')
  const found = await Promise.all(
    lapsing.map(({ code }) => listOverdue(scope, { class: code, today })),
  )
  return found.flat()
}

const reasonOf = ({ validUntil }: Overdue): string =>
  `更新の届けがないまま、有効期限（${formatDate(validUntil, 'ja')}）が過ぎたため`

/** A registration held besides the group's own ends alone: the group's page stays. */
const lapseFurther = async (scope: Scope, overdue: Overdue): Promise<void> => {
  const group = await lockGroup(scope, overdue.groupId)
  const settings = settingsOfClass(await getRegistrationPreset(scope), overdue.class)
  const end = { on: overdue.validUntil, how: 'lapsed' } as const
  await endPeriods(scope, { groupId: group.id, class: overdue.class }, end)
  await insertEvent(scope, groupSubjectOf(group), {
    step: 'lapse',
    title: {
      ja: `「${settings.name.ja}」の登録の期限が切れました`,
      en: `The registration as “${settings.name.en}” lapsed`,
    },
    role: roleCodeOf(scope.actor),
    reason: reasonOf(overdue),
  })
}

/**
 * Lets one registration lapse if it still is past its day and nothing that was sent in time holds it. Run
 * again, it finds nothing to do. A renewal that may come late stays open for it.
 */
export const lapseOne = async (
  scope: Scope,
  city: City,
  of: { readonly groupId: string; readonly class: string },
): Promise<'lapsed' | 'holds'> => {
  const group = await lockGroup(scope, of.groupId)
  const today = tokyoDayOf(scope.now)
  const [overdue] = await listOverdue(scope, { ...of, today })
  if (!overdue) return 'holds'
  const revision = overdue.revisionId ? await findRevision(scope, overdue.revisionId) : undefined
  if (holdsOff(revision, today)) return 'holds'
  if (of.class !== group.class) {
    await lapseFurther(scope, overdue)
    return 'lapsed'
  }
  const taken = await decideRegistration(scope, city, {
    group,
    name: 'lapse',
    reason: reasonOf(overdue),
  })
  if (!taken.ok) throw new Error(`the registration of ${group.id} cannot lapse: ${taken.error}`)
  return 'lapsed'
}

const standing: readonly string[] = ['approved', 'suspended']

/**
 * Ends what can no longer be answered: of a group that has left, or after the last day for late ones. What
 * came in time waits for the desk, however long that takes.
 */
export const expireRevisions = async (scope: Scope, city: City, groupId: string): Promise<void> => {
  const group = await lockGroup(scope, groupId)
  const today = tokyoDayOf(scope.now)
  for (const { id } of await listOpenRevisionsOf(scope, groupId)) {
    const situation = await getSituation(scope, id)
    const { revision, settings } = situation
    const late = settings.renewal?.lateDays ?? 0
    const mayStillCome =
      group.state === 'lapsed' &&
      revision.kind === 'renewal' &&
      group.validUntil !== null &&
      (today <= lastLateDay(group.validUntil, late) || holdsOff(revision, today))
    if (standing.includes(group.state) || mayStillCome) continue
    // Whoever ended the registration did not decide on this: time did.
    const asTime = { ...scope, actor: { kind: 'system', name: 'revisions' } as const }
    await takeRevisionStep(asTime, city, { situation, move: { name: 'expire' } })
    await closeTasks(scope, { kind: revisionKind, id })
  }
}
