import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEvent, roleCodeOf } from '../../procedures/index.ts'
import { reminderMail } from '../mail-texts.ts'
import {
  type AskedDraft,
  insertAsked,
  type KeptCode,
  listCodes,
  listGroupsToAsk,
  listStaffToAsk,
  takeCode,
} from '../queries/asked.ts'
import { insertReminder, listReminders } from '../queries/reminders.ts'
import { lockSurvey } from '../queries/surveys.ts'
import { hashCode, newCode, placeOfCode, tidyCode } from '../sealing.ts'
import { type AskedKind, isAnswerable, type Survey, subjectOf, surveyKind } from '../survey.ts'
import { sendInvitations, writeToAsked } from './invite.ts'

const newKeptCode = (scope: Scope, surveyId: string): KeptCode => {
  const code = newCode()
  return {
    hash: hashCode('asked', surveyId, code),
    locked: scope.outside.secrets.lock(code, placeOfCode(surveyId)),
  }
}

/** The code as it is printed or sent. */
export const revealCode = (scope: Scope, surveyId: string, locked: string): string =>
  scope.outside.secrets.unlock(locked, placeOfCode(surveyId))

/** The codes of the letters, in the order of their numbers. */
export const surveyCodes = async (scope: Scope, surveyId: string): Promise<readonly string[]> =>
  (await listCodes(scope, surveyId, { kind: 'codes' })).map(({ locked }) =>
    revealCode(scope, surveyId, locked),
  )

const draftsOf = async (
  scope: Scope,
  surveyId: string,
  asked: { readonly kind: AskedKind; readonly emails: readonly string[]; readonly letters: number },
): Promise<readonly AskedDraft[]> => {
  if (asked.kind === 'groups') return listGroupsToAsk(scope, surveyId)
  if (asked.kind === 'staff') return listStaffToAsk(scope, surveyId)
  return [
    ...asked.emails.map((email) => ({ email })),
    ...Array.from({ length: asked.letters }, () => ({ email: '' })),
  ]
}

/** Gives a code to everybody who is asked and has none. @returns how many got one */
export const askPeople = async (
  scope: Scope,
  survey: Survey,
  asked: { readonly kind: AskedKind; readonly emails: readonly string[]; readonly letters: number },
): Promise<number> => {
  // Two who press at the same moment: the second one finds everybody asked.
  await lockSurvey(scope, survey.id)
  const drafts = await draftsOf(scope, survey.id, asked)
  await insertAsked(
    scope,
    { surveyId: survey.id, kind: asked.kind },
    drafts.map((draft) => ({ ...draft, code: newKeptCode(scope, survey.id) })),
  )
  await audit(scope, {
    action: 'survey.ask',
    subjectKind: surveyKind,
    subjectId: survey.id,
    after: { kind: asked.kind, added: drafts.length },
  })
  await sendInvitations(scope, survey)
  return drafts.length
}

/** Codes that came back on paper are used up; what was answered is typed in elsewhere, without them. */
export const takeReturnedCodes = async (
  scope: Scope,
  survey: Survey,
  typed: readonly string[],
): Promise<{ readonly taken: number; readonly refused: readonly string[] }> => {
  const refused: string[] = []
  for (const one of typed) {
    const code = tidyCode(one)
    if (!code || !(await takeCode(scope, survey.id, hashCode('asked', survey.id, code))))
      refused.push(one)
  }
  await audit(scope, {
    action: 'survey.take-returned-codes',
    subjectKind: surveyKind,
    subjectId: survey.id,
    after: { taken: typed.length - refused.length },
  })
  return { taken: typed.length - refused.length, refused }
}

const mostReminders = 3

/**
 * Writes to everybody whose code is unused and whose address is known. It needs to know that a code was used,
 * and nothing of what was answered with it.
 */
export const remind = async (
  scope: Scope,
  city: City,
  survey: Survey,
): Promise<Result<number, 'not-open' | 'enough' | 'nobody'>> => {
  if (!isAnswerable(survey, scope.now)) return refuse('not-open')
  await lockSurvey(scope, survey.id)
  if ((await listReminders(scope, survey.id)).length >= mostReminders) return refuse('enough')
  // A survey of the sample world writes to nobody.
  const codes = survey.sample ? [] : await listCodes(scope, survey.id, { unusedWithMail: true })
  if (codes.length === 0) return refuse('nobody')
  for (const one of codes) await writeToAsked(scope, { survey, city, text: reminderMail }, one)
  await insertReminder(scope, survey.id, codes.length)
  await insertEvent(scope, subjectOf(survey), {
    step: 'remind',
    title: {
      ja: `回答のお願いを${codes.length}件送信`,
      en: `${codes.length} requests for answers sent`,
    },
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: 'survey.remind',
    subjectKind: surveyKind,
    subjectId: survey.id,
    after: { recipients: codes.length },
  })
  return ok(codes.length)
}
