import { countParts, type Interest, type Part, type PartCounts, partOf } from './interest.ts'
import type { ReviewedProposal } from './review.ts'
import type { Entry, Scores } from './scoring.ts'

/** Everything from which progress is told. Nothing here says how anybody scored. */
export type ProgressFacts = {
  readonly proposals: readonly ReviewedProposal[]
  readonly members: readonly { readonly accountId: string; readonly name: string }[]
  readonly declarations: readonly {
    readonly proposalId: string
    readonly accountId: string
    readonly interest: Interest
  }[]
  readonly marks: readonly { readonly proposalId: string; readonly accountId: string }[]
  /** Members who belong to a group today. */
  readonly ties: readonly { readonly accountId: string; readonly groupId: string }[]
}

/** One proposal's progress: counts, and who is still awaited. */
export type ProposalProgress = {
  readonly proposal: ReviewedProposal
  readonly counts: PartCounts
  /** Members who have not declared or not submitted. */
  readonly awaited: readonly { readonly accountId: string; readonly name: string }[]
  readonly parts: ReadonlyMap<string, Part>
}

const keyOf = (...ids: readonly string[]): string => ids.join('/')

/** How far the committee has come with each proposal. */
export const progressOf = (facts: ProgressFacts): readonly ProposalProgress[] => {
  const interests = new Map(
    facts.declarations.map((one) => [keyOf(one.proposalId, one.accountId), one.interest]),
  )
  const submitted = new Set(facts.marks.map((one) => keyOf(one.proposalId, one.accountId)))
  const ties = new Set(facts.ties.map((one) => keyOf(one.groupId, one.accountId)))
  return facts.proposals.map((proposal) => {
    const parts = new Map(
      facts.members.map(({ accountId }) => [
        accountId,
        partOf({
          interest: interests.get(keyOf(proposal.id, accountId)),
          ownGroup: ties.has(keyOf(proposal.groupId, accountId)),
          submitted: submitted.has(keyOf(proposal.id, accountId)),
        }),
      ]),
    )
    return {
      proposal,
      parts,
      counts: countParts([...parts.values()]),
      awaited: facts.members.filter(({ accountId }) => isAwaited(parts.get(accountId))),
    }
  })
}

/** True for a part that is still to be done. */
export const isAwaited = (part: Part | undefined): boolean =>
  part === 'undeclared' || part === 'missing'

/** Members who still have something to do, each once. */
export const listAwaited = (progress: readonly ProposalProgress[]): readonly string[] => [
  ...new Set(progress.flatMap(({ awaited }) => awaited.map(({ accountId }) => accountId))),
]

/** What stands in the way of closing without a word: sheets that are missing, and proposals below the quorum. */
export type ClosingState = {
  readonly missing: number
  readonly belowQuorum: readonly ReviewedProposal[]
  readonly reasonNeeded: boolean
}

/** What would be closed now. */
export const closingStateOf = (
  progress: readonly ProposalProgress[],
  quorum: number,
): ClosingState => {
  const missing = progress.reduce((sum, { awaited }) => sum + awaited.length, 0)
  const belowQuorum = progress
    .filter(({ counts }) => counts.submitted < quorum)
    .map(({ proposal }) => proposal)
  return { missing, belowQuorum, reasonNeeded: missing > 0 || belowQuorum.length > 0 }
}

/** The sheets as the ranking counts them: points given, 除斥, or missing. */
export const entriesOf = (
  progress: readonly ProposalProgress[],
  sheets: readonly {
    readonly proposalId: string
    readonly accountId: string
    readonly scores: Scores
  }[],
): readonly Entry[] => {
  const given = new Map(
    sheets.map((sheet) => [keyOf(sheet.proposalId, sheet.accountId), sheet.scores]),
  )
  return progress.map(({ proposal, parts }) => ({
    proposal: proposal.id,
    request: proposal.requested,
    sheets: [...parts].map(([reviewer, part]) => {
      const scores = given.get(keyOf(proposal.id, reviewer))
      if (part === 'recused') return { reviewer, scores: 'recused' as const }
      return { reviewer, scores: part === 'submitted' && scores ? scores : ('missing' as const) }
    }),
  }))
}
