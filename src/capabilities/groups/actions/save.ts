import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { parseCorporateNumber } from '#kernel/codes.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine } from '#kernel/text.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  type Answers,
  type Clash,
  type FieldProblem,
  type FormDefinition,
  type FormVersion,
  fieldsOf,
  listSheetFiles,
  numberAnswer,
  type Reading,
  readShared,
  saveSheet,
  textAnswer,
} from '../../forms/index.ts'
import { type Channel, takeNumber } from '../../procedures/index.ts'
import { isBlocking } from '../eligibility.ts'
import { type Group, groupKind, sheetKeyOf } from '../group.ts'
import { keepAgreements } from '../queries/agreements.ts'
import { type GroupFacts, updateGroupFacts } from '../queries/groups.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { answerDay } from '../registration.ts'
import { inFormOrder, uploadProblems, violationProblems } from '../save-problems.ts'
import { judgeRegistration, withPolicy } from '../visibility.ts'
import { writeToGroup } from './letters.ts'
import { takeRegistrationStep } from './step.ts'

/** A form as it came in. */
export type SentRegistration = {
  readonly group: Group
  readonly sent: FormBody
  /** False keeps a draft, complete or not. */
  readonly send: boolean
  /** How it reached staff who enter it; `web` for the group itself. */
  readonly channel: Channel
}

export type SaveRefusal =
  | {
      readonly kind: 'incomplete'
      readonly reading: Reading
      readonly problems: readonly FieldProblem[]
    }
  | { readonly kind: 'clash'; readonly clash: Clash }
  | { readonly kind: 'step'; readonly problem: TransitionProblem }

/** Receipt numbers are the product's own; cities number the registrations themselves. */
const receiptPattern = '団登{fy}-{nnnn}'

/** A number whose check digit is wrong is told beside its field, and is no number of anybody. */
const corporateNumberOf = (answers: Answers): string | null => {
  const read = parseCorporateNumber(textAnswer(answers, 'corporate_number'))
  return read.ok ? read.value : null
}

/** What the answers say of the group itself. */
export const factsOf = (answers: Answers, name: string): GroupFacts => ({
  name: cleanLine(textAnswer(answers, 'name')) || name,
  name_kana: cleanLine(textAnswer(answers, 'name_kana')),
  legal_form: textAnswer(answers, 'legal_form'),
  members: numberAnswer(answers, 'members'),
  corporate_number: corporateNumberOf(answers),
})

/** File fields that will hold something once this form is kept; what came on paper lies at the desk. */
const filesAfter = async (
  scope: Scope,
  { group, sent, channel }: SentRegistration,
  definition: FormDefinition,
) => {
  const kept = await listSheetFiles(scope, sheetKeyOf(group.id))
  const held = new Set<string>()
  for (const [field, files] of kept) {
    const removed = sent.all(`${field}.remove`)
    if (files.some(({ id }) => !removed.includes(id))) held.add(field)
  }
  for (const name of sent.names()) if (sent.files(name).length > 0) held.add(name)
  if (channel !== 'web')
    for (const { kind, code } of fieldsOf(definition)) if (kind === 'file') held.add(code)
  return held
}

const submit = async (
  scope: Scope,
  city: City,
  given: SentRegistration & { readonly answers: Answers; readonly form: FormVersion },
): Promise<Result<'sent', SaveRefusal>> => {
  const { answers, channel } = given
  const settings = await getRegistrationSettings(scope, given.group.class)
  const facts = factsOf(answers, given.group.name)
  const group = { ...given.group, name: facts.name ?? given.group.name }
  const number = group.receiptNumber ?? (await takeNumber(scope, receiptPattern))
  const today = tokyoDayOf(scope.now)
  // A correction is checked anew from the day on which it is sent.
  const receivedOn = (group.state === 'draft' && group.receivedOn) || today
  const taken = await takeRegistrationStep(scope, city, {
    group,
    settings,
    name: 'submit',
    channel,
    receivedOn,
    documentNumber: number,
    facts: { receipt_number: number },
  })
  if (!taken.ok) return refuse({ kind: 'step', problem: taken.error })
  await keepAgreements(scope, group.id, { form: given.form, answers })
  const day = answerDay(receivedOn, settings.reviewDays, today)
  await writeToGroup(scope, city, { kind: 'submit', group, answers, number, day })
  await scope.outside.announce(scope, {
    name: 'group.sent',
    subjectKind: groupKind,
    subjectId: group.id,
  })
  return ok('sent')
}

/**
 * Keeps what was typed, whatever it is, and sends it on when nothing is missing and no rule of the city
 * refuses it. All that stands in the way is told at once. Where another person has written into the same
 * fields since the form was shown, nothing is kept and both texts come back. The group's row is held.
 */
export const saveRegistration = async (
  scope: Scope,
  city: City,
  given: SentRegistration,
): Promise<Result<'saved' | 'sent', SaveRefusal>> => {
  const { group, sent, send } = given
  const settings = await getRegistrationSettings(scope, group.class)
  const key = sheetKeyOf(group.id)
  const read = await readShared(scope, city, {
    key,
    formCode: settings.form,
    sent,
    adapt: (definition) => withPolicy(definition, settings.visibility),
  })
  if (!read.ok) return refuse({ kind: 'clash', clash: read.error })
  const { form, reading } = read.value
  const { answers } = reading
  const files = await filesAfter(scope, given, form.definition)
  const onPaper = given.channel !== 'web'
  const today = tokyoDayOf(scope.now)
  const applicant = { answers, files, today, visibility: reading.visibility }
  const refusing = judgeRegistration(settings, form.definition, applicant).filter(isBlocking)
  const problems = violationProblems(refusing, form.definition, reading.problems)
  const judged = { ...reading, problems: [...reading.problems, ...problems] }
  const saved = await saveSheet(scope, key, { form, reading: judged, sent, send, onPaper })
  await updateGroupFacts(scope, group.id, factsOf(answers, group.name))
  const told = send ? saved.problems : uploadProblems(saved.problems, sent)
  if (told.length > 0)
    return refuse({ kind: 'incomplete', reading, problems: inFormOrder(told, form.definition) })
  return send ? submit(scope, city, { ...given, answers, form }) : ok('saved')
}
