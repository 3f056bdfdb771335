import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { isOfGroup, type Person } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { closeTasks, insertTask } from '../../procedures/index.ts'
import {
  checkDeclaration,
  type DeclarationProblem,
  type Declared,
  partOf,
  type SheetState,
} from '../interest.ts'
import { memberTask, subjectOf } from '../next-tasks.ts'
import {
  type DeclarationKey,
  listDeclarations,
  lockDeclaration,
  saveDeclaration,
} from '../queries/declarations.ts'
import { listReviewedProposals } from '../queries/proposals.ts'
import { lockReview } from '../queries/reviews.ts'
import { deleteSheet, findSheet, listOwnSheets } from '../queries/sheets.ts'
import type { Review, ReviewedProposal } from '../review.ts'

/** What a member gave for the proposals of a review; one left out stays as it was declared. */
export type GivenDeclarations = ReadonlyMap<
  string,
  { readonly interest: string; readonly note: string }
>

export type DeclarationFault = {
  readonly proposalId: string
  readonly code: DeclarationProblem
}

export type DeclareProblem = 'scoring-closed' | readonly DeclarationFault[]

const stateOfSheet = async (scope: Scope, key: DeclarationKey): Promise<SheetState> => {
  const sheet = await findSheet(scope, key)
  if (!sheet) return 'none'
  return sheet.submittedAt ? 'submitted' : 'draft'
}

type Change = { readonly key: DeclarationKey; readonly declared: Declared; readonly before: string }

const planChange = async (
  scope: Scope,
  key: DeclarationKey,
  given: {
    readonly proposal: ReviewedProposal
    readonly sent: { readonly interest: string; readonly note: string } | undefined
  },
): Promise<Result<Change | undefined, DeclarationProblem>> => {
  const current = await lockDeclaration(scope, key)
  if (!given.sent) return current === undefined ? refuse('choose') : ok(undefined)
  const checked = checkDeclaration(given.sent, {
    current,
    ownGroup: isOfGroup(scope.actor, given.proposal.groupId),
    sheet: await stateOfSheet(scope, key),
  })
  if (!checked.ok) return checked
  if (checked.value.interest === 'none' && current === 'none') return ok(undefined)
  return ok({ key, declared: checked.value, before: current ?? '' })
}

const applyChange = async (scope: Scope, { key, declared, before }: Change): Promise<void> => {
  // The draft goes first: the database lets no sheet stand beside an interest.
  if (declared.interest !== 'none') await deleteSheet(scope, key)
  await saveDeclaration(scope, key, declared)
  await audit(scope, {
    action: 'review.declare',
    subjectKind: 'proposal',
    subjectId: key.proposalId,
    before: { interest: before },
    after: { interest: declared.interest },
  })
}

/** Opens for a member what is left to do, or nothing. */
export const renewMemberTask = async (
  scope: Scope,
  citySlug: string,
  review: Review,
  member: Pick<Person, 'accountId' | 'memberships'>,
): Promise<void> => {
  const { accountId } = member
  const proposals = (await listReviewedProposals(scope, review.id)).filter(
    ({ state }) => state !== 'withdrawn',
  )
  const declared = new Map(
    (await listDeclarations(scope, review.id, { accountId })).map((one) => [
      one.proposalId,
      one.interest,
    ]),
  )
  const submitted = new Set(
    (await listOwnSheets(scope, review.id, accountId))
      .filter((sheet) => sheet.submittedAt !== null)
      .map((sheet) => sheet.proposalId),
  )
  const parts = proposals.map((proposal) =>
    partOf({
      interest: declared.get(proposal.id),
      ownGroup: member.memberships.some((held) => held.groupId === proposal.groupId),
      submitted: submitted.has(proposal.id),
    }),
  )
  const undeclared = proposals.some((proposal) => !declared.has(proposal.id))
  const subject = subjectOf(review)
  await closeTasks(scope, subject, { accountId })
  if (undeclared)
    await insertTask(scope, subject, memberTask(citySlug, review, 'declare', accountId))
  else if (parts.includes('missing'))
    await insertTask(scope, subject, memberTask(citySlug, review, 'score', accountId))
}

/** Takes a member's declarations, all of them or none. */
export const declareInterests = async (
  scope: Scope,
  review: Review,
  member: Person,
  given: GivenDeclarations,
): Promise<Result<void, DeclareProblem>> => {
  if ((await lockReview(scope, review.id, 'share')) !== 'scoring') return refuse('scoring-closed')
  const proposals = (await listReviewedProposals(scope, review.id)).filter(
    ({ state }) => state !== 'withdrawn',
  )
  const changes: Change[] = []
  const faults: DeclarationFault[] = []
  for (const proposal of proposals) {
    const key = { reviewId: review.id, proposalId: proposal.id, accountId: member.accountId }
    const planned = await planChange(scope, key, { proposal, sent: given.get(proposal.id) })
    if (!planned.ok) faults.push({ proposalId: proposal.id, code: planned.error })
    else if (planned.value) changes.push(planned.value)
  }
  if (faults.length > 0) return refuse(faults)
  for (const change of changes) await applyChange(scope, change)
  await renewMemberTask(scope, scope.city.slug, review, member)
  return ok(undefined)
}
