import type { Scope } from '#data/scope.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  decideRegistration,
  endPeriods,
  getRegistrationPreset,
  groupSubjectOf,
  lockGroup,
  type RegistrationPreset,
  settingsOfClass,
} from '../../groups/index.ts'
import { closeTasks, insertEvent, roleCodeOf } from '../../procedures/index.ts'
import { holdsOff, lastLateDay } from '../campaign.ts'
import { lapseTexts } from '../lapse-texts.ts'
import { listOverdue, type Overdue } from '../queries/campaigns.ts'
import { findRevision, listOpenRevisionsOf } from '../queries/revisions.ts'
import { isOpen, type Revision, revisionKind } from '../revision.ts'
import { getSituation, type Situation } from './situation.ts'
import { takeRevisionStep } from './step.ts'
import { type LateWay, showWayOn, toldOfLapse, writeOfEnd } from './tell.ts'

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
const lapseFurther = async (scope: Scope, city: City, overdue: Overdue): Promise<void> => {
  const group = await lockGroup(scope, overdue.groupId)
  const settings = settingsOfClass(await getRegistrationPreset(scope), overdue.class)
  const end = { on: overdue.validUntil, how: 'lapsed' } as const
  await endPeriods(scope, { groupId: group.id, class: overdue.class }, end)
  const told = toldOfLapse(overdue.validUntil, undefined)
  const what = (lang: Language) =>
    `${lapseTexts[lang].further(say(settings.name, lang), group.name)}${say(told, lang)}`
  await writeOfEnd(scope, city, {
    group,
    subject: lapseTexts.further,
    lines: { ja: what('ja'), en: what('en') },
  })
  await showWayOn(scope, city, { group, late: undefined })
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

/** What of the renewal can still be sent after the lapse. */
const lateWay = (
  preset: RegistrationPreset,
  given: {
    readonly overdue: Overdue
    readonly revision: Revision | undefined
    readonly today: PlainDate
  },
): LateWay => {
  const { overdue, revision, today } = given
  const lateDays = settingsOfClass(preset, overdue.class).renewal?.lateDays ?? 0
  const until = lastLateDay(overdue.validUntil, lateDays)
  return revision && isOpen(revision) && today <= until ? { until, revision } : undefined
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
    await lapseFurther(scope, city, overdue)
    return 'lapsed'
  }
  const late = lateWay(await getRegistrationPreset(scope), { overdue, revision, today })
  const taken = await decideRegistration(scope, city, {
    group,
    name: 'lapse',
    reason: reasonOf(overdue),
    told: toldOfLapse(overdue.validUntil, late),
  })
  if (!taken.ok) throw new Error(`the registration of ${group.id} cannot lapse: ${taken.error}`)
  await showWayOn(scope, city, { group, late })
  return 'lapsed'
}

/** Who let the last day for late renewals go by is told so. Whoever left, or was told of the lapse alone, is not told twice. */
const tellExpired = async (scope: Scope, city: City, situation: Situation): Promise<void> => {
  const { group, revision, settings } = situation
  const lateDays = settings.renewal?.lateDays ?? 0
  if (group.state !== 'lapsed' || revision.kind !== 'renewal' || lateDays === 0) return
  await writeOfEnd(scope, city, {
    group,
    subject: lapseTexts.expired,
    lines: {
      ja: `${lapseTexts.ja.expired(group.name)}\n\n${lapseTexts.ja.anew}`,
      en: `${lapseTexts.en.expired(group.name)}\n\n${lapseTexts.en.anew}`,
    },
  })
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
    await tellExpired(asTime, city, situation)
  }
}
