import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { findSheet, type Sheet } from '../../forms/index.ts'
import { takeNumber } from '../../procedures/index.ts'
import { type Group, groupKind, sheetKeyOf } from '../group.ts'
import type { DecisionStep } from '../paths.ts'
import { unpublishGroup } from '../publication.ts'
import { beginPeriod, endPeriods } from '../queries/periods.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { listVisits } from '../queries/visits.ts'
import { correctionDeadline, lastDayHeld, lastValidDay } from '../registration.ts'
import { issueCard } from './issue-card.ts'
import { composeMails, writeToGroup } from './letters.ts'
import { takeOutOffers } from './offers.ts'
import { openToEveryone } from './public-face.ts'
import { takeRegistrationStep } from './step.ts'

type Stepped = Result<'done', TransitionProblem>

const getSheet = async (scope: Scope, group: Group): Promise<Sheet> => {
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  if (!sheet) throw new Error(`the registration of ${group.id} has no answers`)
  return sheet
}

/** Where the class asks for a visit nobody is registered before it was recorded. */
const awaitsVisit = async (scope: Scope, group: Group): Promise<boolean> => {
  const settings = await getRegistrationSettings(scope, group.class)
  if (!settings.visit) return false
  return group.state === 'submitted' || (await listVisits(scope, group.id)).length === 0
}

/** Registers the group: number, dates, public page, directory, card and mail. */
export const approveRegistration = async (
  scope: Scope,
  city: City,
  group: Group,
): Promise<Stepped> => {
  if (await awaitsVisit(scope, group)) return refuse('not-from-here')
  const settings = await getRegistrationSettings(scope, group.class)
  const { answers, ...sheet } = await takeOutOffers(scope, group, await getSheet(scope, group))
  const on = tokyoDayOf(scope.now)
  const until = lastValidDay(settings.validity, on)
  const number = await takeNumber(scope, settings.numberPattern)
  const taken = await takeRegistrationStep(scope, city, {
    group,
    settings,
    name: 'approve',
    public: true,
    documentNumber: number,
    facts: { number, registered_on: on, valid_until: until },
  })
  if (!taken.ok) return taken
  const held = { groupId: group.id, class: settings.code, number }
  await beginPeriod(scope, { ...held, how: 'new', beganOn: on, validUntil: until })
  await openToEveryone(scope, city, { group, sheet: { ...sheet, answers } })
  const mails = await composeMails(scope, city, {
    kind: 'approve',
    group,
    answers,
    number,
    day: until,
  })
  await issueCard(scope, city, { group, class: settings.code, answers, number, on, until, mails })
  await announce(scope, group, 'group.approved')
  return ok('done')
}

const announce = (scope: Scope, group: Group, name: string): Promise<void> =>
  scope.outside.announce(scope, { name, subjectKind: groupKind, subjectId: group.id })

/** A registration that lapsed begins anew; one that was only suspended keeps its last day. */
const validityAfter = async (scope: Scope, group: Group, name: DecisionStep) => {
  const settings = await getRegistrationSettings(scope, group.class)
  if (name !== 'resume' || group.state !== 'lapsed') return { settings, facts: {} }
  const until = lastValidDay(settings.validity, tokyoDayOf(scope.now))
  return { settings, facts: { valid_until: until } }
}

const endings = { lapse: 'lapsed', withdraw: 'withdrawn', revoke: 'revoked' } as const

/** Keeps the day on which the registration ended, or begins a new time after it had lapsed. */
const keepPeriod = async (
  scope: Scope,
  group: Group,
  done: { readonly name: DecisionStep; readonly until: PlainDate | null | undefined },
): Promise<void> => {
  const { id: groupId, number, state } = group
  const today = tokyoDayOf(scope.now)
  const how = endings[done.name as keyof typeof endings]
  if (how) {
    // What ends for good ends in all classes; what ran out, ran out in its own.
    const of = how === 'lapsed' ? { groupId, class: group.class } : { groupId }
    const on = how === 'lapsed' ? lastDayHeld(group.validUntil, today) : today
    await endPeriods(scope, of, { on, how })
  }
  if (done.name === 'resume' && state === 'lapsed' && number)
    await beginPeriod(scope, {
      groupId,
      class: group.class,
      number,
      how: 'resumed',
      beganOn: today,
      validUntil: done.until ?? null,
    })
}

/**
 * Any other step that somebody takes with a reason: correction, refusal, withdrawal, suspension, lapse,
 * resumption, revocation; and the provisional registration that asks for a visit. The group is told by
 * mail; what was public goes, or comes back.
 */
export const decideRegistration = async (
  scope: Scope,
  city: City,
  decision: {
    readonly group: Group
    readonly name: Exclude<DecisionStep, 'approve'>
    readonly reason: string
    /** What the mail says instead of the reason, where more is to be told than why. */
    readonly told?: Bilingual
  },
): Promise<Stepped> => {
  const { group, name, reason } = decision
  const { settings, facts } = await validityAfter(scope, group, name)
  if (name === 'accept' && !settings.visit) return refuse('not-from-here')
  const taken = await takeRegistrationStep(scope, city, { group, settings, name, reason, facts })
  if (!taken.ok) return taken
  await keepPeriod(scope, group, { name, until: facts.valid_until })
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  if (taken.value === 'approved' && sheet) await openToEveryone(scope, city, { group, sheet })
  if (group.state === 'approved') await unpublishGroup(scope, group.id)
  if (group.state === 'approved' || group.state === 'suspended')
    await announce(scope, group, taken.value === 'approved' ? 'group.resumed' : 'group.ended')
  await writeToGroup(scope, city, {
    kind: name,
    group,
    answers: sheet?.answers ?? {},
    reason: name === 'accept' ? settings.visit?.bring : (decision.told ?? reason),
    day: name === 'return' ? correctionDeadline(tokyoDayOf(scope.now)) : null,
  })
  return ok('done')
}
