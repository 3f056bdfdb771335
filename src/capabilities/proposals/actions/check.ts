import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { roleCodeOf } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import { negotiationDeadline } from '../next-tasks.ts'
import type { Proposal } from '../proposal.ts'
import { clearConfirmations } from '../queries/negotiations.ts'
import { writeToDepartment, writeToGroup } from './letters.ts'
import { openNegotiation } from './negotiate.ts'
import { issueIneligibleLetter } from './notice.ts'
import { announceProposal, takeProposalStep } from './step.ts'

/** A proposal before the office, with its call. */
export type Checking = { readonly proposal: Proposal; readonly call: Call }
type Checked = Promise<Result<Proposal, TransitionProblem>>

const placeOf = (scope: Scope, city: City, call: Call) => ({
  citySlug: city.slug,
  today: tokyoDayOf(scope.now),
  call,
  correctionDue: null,
})

const tellBothSides = async (
  scope: Scope,
  city: City,
  { proposal, call }: Checking,
): Promise<void> => {
  const day = negotiationDeadline(placeOf(scope, city, call))
  await writeToGroup(scope, city, { kind: 'passed', proposal, day })
  await writeToDepartment(scope, city, { kind: 'assigned', proposal, day })
}

/** Finds the papers in order and opens the talks with a department. */
export const passProposal = async (
  scope: Scope,
  city: City,
  given: Checking & { readonly department: string },
): Checked => {
  const { proposal, call, department } = given
  const taken = await takeProposalStep(scope, {
    proposal,
    call,
    name: 'pass',
    role: roleCodeOf(scope.actor),
    facts: { department },
  })
  if (!taken.ok) return taken
  await openNegotiation(scope, city, { proposal: taken.value, call })
  await tellBothSides(scope, city, { proposal: taken.value, call })
  await announceProposal(scope, 'checked', taken.value)
  return taken
}

/** Asks the group to mend its papers until a day. */
export const returnProposal = async (
  scope: Scope,
  city: City,
  given: Checking & { readonly reason: string; readonly dueOn: PlainDate },
): Checked => {
  const { proposal, call, reason, dueOn } = given
  const taken = await takeProposalStep(scope, {
    proposal,
    call,
    // A correction that is still out gets a new day.
    name: proposal.state === 'returned' ? 'extend' : 'return',
    role: roleCodeOf(scope.actor),
    reason,
    facts: { correction_due: dueOn },
  })
  if (!taken.ok) return taken
  const letter = { kind: 'returned', proposal: taken.value, reason, day: dueOn } as const
  await writeToGroup(scope, city, letter)
  return taken
}

/** Finds that the proposal does not meet the call's conditions, and tells the group by letter. */
export const ruleOutProposal = async (
  scope: Scope,
  city: City,
  given: Checking & { readonly reason: string },
): Checked => {
  const { proposal, call, reason } = given
  const number = await issueIneligibleLetter(scope, city, given)
  return takeProposalStep(scope, {
    proposal,
    call,
    name: 'rule-out',
    role: roleCodeOf(scope.actor),
    reason,
    documentNumber: number,
    facts: { correction_due: null },
  })
}

/** Gives the talks to another department; what both sides confirmed so far is undone. */
export const reassignDepartment = async (
  scope: Scope,
  city: City,
  given: Checking & { readonly department: string; readonly reason: string },
): Checked => {
  const { proposal, call, department, reason } = given
  const name = nameOfCode(city.departments, department)
  const taken = await takeProposalStep(scope, {
    proposal,
    call,
    name: 'reassign',
    title: { ja: `担当課を${name.ja}に変更`, en: `Department changed to ${name.en}` },
    role: roleCodeOf(scope.actor),
    reason,
    facts: { department },
  })
  if (!taken.ok) return taken
  await clearConfirmations(scope, proposal.id, { department })
  await tellBothSides(scope, city, { proposal: taken.value, call })
  return taken
}

/** Sends a proposal to the review although the two sides have not agreed: lateness must not be the group's loss. */
export const goOnWithoutAgreement = async (
  scope: Scope,
  city: City,
  given: Checking & { readonly reason: string },
): Checked => {
  const { proposal, call, reason } = given
  const taken = await takeProposalStep(scope, {
    proposal,
    call,
    name: 'go-on',
    role: roleCodeOf(scope.actor),
    reason,
  })
  if (!taken.ok) return taken
  await writeToGroup(scope, city, { kind: 'ready', proposal: taken.value })
  await announceProposal(scope, 'ready', taken.value, { agreed: false })
  return ok(taken.value)
}
