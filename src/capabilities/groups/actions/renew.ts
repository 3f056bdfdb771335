import type { Scope } from '#data/scope.ts'
import { addDays, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { findSheet } from '../../forms/index.ts'
import { insertEvent, type NoticeDraft, roleCodeOf, takeNumber } from '../../procedures/index.ts'
import { type Group, groupKind, sheetKeyOf, subjectOf } from '../group.ts'
import { getGroup, setValidUntil } from '../queries/groups.ts'
import { beginPeriod, endPeriods, findOpenPeriod } from '../queries/periods.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { beginOfRenewal, happened, lastValidDay } from '../registration.ts'
import { issueCard } from './issue-card.ts'
import { openToEveryone } from './public-face.ts'
import { takeRegistrationStep } from './step.ts'

/** The period that follows, and how it was reached. */
export type Renewed = {
  readonly group: Group
  readonly beganOn: PlainDate
  readonly until: PlainDate | null
}

const keepRenewal = async (
  scope: Scope,
  held: { readonly groupId: string; readonly class: string; readonly number: string },
  next: { readonly beganOn: PlainDate; readonly until: PlainDate | null },
): Promise<void> => {
  const { beganOn, until } = next
  await endPeriods(scope, held, { on: addDays(beganOn, -1), how: 'renewed' })
  await beginPeriod(scope, { ...held, how: 'renewed', beganOn, validUntil: until })
}

/** Renews the registration that lapsed: it stands again from today, and its page comes back. */
const reviveLapsed = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly until: PlainDate | null },
): Promise<Result<'done', TransitionProblem>> => {
  const { group, until } = given
  const settings = await getRegistrationSettings(scope, group.class)
  const facts = { valid_until: until }
  const step = { group, settings, name: 'renew', public: true, facts } as const
  const taken = await takeRegistrationStep(scope, city, step)
  if (!taken.ok) return taken
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  const revived = await getGroup(scope, group.id)
  if (sheet) await openToEveryone(scope, city, { group: revived, sheet })
  await scope.outside.announce(scope, {
    name: 'group.resumed',
    subjectKind: groupKind,
    subjectId: group.id,
  })
  return ok('done')
}

/**
 * Renews the registration of the group's own class for its next period: the day after the last valid one, or
 * today when it had lapsed. A registration without an end begins anew today.
 */
export const renewRegistration = async (
  scope: Scope,
  city: City,
  group: Group,
): Promise<Result<Renewed, TransitionProblem>> => {
  const settings = await getRegistrationSettings(scope, group.class)
  const today = tokyoDayOf(scope.now)
  const lapsed = group.state === 'lapsed'
  const beganOn = lapsed ? today : beginOfRenewal(group.validUntil, today)
  const until = lastValidDay(settings.validity, beganOn)
  if (lapsed) {
    const revived = await reviveLapsed(scope, city, { group, until })
    if (!revived.ok) return revived
  } else {
    await setValidUntil(scope, group.id, until)
    await insertEvent(scope, subjectOf(group), {
      step: 'renew',
      title: happened.renew,
      role: roleCodeOf(scope.actor),
      public: true,
    })
  }
  const held = { groupId: group.id, class: group.class, number: group.number ?? '' }
  await keepRenewal(scope, held, { beganOn, until })
  return ok({ group: await getGroup(scope, group.id), beganOn, until })
}

/** Renews a registration that the group holds besides its own: from the day after, or from today. */
export const renewFurther = async (
  scope: Scope,
  held: { readonly group: Group; readonly class: string },
): Promise<PlainDate | null> => {
  const settings = await getRegistrationSettings(scope, held.class)
  const today = tokyoDayOf(scope.now)
  const open = await findOpenPeriod(scope, held.group.id, held.class)
  const number = open?.number ?? (await takeNumber(scope, settings.numberPattern))
  const beganOn = open ? beginOfRenewal(open.validUntil, today) : today
  const until = lastValidDay(settings.validity, beganOn)
  await keepRenewal(
    scope,
    { groupId: held.group.id, class: settings.code, number },
    { beganOn, until },
  )
  return until
}

/** Gives a registered group a registration of another class too: number, period, card. */
export const addRegistration = async (
  scope: Scope,
  city: City,
  given: {
    readonly group: Group
    readonly class: string
    readonly mailsFor: (number: string, until: PlainDate | null) => Promise<NoticeDraft['mails']>
  },
): Promise<string> => {
  const { group } = given
  const settings = await getRegistrationSettings(scope, given.class)
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  const on = tokyoDayOf(scope.now)
  const until = lastValidDay(settings.validity, on)
  const number = await takeNumber(scope, settings.numberPattern)
  const held = { groupId: group.id, class: settings.code, number }
  await beginPeriod(scope, { ...held, how: 'new', beganOn: on, validUntil: until })
  await insertEvent(scope, subjectOf(group), {
    step: 'add',
    title: {
      ja: `「${settings.name.ja}」にも登録しました`,
      en: `Also registered as “${settings.name.en}”`,
    },
    role: roleCodeOf(scope.actor),
    documentNumber: number,
    public: true,
  })
  const mails = await given.mailsFor(number, until)
  const answers = sheet?.answers ?? {}
  await issueCard(scope, city, { group, class: settings.code, answers, number, on, until, mails })
  return number
}
