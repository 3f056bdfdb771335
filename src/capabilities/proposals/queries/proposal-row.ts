import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Proposal, ProposalChannel, ProposalState } from '../proposal.ts'

export type ProposalRow = {
  id: string
  call_id: string
  group_id: string
  group_name: string
  group_number: string | null
  type: string
  theme_id: string | null
  theme_title: string | null
  theme_cap: number | null
  issue_id: string | null
  issue_title: string | null
  issue_state: string | null
  state: string
  receipt_number: string | null
  title: string
  summary: string
  requested_amount: number | null
  years: number | null
  department: string | null
  submitted_at: Date | null
  correction_due: string | null
  created_by: string | null
  channel: string
  sample: boolean
  created_at: Date
  updated_at: Date
}

/** States in which everyone may read an issue: only then its title stands beside a proposal. */
const publicIssue: readonly string[] = ['published', 'closed']

export const toProposal = (row: ProposalRow): Proposal => ({
  id: row.id,
  callId: row.call_id,
  groupId: row.group_id,
  groupName: row.group_name,
  groupHasPage: row.group_number !== null,
  type: row.type,
  themeId: row.theme_id,
  themeTitle: row.theme_title,
  themeCap: row.theme_cap,
  issueId: row.issue_id,
  issueTitle: publicIssue.includes(row.issue_state ?? '') ? row.issue_title : null,
  state: row.state as ProposalState,
  receiptNumber: row.receipt_number,
  title: row.title,
  summary: row.summary,
  requestedAmount: row.requested_amount,
  years: row.years,
  department: row.department,
  submittedAt: row.submitted_at,
  correctionDue: row.correction_due as PlainDate | null,
  createdBy: row.created_by,
  channel: row.channel as ProposalChannel,
  sample: row.sample,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** Proposals of the scope's city with the names of what they belong to. */
export const selectProposals = (scope: Scope) =>
  scope.db
    .selectFrom('proposals as p')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'p.city_id').onRef('g.id', '=', 'p.group_id'),
    )
    .leftJoin('themes as t', (on) =>
      on.onRef('t.city_id', '=', 'p.city_id').onRef('t.id', '=', 'p.theme_id'),
    )
    .leftJoin('issues as i', (on) =>
      on.onRef('i.city_id', '=', 'p.city_id').onRef('i.id', '=', 'p.issue_id'),
    )
    .select([
      'p.id',
      'p.call_id',
      'p.group_id',
      'g.name as group_name',
      'g.number as group_number',
      'p.type',
      'p.theme_id',
      't.title as theme_title',
      't.cap as theme_cap',
      'p.issue_id',
      'i.title as issue_title',
      'i.state as issue_state',
      'p.state',
      'p.receipt_number',
      'p.title',
      'p.summary',
      'p.requested_amount',
      'p.years',
      'p.department',
      'p.submitted_at',
      'p.correction_due',
      'p.created_by',
      'p.channel',
      'p.sample',
      'p.created_at',
      'p.updated_at',
    ])
    .where('p.city_id', '=', scope.city.id)

/** Calls of the city whose definition says so: looked at once, however many proposals there are. */
const callsThatPublish = (scope: Scope, rule: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql<boolean>`p.call_id IN (SELECT c.id FROM calls c WHERE c.city_id = ${scope.city.id} AND ${rule})`

/**
 * True for proposals that everyone may know of, by what their own call publishes; the same rule as
 * `isPublic`. Stands in queries over `proposals as p`.
 */
export const isPublicRow = (scope: Scope): RawBuilder<boolean> => {
  const underWay = sql<boolean>`(c.definition -> 'publish' ->> 'submitted')::boolean`
  const named = sql<boolean>`c.definition -> 'publish' ->> 'notSelected' = 'names'`
  return sql<boolean>`(p.state IN ('selected', 'conditional')
    OR (p.state IN ('submitted', 'returned', 'negotiating', 'ready', 'reviewing') AND ${callsThatPublish(scope, underWay)})
    OR (p.state IN ('reserve', 'not_selected') AND ${callsThatPublish(scope, named)}))`
}
