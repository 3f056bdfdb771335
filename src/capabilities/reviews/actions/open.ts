import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { writeMail } from '../../mails/index.ts'
import {
  closeTasks,
  insertEvent,
  insertTask,
  insertTasks,
  roleCodeOf,
} from '../../procedures/index.ts'
import { type Call, callStateAt, lockCall } from '../../programmes/index.ts'
import { listProposalsOfCall, startReview } from '../../proposals/index.ts'
import { mailTexts } from '../mail-texts.ts'
import { memberTask, officeTask, subjectOf } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { listCommittee } from '../queries/committee.ts'
import { insertReviewMembers, listReviewMembers, type ReviewMember } from '../queries/members.ts'
import { insertReviewProposals, listReviewedProposals } from '../queries/proposals.ts'
import { findReviewOfCall, getReview, insertReview, lockReview } from '../queries/reviews.ts'
import {
  findOpeningProblem,
  isUnderWay,
  type OpeningProblem,
  type Review,
  rubricFor,
} from '../review.ts'
import { checkRubric } from '../scoring.ts'
import { loadMoneyLeft } from './bounds.ts'

/** Until when the committee works, and why before the call has closed. */
export type OpeningDraft = { readonly dueOn: PlainDate | undefined; readonly reason: string }

const opened = { ja: '審査を開始', en: 'Review opened' }
const added = { ja: '審査する提案を追加', en: 'Proposals added to the review' }

/** A proposal of one's own group is another officer's work; one that moved meanwhile is looked at again. */
const refusalOf = (problem: TransitionProblem): 'own-group' | 'proposals-moved' =>
  problem === 'not-your-role' ? 'own-group' : 'proposals-moved'

/** Writes to members what the review asks of them. */
export const writeToMembers = async (
  scope: Scope,
  city: City,
  review: Pick<Review, 'id' | 'title' | 'dueOn'>,
  letter: {
    readonly kind: 'opened' | 'added' | 'reminder'
    readonly members: readonly ReviewMember[]
  },
): Promise<void> => {
  for (const { name, email, language } of letter.members.filter(({ active }) => active))
    await writeMail(scope, {
      to: email,
      ...mailTexts[language][letter.kind]({
        name,
        city: say(city.name, language),
        call: say(review.title, language),
        dueOn: formatDate(review.dueOn, language),
        link: `${scope.outside.publicUrl}${paths.show(city.slug, review.id)}`,
      }),
      about: { kind: 'review', id: review.id, title: say(review.title, language) },
      dueOn: review.dueOn,
    })
}

const recordOpening = async (
  scope: Scope,
  city: City,
  review: Review,
  given: { readonly reason: string; readonly proposals: number; readonly members: number },
): Promise<void> => {
  const subject = subjectOf(review)
  await insertEvent(scope, subject, {
    step: 'open',
    title: opened,
    role: roleCodeOf(scope.actor),
    to: 'scoring',
    ...(given.reason ? { reason: given.reason } : {}),
  })
  await insertTask(scope, subject, officeTask(city.slug, review, 'close'))
  await audit(scope, {
    action: 'review.open',
    subjectKind: 'review',
    subjectId: review.id,
    after: { callId: review.callId, dueOn: review.dueOn, ...given },
  })
}

/**
 * Puts a call's proposals that are ready before the programme's committee of today. The rubric is frozen
 * here: whatever the programme says later, this review is counted by it. What came too late for a review
 * that is decided is reviewed in a further one, with the money that is left.
 */
export const openReview = async (
  scope: Scope,
  city: City,
  given: { readonly call: Call; readonly draft: OpeningDraft },
): Promise<Result<Review, OpeningProblem>> => {
  const { call, draft } = given
  const envelope = await lockCall(scope, call.id)
  if (isUnderWay(await findReviewOfCall(scope, call.id))) return refuse('opened-already')
  const left = await loadMoneyLeft(scope, call, envelope)
  const rubric = rubricFor(call.definition.rubric, left)
  if (!checkRubric(rubric).ok) return refuse('rubric-unsound')
  const proposals = await listProposalsOfCall(scope, call.id, ['ready'])
  const committee = await listCommittee(scope, call.programmeId)
  const problem = findOpeningProblem({
    today: tokyoDayOf(scope.now),
    callClosed: callStateAt(call, scope.now) === 'closed',
    reason: draft.reason,
    dueOn: draft.dueOn,
    proposals: proposals.length,
    members: committee.length,
    quorum: rubric.quorum,
  })
  if (problem || !draft.dueOn) return refuse(problem ?? 'due-date')
  const id = await insertReview(scope, { callId: call.id, rubric, dueOn: draft.dueOn })
  if (!id) return refuse('opened-already')
  const ids = proposals.map((proposal) => proposal.id)
  await insertReviewProposals(scope, id, { ids, after: 0 })
  await insertReviewMembers(
    scope,
    id,
    committee.map(({ accountId }) => accountId),
  )
  const started = await startReview(scope, ids)
  if (!started.ok) return refuse(refusalOf(started.error.problem))
  const review = await getReview(scope, id)
  await recordOpening(scope, city, review, {
    reason: draft.reason.trim(),
    proposals: ids.length,
    members: committee.length,
  })
  const members = await listReviewMembers(scope, id)
  await insertTasks(
    scope,
    subjectOf(review),
    members.map(({ accountId }) => memberTask(city.slug, review, 'declare', accountId)),
  )
  await writeToMembers(scope, city, review, { kind: 'opened', members })
  return ok(review)
}

/** Takes proposals that have become ready since into a review that still scores. @returns how many */
export const addProposals = async (
  scope: Scope,
  city: City,
  review: Review,
): Promise<Result<number, 'scoring-closed' | 'no-proposals' | 'own-group' | 'proposals-moved'>> => {
  await lockCall(scope, review.callId)
  if ((await lockReview(scope, review.id, 'update')) !== 'scoring') return refuse('scoring-closed')
  const proposals = await listProposalsOfCall(scope, review.callId, ['ready'])
  if (proposals.length === 0) return refuse('no-proposals')
  const present = await listReviewedProposals(scope, review.id)
  const ids = proposals.map(({ id }) => id)
  const after = Math.max(0, ...present.map(({ position }) => position))
  await insertReviewProposals(scope, review.id, { ids, after })
  const started = await startReview(scope, ids)
  if (!started.ok) return refuse(refusalOf(started.error.problem))
  const subject = subjectOf(review)
  await insertEvent(scope, subject, {
    step: 'add',
    title: added,
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: 'review.add',
    subjectKind: 'review',
    subjectId: review.id,
    after: { proposals: ids },
  })
  const members = await listReviewMembers(scope, review.id)
  for (const { accountId } of members) {
    await closeTasks(scope, subject, { accountId })
    await insertTask(scope, subject, memberTask(city.slug, review, 'declare', accountId))
  }
  await writeToMembers(scope, city, review, { kind: 'added', members })
  return ok(ids.length)
}
