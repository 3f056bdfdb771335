import { holdPlace } from '#data/place.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Proposal, ProposalChannel, ProposalState } from '../proposal.ts'
import { selectProposals, toProposal } from './proposal-row.ts'

/** The proposal in whatever state it is, or undefined. */
export const findProposal = async (scope: Scope, id: string): Promise<Proposal | undefined> => {
  if (!isId(id)) return undefined
  const row = await selectProposals(scope).where('p.id', '=', id).executeTakeFirst()
  return row && toProposal(row)
}

/** The proposal in whatever state it is. @throws NotFound */
export const getProposal = async (scope: Scope, id: string): Promise<Proposal> => {
  const proposal = await findProposal(scope, id)
  if (!proposal) throw new NotFound('proposal')
  return proposal
}

/** The proposal, held until the transaction ends: two people acting at once come one after the other. */
export const lockProposal = async (scope: Scope, id: string): Promise<Proposal> => {
  if (!isId(id)) throw new NotFound('proposal')
  await scope.db
    .selectFrom('proposals')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return getProposal(scope, id)
}

export type NewProposal = {
  readonly callId: string
  readonly groupId: string
  readonly type: string
  readonly themeId: string | null
  readonly issueId: string | null
  readonly department: string | null
  readonly channel: ProposalChannel
}

export const insertProposal = async (scope: Scope, proposal: NewProposal): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('proposals')
    .values({
      city_id: scope.city.id,
      id,
      call_id: proposal.callId,
      group_id: proposal.groupId,
      type: proposal.type,
      theme_id: proposal.themeId,
      issue_id: proposal.issueId,
      department: proposal.department,
      channel: proposal.channel,
      state: 'draft',
      created_by: accountOf(scope.actor),
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

/** What the answers say, kept beside the state for lists. */
export type ProposalFacts = {
  readonly title: string
  readonly summary: string
  readonly requested_amount: number | null
  readonly years: number | null
}

/** What a step adds to the row. */
export type MovedFacts = Partial<ProposalFacts> & {
  readonly receipt_number?: string
  readonly submitted_at?: Date
  readonly correction_due?: PlainDate | null
  readonly department?: string
}

export const updateFacts = async (
  scope: Scope,
  id: string,
  facts: ProposalFacts,
): Promise<void> => {
  await scope.db
    .updateTable('proposals')
    .set({ ...facts, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Stores the new state where the old one still stands. @returns false when somebody was faster */
export const moveProposal = async (
  scope: Scope,
  id: string,
  move: {
    readonly from: ProposalState
    readonly to: ProposalState
    readonly facts?: MovedFacts | undefined
  },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('proposals')
    .set({ ...move.facts, state: move.to, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Lets proposals of one group in one call be sent one after the other only: the second sees the first. */
export const holdGroupInCall = (
  scope: Scope,
  { callId, groupId }: Pick<Proposal, 'callId' | 'groupId'>,
): Promise<void> => holdPlace(scope, `proposal ${scope.city.id} ${callId} ${groupId}`)

/** True when the group has another proposal in the call that was sent and not taken back. */
export const hasSentAnother = async (
  scope: Scope,
  proposal: Pick<Proposal, 'id' | 'callId' | 'groupId'>,
): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('proposals')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('call_id', '=', proposal.callId)
    .where('group_id', '=', proposal.groupId)
    .where('id', '<>', proposal.id)
    .where('state', 'not in', ['draft', 'withdrawn', 'ineligible'])
    .executeTakeFirst()
  return row !== undefined
}

/** How many drafts a group has in a call. */
export const countDrafts = async (
  scope: Scope,
  of: { readonly callId: string; readonly groupId: string },
): Promise<number> => {
  const row = await scope.db
    .selectFrom('proposals')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('call_id', '=', of.callId)
    .where('group_id', '=', of.groupId)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow()
  return row.n
}
