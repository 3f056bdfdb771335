import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { type Channel, type RoleCode, takeStep } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import { publishEntry, withdrawEntry } from '../../publishing/index.ts'
import { tasksIn } from '../next-tasks.ts'
import { paths } from '../paths.ts'
import { rolesTowards } from '../policy.ts'
import {
  isPublic,
  type Proposal,
  type ProposalState,
  type ProposalStep,
  proposalWorkflow,
  titleOf,
} from '../proposal.ts'
import { getProposal, type MovedFacts, moveProposal } from '../queries/proposals.ts'

/** The kind under which timeline, tasks, files and messages know a proposal. */
export const proposalKind = 'proposal'

/** What the timeline and tasks call this proposal. */
export const subjectOf = (proposal: Pick<Proposal, 'id' | 'title'>) => ({
  kind: proposalKind,
  id: proposal.id,
  title: titleOf(proposal),
})

/** The key of the sheet that holds a proposal's answers, or those of its talks. */
export const sheetKeyOf = (proposalId: string, purpose: 'proposal' | 'negotiation') => ({
  kind: proposalKind,
  id: proposalId,
  purpose,
})

/** One step of a proposal, with what its row learns from it. */
export type ProposalMove = {
  readonly proposal: Proposal
  readonly call: Call
  readonly name: ProposalStep
  /** In which role the timeline names the actor. */
  readonly role: RoleCode
  readonly reason?: string | undefined
  readonly channel?: Channel | undefined
  readonly documentNumber?: string | undefined
  readonly title?: Bilingual | undefined
  readonly facts?: MovedFacts | undefined
}

/** Steps that the public follows on a public page. The others carry reasons that are between the parties. */
const publicSteps: readonly ProposalStep[] = [
  'submit',
  'pass',
  'agree',
  'open-review',
  'select',
  'select-on-conditions',
  'put-in-reserve',
  'decline',
  'accept-offer',
  'decline-offer',
]

/** Lets everyone find the proposal, or no longer, by what its call publishes. */
const publishState = async (scope: Scope, proposal: Proposal, call: Call): Promise<void> => {
  if (!isPublic(proposal.state, call.definition.publish))
    return withdrawEntry(scope, 'proposal', proposal.id)
  const title = titleOf(proposal)
  return publishEntry(scope, {
    kind: 'proposal',
    id: proposal.id,
    title: { ja: title, en: title },
    summary: { ja: proposal.summary, en: proposal.summary },
    body: proposal.groupName,
    url: paths.show(scope.city.slug, proposal.id),
    happenedOn: tokyoDayOf(proposal.submittedAt ?? scope.now),
  })
}

/** Takes the step: timeline, audit, who acts next, the new state and what is public, all or nothing. */
export const takeProposalStep = async (
  scope: Scope,
  move: ProposalMove,
): Promise<Result<Proposal, TransitionProblem>> => {
  const { proposal, call, name, facts } = move
  const changed: Proposal = {
    ...proposal,
    title: facts?.title ?? proposal.title,
    department: facts?.department ?? proposal.department,
  }
  const taken = await takeStep<ProposalState, ProposalStep>(scope, proposalWorkflow, {
    subject: subjectOf(changed),
    state: proposal.state,
    name,
    roles: rolesTowards(scope.actor, proposal),
    role: move.role,
    reason: move.reason,
    documentNumber: move.documentNumber,
    channel: move.channel,
    title: move.title,
    public: publicSteps.includes(name),
    next: (to) =>
      tasksIn(to, changed, {
        citySlug: scope.city.slug,
        today: tokyoDayOf(scope.now),
        call,
        correctionDue: facts?.correction_due ?? null,
      }),
  })
  if (!taken.ok) return taken
  const moved = await moveProposal(scope, proposal.id, {
    from: proposal.state,
    to: taken.value,
    facts,
  })
  if (!moved) return refuse('not-from-here')
  const after = await getProposal(scope, proposal.id)
  await publishState(scope, after, call)
  return ok(after)
}

/** Tells later capabilities what happened to a proposal. */
export const announceProposal = (
  scope: Scope,
  name: 'submitted' | 'checked' | 'ready' | 'withdrawn' | 'decided',
  proposal: Proposal,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  scope.outside.announce(scope, {
    name: `proposal.${name}`,
    subjectKind: proposalKind,
    subjectId: proposal.id,
    data: {
      callId: proposal.callId,
      groupId: proposal.groupId,
      department: proposal.department,
      state: proposal.state,
      ...data,
    },
  })
