import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { FormBody } from '#web/form-data.ts'
import { type Clash, type FieldProblem, readShared, saveSheet } from '../../forms/index.ts'
import { renameTasks } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import { factsIn } from '../answers.ts'
import type { Proposal } from '../proposal.ts'
import { updateFacts } from '../queries/proposals.ts'
import { sheetKeyOf, subjectOf } from './step.ts'

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
