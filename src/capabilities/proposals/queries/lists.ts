import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import type { Proposal, ProposalState } from '../proposal.ts'
import { isPublicRow, selectProposals, toProposal } from './proposal-row.ts'

export const pageSize = 50

/** What a list of proposals is narrowed to. */
export type Asked = {
  readonly callId?: string | undefined
  readonly state?: ProposalState | undefined
  readonly page: number
}

export type Page = { readonly proposals: readonly Proposal[]; readonly total: number }

type Rows = ReturnType<typeof selectProposals>

const narrow = (rows: Rows, { callId, state }: Omit<Asked, 'page'>): Rows => {
  let query = rows
  if (callId) query = query.where('p.call_id', '=', callId)
  if (state) query = query.where('p.state', '=', state)
  return query
}

const newestFirst = (rows: Rows): Rows =>
  rows
    .orderBy('p.submitted_at', (order) => order.desc().nullsFirst())
    .orderBy('p.id')
    .limit(pageSize)

/** One page of rows, newest first, with how many there are in all: one query, whatever the page. */
const readPage = async (rows: Rows, page: number): Promise<Page> => {
  const found = await newestFirst(rows)
    .select((is) => is.fn.countAll<number>().over().as('total'))
    .offset((page - 1) * pageSize)
    .execute()
  return { proposals: found.map(toProposal), total: found[0]?.total ?? 0 }
}

/** Proposals that everyone may know of. */
export const listPublicProposals = (scope: Scope, asked: Asked): Promise<Page> =>
  readPage(narrow(selectProposals(scope), asked).where(isPublicRow(scope)), asked.page)

/** Proposals of the person's own groups, in whatever state. */
export const listOwnProposals = async (
  scope: Scope,
  person: { readonly memberships: readonly { readonly groupId: string }[] },
): Promise<Proposal[]> => {
  const groups = person.memberships.map((held) => held.groupId)
  if (groups.length === 0) return []
  const rows = await selectProposals(scope)
    .where('p.group_id', 'in', groups)
    .orderBy('p.updated_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(toProposal)
}

/** Whose worklist: all that reached the city, or that of certain departments only. */
export type Desk = { readonly departments?: readonly string[] }

/** What reached the city: everything sent, and what the office is entering from paper. */
const deskRows = (scope: Scope, desk: Desk) => {
  const { departments } = desk
  const rows = selectProposals(scope)
  if (departments)
    return rows
      .where('p.submitted_at', 'is not', null)
      .where('p.department', 'in', departments.length > 0 ? [...departments] : [''])
  return rows.where((is) =>
    is.or([is('p.submitted_at', 'is not', null), is('p.channel', '<>', 'web')]),
  )
}

/** One page of a worklist. */
export const listDeskProposals = (scope: Scope, desk: Desk, asked: Asked): Promise<Page> =>
  readPage(narrow(deskRows(scope, desk), asked), asked.page)

/** How many proposals of a worklist are in each state. */
export const countDeskStates = async (
  scope: Scope,
  desk: Desk,
  callId: string | undefined,
): Promise<ReadonlyMap<ProposalState, number>> => {
  const rows = await narrow(deskRows(scope, desk), { callId })
    .clearSelect()
    .select(['p.state', (is) => is.fn.countAll<number>().as('n')])
    .groupBy('p.state')
    .execute()
  return new Map(rows.map(({ state, n }) => [state as ProposalState, n]))
}

/** Proposals of a call in these states, in the order of their receipt. */
export const listProposalsOfCall = async (
  scope: Scope,
  callId: string,
  states: readonly ProposalState[],
): Promise<Proposal[]> => {
  if (states.length === 0) return []
  const rows = await selectProposals(scope)
    .where('p.call_id', '=', callId)
    .where('p.state', 'in', [...states])
    .orderBy('p.submitted_at')
    .orderBy('p.id')
    .execute()
  return rows.map(toProposal)
}

/** How many proposals of a call were not selected, for programmes that tell the number only. */
export const countNotSelected = async (scope: Scope, callId: string): Promise<number> => {
  const row = await scope.db
    .selectFrom('proposals')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('call_id', '=', callId)
    .where('state', '=', 'not_selected')
    .executeTakeFirstOrThrow()
  return row.n
}

/** What a public list of proposals belongs to. */
export type Origin =
  | { readonly kind: 'issue'; readonly id: string }
  | { readonly kind: 'theme'; readonly id: string }
  | { readonly kind: 'call'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }

const originColumns = {
  issue: 'p.issue_id',
  theme: 'p.theme_id',
  call: 'p.call_id',
  group: 'p.group_id',
} as const

/** Public proposals made from an issue or theme, in a call, or by a group; the newest fifty. */
export const askPublicFrom = (scope: Scope, origin: Origin): Question<readonly Proposal[]> => {
  const rows = selectProposals(scope)
    .where(originColumns[origin.kind], '=', origin.id)
    .where(isPublicRow(scope))
  return question(newestFirst(rows), (found) =>
    found.map((row) =>
      toProposal({
        ...row,
        submitted_at: row.submitted_at === null ? null : new Date(row.submitted_at),
        created_at: new Date(row.created_at),
        updated_at: new Date(row.updated_at),
      }),
    ),
  )
}
