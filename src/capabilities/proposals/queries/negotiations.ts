import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { Confirmation, Negotiation, NegotiationOutcome, Side } from '../negotiation.ts'

const confirmation = (
  by: string | null,
  name: string | null,
  at: Date | null,
  revision: number | null,
): Confirmation | null =>
  by !== null && at !== null && revision !== null ? { by, name: name ?? '', at, revision } : null

/** The talks about a proposal, with the names of those who confirmed; undefined before they begin. */
export const findNegotiation = async (
  scope: Scope,
  proposalId: string,
): Promise<Negotiation | undefined> => {
  const row = await scope.db
    .selectFrom('negotiations as n')
    .leftJoin('accounts as ga', (on) =>
      on.onRef('ga.city_id', '=', 'n.city_id').onRef('ga.id', '=', 'n.group_confirmed_by'),
    )
    .leftJoin('accounts as da', (on) =>
      on.onRef('da.city_id', '=', 'n.city_id').onRef('da.id', '=', 'n.department_confirmed_by'),
    )
    .selectAll('n')
    .select(['ga.name as group_name', 'da.name as department_name'])
    .where('n.city_id', '=', scope.city.id)
    .where('n.proposal_id', '=', proposalId)
    .executeTakeFirst()
  return (
    row && {
      proposalId,
      department: row.department,
      openedAt: row.opened_at,
      group: confirmation(
        row.group_confirmed_by,
        row.group_name,
        row.group_confirmed_at,
        row.group_revision,
      ),
      departmentSide: confirmation(
        row.department_confirmed_by,
        row.department_name,
        row.department_confirmed_at,
        row.department_revision,
      ),
      outcome: row.outcome as NegotiationOutcome | null,
      closedAt: row.closed_at,
    }
  )
}

export const insertNegotiation = async (
  scope: Scope,
  proposalId: string,
  department: string,
): Promise<void> => {
  await scope.db
    .insertInto('negotiations')
    .values({ city_id: scope.city.id, proposal_id: proposalId, department, opened_at: scope.now })
    .execute()
}

const nobody = {
  group_confirmed_by: null,
  group_confirmed_at: null,
  group_revision: null,
  department_confirmed_by: null,
  department_confirmed_at: null,
  department_revision: null,
} as const

/** Undoes both confirmations, and names another department where one is given. */
export const clearConfirmations = async (
  scope: Scope,
  proposalId: string,
  change: { readonly department?: string } = {},
): Promise<void> => {
  await scope.db
    .updateTable('negotiations')
    .set({ ...nobody, ...change })
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', '=', proposalId)
    .execute()
}

/** Keeps that a side agrees to a revision of the sheet. */
export const storeConfirmation = async (
  scope: Scope,
  proposalId: string,
  given: { readonly side: Side; readonly revision: number },
): Promise<void> => {
  const by = accountOf(scope.actor)
  const said =
    given.side === 'group'
      ? {
          group_confirmed_by: by,
          group_confirmed_at: scope.now,
          group_revision: given.revision,
        }
      : {
          department_confirmed_by: by,
          department_confirmed_at: scope.now,
          department_revision: given.revision,
        }
  await scope.db
    .updateTable('negotiations')
    .set(said)
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', '=', proposalId)
    .execute()
}

/** Ends the talks; the database refuses unless both confirmed the same revision. */
export const closeNegotiation = async (
  scope: Scope,
  proposalId: string,
  outcome: NegotiationOutcome,
): Promise<void> => {
  await scope.db
    .updateTable('negotiations')
    .set({ outcome, closed_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', '=', proposalId)
    .execute()
}
