import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  checkAnswers,
  type FieldProblem,
  type FormVersion,
  findSheet,
  getFormFor,
  type Reading,
  readForm,
  type Sheet,
  type SheetKey,
  saveSheet,
} from '../../forms/index.ts'
import { renameTasks } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import { factsIn } from '../answers.ts'
import type { Proposal } from '../proposal.ts'
import { updateFacts } from '../queries/proposals.ts'
import { mergeAnswers, readMarks } from '../two-hands.ts'
import { sheetKeyOf, subjectOf } from './step.ts'

/** The name under which a form sends what its answers were when it was shown. */
export const shownField = 'shown'

/** What another person wrote meanwhile into fields that this one changed too. Nothing was saved. */
export type Clash = {
  readonly form: FormVersion
  readonly reading: Reading
  readonly stored: Sheet
  readonly conflicts: readonly string[]
}

export type SheetReading = {
  readonly form: FormVersion
  readonly reading: Reading
  readonly before: Sheet | undefined
}

/**
 * Reads a form that several people write, together with what others saved since it was shown. Fields that
 * only one of them touched are brought together; the rest comes back.
 */
export const readShared = async (
  scope: Scope,
  city: City,
  given: { readonly key: SheetKey; readonly formCode: string; readonly sent: FormBody },
): Promise<Result<SheetReading, Clash>> => {
  const { key, formCode, sent } = given
  const form = await getFormFor(scope, key, formCode)
  const reading = readForm(form.definition, sent, city)
  const before = await findSheet(scope, key)
  const shown = readMarks(sent.text(shownField))
  if (!before || !shown) return ok({ form, reading, before })
  const merged = mergeAnswers(shown, reading.answers, before.answers)
  const { answers, conflicts } = merged
  if (conflicts.length > 0)
    return refuse({ form, reading: { ...reading, answers }, stored: before, conflicts })
  const problems = checkAnswers(form.definition, answers, city)
  return ok({ form, reading: { ...reading, answers, problems }, before })
}

/** Files that were sent and could not be kept: told at once, also with a draft. */
const uploadProblems = (
  problems: readonly FieldProblem[],
  sent: FormBody,
): readonly FieldProblem[] => problems.filter(({ name }) => sent.files(name).length > 0)

/** Keeps what was typed, complete or not. @returns what is wrong with files that came with it */
export const saveProposal = async (
  scope: Scope,
  city: City,
  given: { readonly proposal: Proposal; readonly call: Call; readonly sent: FormBody },
): Promise<Result<readonly FieldProblem[], Clash>> => {
  const { proposal, call, sent } = given
  const key = sheetKeyOf(proposal.id, 'proposal')
  const read = await readShared(scope, city, {
    key,
    formCode: call.definition.forms.proposal,
    sent,
  })
  if (!read.ok) return read
  const { form, reading } = read.value
  const saved = await saveSheet(scope, key, { form, reading, sent, send: false })
  // While a correction is written, lists keep telling what was sent.
  if (proposal.state === 'draft') {
    const facts = factsIn(reading.answers)
    await updateFacts(scope, proposal.id, facts)
    await renameTasks(scope, subjectOf({ ...proposal, title: facts.title }))
  }
  return ok(uploadProblems(saved.problems, sent))
}
