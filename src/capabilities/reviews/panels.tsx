import type { Scope } from '#data/scope.ts'
import { type Actor, hasRole, isOfDepartment, isOfGroup } from '#kernel/actor.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { Panel } from '#web/capability.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import type { PageRequest } from '#web/route.ts'
import { ButtonLink, ButtonRow, Section } from '#web/ui/index.ts'
import { findCall } from '../programmes/index.ts'
import { findProposal, type ProposalState } from '../proposals/index.ts'
import { paths } from './paths.ts'
import { isPublicByName, publicResultsOf } from './published.ts'
import {
  findCallResults,
  findEmptyEnd,
  findProposalDecision,
  type ProposalDecision,
} from './queries/panels.ts'
import { findReviewIdOfProposal, findReviewOfCall } from './queries/reviews.ts'
import { isUnderWay } from './review.ts'
import { sentences } from './sentences.ts'
import { CallResults, EmptyResults, ProposalResult } from './views/results.tsx'

/** To the review, or to where one is opened. */
const OfficeLinks = ({
  request,
  callId,
  reviewId,
}: {
  request: PageRequest
  callId: string
  reviewId: string | undefined
}) => {
  const words = sentences[request.language].panel
  const { slug } = request.city
  return (
    <Section id="office-review" title={words.office}>
      <ButtonRow>
        {reviewId ? (
          <ButtonLink href={paths.show(slug, reviewId)} kind="secondary">
            {words.toReview}
          </ButtonLink>
        ) : (
          <ButtonLink href={paths.opening(slug, callId)} kind="secondary">
            {words.open}
          </ButtonLink>
        )}
      </ButtonRow>
    </Section>
  )
}

/** States in which the office's next step is taken in the review. */
const underReview: readonly ProposalState[] = ['ready', 'reviewing', 'reserve']

/** A call that was cancelled has nothing to review. */
const isGoing = async (scope: Scope, callId: string): Promise<boolean> =>
  (await findCall(scope, callId))?.state !== 'ended'

/** On the page of a call: what everyone may know of its review; and for the office, the way to it. */
const showCallResults = async (
  request: PageRequest,
  subject: { readonly id: string },
): Promise<View | null> => {
  const { scope, language, city } = request
  const office = hasRole(scope.actor, 'office')
  const found = await findCallResults(scope, subject.id)
  const results = found && publicResultsOf(found.rule, found.decisions)
  const end = found ? undefined : await findEmptyEnd(scope, subject.id)
  const review = office ? await findReviewOfCall(scope, subject.id) : undefined
  const anything =
    results &&
    (results.named.length > 0 ||
      (results.others?.reserve ?? 0) + (results.others?.notSelected ?? 0) > 0)
  if (!anything && !end && !office) return null
  return (
    <>
      {anything && <CallResults lang={language} citySlug={city.slug} results={results} />}
      {end && <EmptyResults lang={language} end={end} />}
      {office && !end && (review || (await isGoing(scope, subject.id))) && (
        <OfficeLinks request={request} callId={subject.id} reviewId={review?.id} />
      )}
    </>
  )
}

/** The group, the office and the department that will work with it read the reason and the conditions too. */
const readsInside = (actor: Actor, decision: ProposalDecision): boolean =>
  isOfGroup(actor, decision.groupId) ||
  hasRole(actor, 'office') ||
  (decision.department !== null && isOfDepartment(actor, decision.department))

const replyPathFor = (
  request: PageRequest,
  proposalId: string,
  decision: ProposalDecision,
): string | undefined => {
  const { scope, city } = request
  const { offer, groupId } = decision
  const open = offer?.answer === null && tokyoDayOf(scope.now) <= offer.replyBy
  return open && isOfGroup(scope.actor, groupId, 'representative', 'manager')
    ? paths.offer(city.slug, proposalId)
    : undefined
}

const findReviewUnderWay = async (scope: Scope, callId: string): Promise<string | undefined> => {
  const review = await findReviewOfCall(scope, callId)
  return isUnderWay(review) ? review?.id : undefined
}

/** For the office, from a proposal that waits for its review or is in it: the way there. */
const showWayToReview = async (
  request: PageRequest,
  subject: { readonly id: string },
): Promise<View | null> => {
  const { scope } = request
  if (!hasRole(scope.actor, 'office')) return null
  const proposal = await findProposal(scope, subject.id)
  if (!proposal || !underReview.includes(proposal.state)) return null
  const reviewId =
    proposal.state === 'ready'
      ? await findReviewUnderWay(scope, proposal.callId)
      : await findReviewIdOfProposal(scope, proposal.id)
  return <OfficeLinks request={request} callId={proposal.callId} reviewId={reviewId} />
}

/** On the page of a proposal: its decision, to everyone as far as the programme says, in full to those concerned. */
const showProposalResult = async (
  request: PageRequest,
  subject: { readonly id: string },
): Promise<View | null> => {
  const { scope, language } = request
  const decision = await findProposalDecision(scope, subject.id)
  if (!decision) return null
  const inside = readsInside(scope.actor, decision)
  if (!inside && !isPublicByName(decision.rule, decision.outcome)) return null
  return (
    <ProposalResult
      lang={language}
      decision={decision}
      inner={inside ? decision : undefined}
      replyPath={replyPathFor(request, subject.id, decision)}
    />
  )
}

/** What reviews add to the pages of calls and proposals. */
export const panels: readonly Panel[] = [
  { place: 'call', order: 40, render: showCallResults },
  { place: 'proposal', order: 40, render: showProposalResult },
  { place: 'proposal', order: 41, render: showWayToReview },
]
