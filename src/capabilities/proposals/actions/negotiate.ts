import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { type Bilingual, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { type FormBody, formOf } from '#web/form-data.ts'
import {
  type Answers,
  asSent,
  type Clash,
  changedFields,
  checkAnswers,
  type FieldProblem,
  type FormDefinition,
  findField,
  findSheet,
  getForm,
  readForm,
  readShared,
  saveSheet,
} from '../../forms/index.ts'
import { closeTasks, insertEvent, replaceTasks, roleCodeOf } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import {
  type ConfirmationProblem,
  carriedOver,
  isConfirmedByAny,
  outcomeIn,
  outcomeNames,
  type Side,
  weighConfirmation,
} from '../negotiation.ts'
import { negotiationTasks, sideSteps } from '../next-tasks.ts'
import type { Proposal } from '../proposal.ts'
import {
  clearConfirmations,
  closeNegotiation,
  findNegotiation,
  insertNegotiation,
  storeConfirmation,
} from '../queries/negotiations.ts'
import { costProblemsOf } from './costs.ts'
import { writeToDepartment, writeToGroup } from './letters.ts'
import { announceProposal, sheetKeyOf, subjectOf, takeProposalStep } from './step.ts'

/** A proposal (held by the transaction) about which both sides talk, with its call. */
export type Talks = { readonly proposal: Proposal; readonly call: Call }

/** The step under which the timeline keeps changes of the sheet. */
export const editStep = 'negotiation-edit'

/** The step under which the timeline keeps a side's confirmation. */
export const confirmStep = 'negotiation-confirm'

const takeOver = (definition: FormDefinition, from: Answers): Answers => {
  const begun: Record<string, Answers[string]> = {}
  for (const code of carriedOver)
    if (from[code] !== undefined && findField(definition, code)) begun[code] = from[code]
  return begun
}

/** Opens the sheet of the talks with what the proposal already says on it. */
export const openNegotiation = async (
  scope: Scope,
  city: City,
  { proposal, call }: Talks,
): Promise<void> => {
  await insertNegotiation(scope, proposal.id, proposal.department ?? '')
  const form = await getForm(scope, call.definition.forms.negotiation)
  const source = await findSheet(scope, sheetKeyOf(proposal.id, 'proposal'))
  const begun = takeOver(form.definition, source?.answers ?? {})
  const reading = readForm(form.definition, asSent(form.definition, begun), city)
  const key = sheetKeyOf(proposal.id, 'negotiation')
  await saveSheet(scope, key, { form, reading, sent: formOf({}), send: false })
}

/** 「役割、費用」: the labels of the fields that changed. */
const namesOf = (definition: FormDefinition, codes: readonly string[]): Bilingual => {
  const labels = codes.map((code) => findField(definition, code)?.label ?? { ja: code, en: code })
  return {
    ja: labels.map((label) => say(label, 'ja')).join('、'),
    en: labels.map((label) => say(label, 'en')).join(', '),
  }
}

const changeTitle = (fields: Bilingual, revision: number, undone: boolean): Bilingual => ({
  ja: `協議シートを変更、第${revision}版（${fields.ja}）${undone ? '。前の確認は取り消し' : ''}`,
  en: `Sheet changed, revision ${revision} (${fields.en})${undone ? '; earlier confirmations undone' : ''}`,
})

/** Both sides have to confirm again. */
const reopenTasks = async (scope: Scope, city: City, { proposal, call }: Talks): Promise<void> => {
  const subject = subjectOf(proposal)
  const place = {
    citySlug: city.slug,
    today: tokyoDayOf(scope.now),
    call,
    correctionDue: null,
  }
  await replaceTasks(scope, subject, negotiationTasks(proposal, place))
}

/** Who changed the sheet: a side, or the centre with its advice. */
export type Writer = Side | 'centre'

const undoConfirmations = async (
  scope: Scope,
  city: City,
  talks: Talks & { readonly side: Writer },
): Promise<void> => {
  const { proposal, side } = talks
  await clearConfirmations(scope, proposal.id)
  await reopenTasks(scope, city, talks)
  const letter = { kind: 'reopened', proposal } as const
  if (side !== 'department') await writeToDepartment(scope, city, letter)
  if (side !== 'group') await writeToGroup(scope, city, letter)
}

/** What became of a change: nothing was different, it was kept, or it was kept and undid confirmations. */
export type SheetSaved = 'unchanged' | 'saved' | 'undone'

/** Keeps what one side or the centre wrote, says which fields it changed, and undoes what was confirmed before. */
export const saveNegotiation = async (
  scope: Scope,
  city: City,
  given: Talks & { readonly side: Writer; readonly sent: FormBody },
): Promise<Result<SheetSaved, Clash>> => {
  const { proposal, call, side, sent } = given
  const key = sheetKeyOf(proposal.id, 'negotiation')
  const formCode = call.definition.forms.negotiation
  const read = await readShared(scope, city, { key, formCode, sent })
  if (!read.ok) return read
  const { form, reading, before } = read.value
  const changed = changedFields(before?.answers ?? {}, reading.answers)
  if (changed.length === 0) return ok('unchanged')
  await saveSheet(scope, key, { form, reading, sent, send: false })
  const negotiation = await findNegotiation(scope, proposal.id)
  const undone = negotiation !== undefined && isConfirmedByAny(negotiation)
  await insertEvent(scope, subjectOf(proposal), {
    step: editStep,
    title: changeTitle(namesOf(form.definition, changed), (before?.revision ?? 0) + 1, undone),
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: 'proposal.write-sheet',
    subjectKind: 'proposal',
    subjectId: proposal.id,
    after: { side, fields: changed, undone },
  })
  if (undone) await undoConfirmations(scope, city, { proposal, call, side })
  return ok(undone ? 'undone' : 'saved')
}

export type ConfirmRefusal =
  | {
      readonly kind: ConfirmationProblem | 'over-costs'
      readonly problems: readonly FieldProblem[]
    }
  | { readonly kind: 'step'; readonly problem: TransitionProblem }

const confirmedTitle = (side: Side, revision: number): Bilingual => ({
  ja: `${side === 'group' ? '団体' : '担当課'}が協議シートの第${revision}版を確認`,
  en: `The ${side} confirmed revision ${revision} of the sheet`,
})

const closeTalks = async (
  scope: Scope,
  city: City,
  { proposal, call, answers }: Talks & { readonly answers: Answers },
): Promise<Result<Proposal, ConfirmRefusal>> => {
  const outcome = outcomeIn(answers)
  if (!outcome) return refuse({ kind: 'incomplete', problems: [] })
  await closeNegotiation(scope, proposal.id, outcome)
  const named = outcomeNames[outcome]
  const taken = await takeProposalStep(scope, {
    proposal,
    call,
    name: 'agree',
    title: {
      ja: `協議シートを双方が確認（結果：${named.ja}）`,
      en: `Both sides confirmed the sheet (outcome: ${named.en})`,
    },
    role: roleCodeOf(scope.actor),
  })
  if (!taken.ok) return refuse({ kind: 'step', problem: taken.error })
  await writeToGroup(scope, city, { kind: 'ready', proposal: taken.value })
  await writeToDepartment(scope, city, { kind: 'ready', proposal: taken.value })
  await announceProposal(scope, 'ready', taken.value, { agreed: true, outcome })
  return taken
}

/** What a confirmation led to: the other side's turn, or the end of the talks. */
export type Confirmed = 'waits-for-other' | 'closed'

/**
 * One side agrees to the revision it has read. When both agree to the same one, the talks are over and the
 * proposal is ready for the review, whatever their outcome is.
 */
export const confirmNegotiation = async (
  scope: Scope,
  city: City,
  given: Talks & { readonly side: Side; readonly seen: number },
): Promise<Result<Confirmed, ConfirmRefusal>> => {
  const { proposal, call, side, seen } = given
  const sheet = await findSheet(scope, sheetKeyOf(proposal.id, 'negotiation'))
  const negotiation = await findNegotiation(scope, proposal.id)
  if (!sheet || !negotiation) return refuse({ kind: 'step', problem: 'not-from-here' })
  const problems = checkAnswers(sheet.definition, sheet.answers, city)
  const weighed = weighConfirmation(negotiation, { side, seen, current: sheet.revision })
  if (weighed === 'changed-since' || weighed === 'confirmed-before')
    return refuse({ kind: weighed, problems: [] })
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems })
  const over = costProblemsOf(sheet, { proposal, call })
  if (over.length > 0 && call.definition.talks.costsAbove === 'block')
    return refuse({ kind: 'over-costs', problems: over })
  await storeConfirmation(scope, proposal.id, { side, revision: sheet.revision })
  await insertEvent(scope, subjectOf(proposal), {
    step: confirmStep,
    title: confirmedTitle(side, sheet.revision),
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: 'proposal.confirm-sheet',
    subjectKind: 'proposal',
    subjectId: proposal.id,
    after: { side, revision: sheet.revision },
  })
  await closeTasks(scope, subjectOf(proposal), { step: sideSteps[side] })
  if (weighed === 'waits-for-other') return ok('waits-for-other')
  const closed = await closeTalks(scope, city, { proposal, call, answers: sheet.answers })
  return closed.ok ? ok('closed') : closed
}
