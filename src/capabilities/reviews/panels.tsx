import type { Scope } from '#data/scope.ts'
import { type Actor, hasRole, isOfDepartment, isOfGroup } from '#kernel/actor.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type Panel, panel } from '#web/capability.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import type { PageRequest } from '#web/route.ts'
import { ButtonLink, ButtonRow, Section } from '#web/ui/index.ts'
import { findCall } from '../programmes/index.ts'
import { findProposal, type ProposalState } from '../proposals/index.ts'
import { paths } from './paths.ts'
import { isPublicByName, publicResultsOf } from './published.ts'
import {
  askCallResults,
  askProposalDecision,
  type CallDecisions,
  findEmptyEnd,
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
  adds = false,
}: {
  request: PageRequest
  callId: string
  reviewId: string | undefined
  /** The review runs already, and the proposal is still to be added to it. */
  adds?: boolean
}) => {
  const words = sentences[request.language].panel
  const { slug } = request.city
  return (
    <Section id="office-review" title={words.office}>
      <ButtonRow>
        {reviewId ? (
          <ButtonLink
            href={adds ? paths.additionsIn(slug, reviewId) : paths.show(slug, reviewId)}
            kind="secondary"
          >
            {adds ? words.toAdd : words.toReview}
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
const isGoing = async (scope: Scope, callId: string): Promise<boolean> => {
  const call = await findCall(scope, callId)
  return call?.state !== 'ended' && call?.state !== 'cancelled'
}

/** On the page of a call: what everyone may know of its review; and for the office, the way to it. */
const showCallResults = async (
  request: PageRequest,
  subject: { readonly id: string },
  found: CallDecisions | undefined,
): Promise<View | null> => {
  const { scope, language, city } = request
  const office = hasRole(scope.actor, 'office')
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

/** The review that runs for the call, and whether it still takes proposals. */
const findReviewUnderWay = async (scope: Scope, callId: string) => {
  const review = await findReviewOfCall(scope, callId)
  if (!isUnderWay(review)) return undefined
  return { id: review.id, adds: review.state === 'scoring' }
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
  if (proposal.state !== 'ready') {
    const reviewId = await findReviewIdOfProposal(scope, proposal.id)
    return <OfficeLinks request={request} callId={proposal.callId} reviewId={reviewId} />
  }
  const running = await findReviewUnderWay(scope, proposal.callId)
  return (
    <OfficeLinks
      request={request}
      callId={proposal.callId}
      reviewId={running?.id}
      adds={running?.adds ?? false}
    />
  )
}

/** On the page of a proposal: its decision, to everyone as far as the programme says, in full to those concerned. */
const showProposalResult = (
  request: PageRequest,
  subject: { readonly id: string },
  decision: ProposalDecision | undefined,
): View | null => {
  const { scope, language } = request
  if (!decision) return null
  const inside = readsInside(scope.actor, decision)
  if (!inside && !isPublicByName(decision.rule, decision.outcome)) return null
  return (
    <ProposalResult
      lang={language}
      city={request.city}
      decision={decision}
      inner={inside ? decision : undefined}
      replyPath={replyPathFor(request, subject.id, decision)}
    />
  )
}

/** What reviews add to the pages of calls and proposals. */
export const panels: readonly Panel[] = [
  panel<CallDecisions | undefined>({
    place: 'call',
    order: 40,
    ask: ({ scope }, { id }) => askCallResults(scope, id),
    show: showCallResults,
  }),
  panel<ProposalDecision | undefined>({
    place: 'proposal',
    order: 40,
    ask: ({ scope }, { id }) => askProposalDecision(scope, id),
    show: showProposalResult,
  }),
  { place: 'proposal', order: 41, render: showWayToReview },
]
