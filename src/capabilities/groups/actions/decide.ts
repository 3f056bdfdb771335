import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { findSheet, listAnswer, type Sheet } from '../../forms/index.ts'
import { issueNotice, takeNumber } from '../../procedures/index.ts'
import { composeCard } from '../card.ts'
import { type Group, groupKind, sheetKeyOf, subjectOf } from '../group.ts'
import type { DecisionStep } from '../paths.ts'
import { composeProfile, searchTextOf } from '../profile.ts'
import { publishGroup, unpublishGroup } from '../publication.ts'
import { savePublicFace } from '../queries/groups.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { correctionDeadline, lastValidDay } from '../registration.ts'
import { composeMails, writeToGroup } from './letters.ts'
import { takeRegistrationStep } from './step.ts'

type Stepped = Result<'done', TransitionProblem>

const getSheet = async (scope: Scope, group: Group): Promise<Sheet> => {
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  if (!sheet) throw new Error(`the registration of ${group.id} has no answers`)
  return sheet
}

/** Opens what the group made public: its page, the directory, the search of the whole site. */
const openToEveryone = async (
  scope: Scope,
  city: City,
  { group, sheet }: { readonly group: Group; readonly sheet: Sheet },
): Promise<void> => {
  const profile = composeProfile(sheet, city)
  const searchText = searchTextOf(group.name, profile)
  const fields = listAnswer(sheet.answers, 'fields')
  await savePublicFace(scope, group.id, { profile, searchText, fields })
  await publishGroup(scope, city, {
    id: group.id,
    name: group.name,
    profile,
    registeredOn: group.registeredOn ?? tokyoDayOf(scope.now),
  })
}

/** Registers the group: number, dates, public page, directory, card and mail. */
export const approveRegistration = async (
  scope: Scope,
  city: City,
  group: Group,
): Promise<Stepped> => {
  const settings = await getRegistrationSettings(scope)
  const sheet = await getSheet(scope, group)
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
  await openToEveryone(scope, city, { group, sheet })
  const { answers } = sheet
  const card = composeCard(city, { ...group, answers, number, on, until })
  await issueNotice(scope, {
    subject: subjectOf(group),
    kind: 'card',
    number,
    title: card.title,
    document: card,
    groupId: group.id,
    mails: await composeMails(scope, city, { kind: 'approve', group, answers, number, day: until }),
  })
  await announce(scope, group, 'group.approved')
  return ok('done')
}

const announce = (scope: Scope, group: Group, name: string): Promise<void> =>
  scope.outside.announce(scope, { name, subjectKind: groupKind, subjectId: group.id })

/** A registration that lapsed begins anew; one that was only suspended keeps its last day. */
const validityAfter = async (scope: Scope, group: Group, name: DecisionStep) => {
  const settings = await getRegistrationSettings(scope)
  if (name !== 'resume' || group.state !== 'lapsed') return { settings, facts: {} }
  const until = lastValidDay(settings.validity, tokyoDayOf(scope.now))
  return { settings, facts: { valid_until: until } }
}

/**
 * Any other step that somebody takes with a reason: correction, refusal, withdrawal, suspension, lapse,
 * resumption, revocation. The group is told by mail; what was public goes, or comes back.
 */
export const decideRegistration = async (
  scope: Scope,
  city: City,
  decision: {
    readonly group: Group
    readonly name: Exclude<DecisionStep, 'approve'>
    readonly reason: string
  },
): Promise<Stepped> => {
  const { group, name, reason } = decision
  const { settings, facts } = await validityAfter(scope, group, name)
  const taken = await takeRegistrationStep(scope, city, { group, settings, name, reason, facts })
  if (!taken.ok) return taken
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  if (taken.value === 'approved' && sheet) await openToEveryone(scope, city, { group, sheet })
  if (group.state === 'approved') {
    await unpublishGroup(scope, group.id)
    await announce(scope, group, 'group.ended')
  }
  await writeToGroup(scope, city, {
    kind: name,
    group,
    answers: sheet?.answers ?? {},
    reason,
    day: name === 'return' ? correctionDeadline(tokyoDayOf(scope.now)) : null,
  })
  return ok('done')
}
