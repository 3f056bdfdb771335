import type { Scope } from '#data/scope.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { closeTasks, insertTask, listTasksOf, type TaskDraft } from '../../procedures/index.ts'
import {
  listProposalsOfCall,
  type Proposal,
  proposalPaths,
  readyStep,
} from '../../proposals/index.ts'
import { readyTitles } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { findReviewOfCall } from '../queries/reviews.ts'
import { isUnderWay, type Review } from '../review.ts'

/** What the office does next with a proposal that is ready: that depends on whether a review runs already. */
const wantedTask = (
  slug: string,
  proposal: Pick<Proposal, 'id'>,
  review: Pick<Review, 'id' | 'state'> | undefined,
): Pick<TaskDraft, 'title' | 'url'> => {
  if (!isUnderWay(review))
    return { title: readyTitles.open, url: proposalPaths.officeReview(slug, proposal.id) }
  return review.state === 'scoring'
    ? { title: readyTitles.add, url: paths.additionsIn(slug, review.id) }
    : { title: readyTitles.afterThis, url: paths.show(slug, review.id) }
}

/** Says anew what is to be done with the call's proposals that wait for a committee; their days stay. */
export const retellReady = async (scope: Scope, callId: string): Promise<void> => {
  const review = await findReviewOfCall(scope, callId)
  for (const proposal of await listProposalsOfCall(scope, callId, ['ready'])) {
    const subject = { kind: 'proposal', id: proposal.id, title: proposal.title }
    const before = (await listTasksOf(scope, subject)).find(({ step }) => step === readyStep)
    const wanted = wantedTask(scope.city.slug, proposal, review)
    if (before?.title.ja === wanted.title.ja && before.url === wanted.url) continue
    await closeTasks(scope, subject, { step: readyStep })
    await insertTask(scope, subject, {
      ...wanted,
      step: readyStep,
      assignee: { role: 'office' },
      dueOn: before?.dueOn ?? review?.dueOn,
    })
  }
}

/** A proposal has become ready while a review may be running. */
export const hearReady = async (scope: Scope, { data }: DomainEvent): Promise<void> => {
  if (typeof data?.callId === 'string') await retellReady(scope, data.callId)
}
