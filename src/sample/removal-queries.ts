import { type EntryKind, entryKinds, withdrawEntries } from '#capabilities/publishing/index.ts'
import type { Scope } from '#data/scope.ts'
import { listed, type Samples } from './found-queries.ts'

/** What every procedure has in common, in an order that keeps a letter's file until the letter is gone. */
const subjectTables = [
  'tasks',
  'timeline_events',
  'messages',
  'notices',
  'sheets',
  'files',
] as const

const isEntryKind = (kind: string): kind is EntryKind => entryKinds.some((known) => known === kind)

/** The samples as history, tasks, files and messages know them. */
const subjectsOf = (samples: Samples): readonly (readonly [string, readonly string[]])[] => [
  ['group', samples.groups],
  ['group-page', samples.groups],
  ['revision', samples.revisions],
  ['news', samples.news],
  ['offer-answer', samples.offerAnswers],
  ['issue', samples.issues],
  ['survey', samples.surveys],
  // The results of a survey stand in the search beside it.
  ['survey', samples.surveys.map((id) => `results-${id}`)],
  ['tabulation', samples.surveys],
  ['theme', samples.themes],
  ['consultation', samples.consultations],
  ['proposal', samples.proposals],
  ['project', samples.projects],
  ['evaluation', samples.projects],
  ['review', samples.reviews],
  ['call', samples.calls],
  ['progress-round', samples.rounds],
  ['progress-part', samples.parts],
]

const deleteByIds = async (
  scope: Scope,
  table:
    | 'progress_rounds'
    | 'projects'
    | 'reviews'
    | 'consultations'
    | 'proposals'
    | 'themes'
    | 'issues'
    | 'surveys'
    | 'calls'
    | 'groups'
    | 'accounts',
  ids: readonly string[],
): Promise<void> => {
  await scope.db
    .deleteFrom(table)
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', listed(ids))
    .execute()
}

const deleteOfProposals = async (
  scope: Scope,
  table: 'decisions' | 'score_sheets' | 'interest_declarations' | 'review_proposals',
  proposals: readonly string[],
): Promise<void> => {
  await scope.db
    .deleteFrom(table)
    .where('city_id', '=', scope.city.id)
    .where('proposal_id', 'in', listed(proposals))
    .execute()
}

/** What everyone could find of the years of plans. */
const withdrawYears = async (scope: Scope, rounds: readonly string[]): Promise<void> => {
  const rows = await scope.db
    .selectFrom('progress_rounds')
    .select(['plan_id', 'fiscal_year'])
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', listed(rounds))
    .execute()
  const ids = rows.map(({ plan_id, fiscal_year }) => `${plan_id}/progress/${fiscal_year}`)
  await withdrawEntries(scope, 'plan', ids)
}

/** The parts of the chain, from its end to its beginning; what hangs on a row goes with it. */
export const deleteChain = async (scope: Scope, samples: Samples): Promise<void> => {
  await withdrawYears(scope, samples.rounds)
  await deleteByIds(scope, 'progress_rounds', samples.rounds)
  await deleteByIds(scope, 'projects', samples.projects)
  const tables = ['decisions', 'score_sheets', 'interest_declarations', 'review_proposals'] as const
  for (const table of tables) await deleteOfProposals(scope, table, samples.proposals)
  await deleteByIds(scope, 'reviews', samples.reviews)
  await deleteByIds(scope, 'consultations', samples.consultations)
  await deleteByIds(scope, 'proposals', samples.proposals)
  await deleteByIds(scope, 'themes', samples.themes)
  await deleteByIds(scope, 'issues', samples.issues)
  await deleteByIds(scope, 'surveys', samples.surveys)
}

/** History, tasks, messages, letters, answers, files, and what everyone could find of the samples. */
export const deleteTraces = async (scope: Scope, samples: Samples): Promise<void> => {
  for (const table of subjectTables)
    for (const [kind, ids] of subjectsOf(samples))
      await scope.db
        .deleteFrom(table)
        .where('city_id', '=', scope.city.id)
        .where('subject_kind', '=', kind)
        .where('subject_id', 'in', listed(ids))
        .execute()
  for (const [kind, ids] of subjectsOf(samples))
    if (isEntryKind(kind)) await withdrawEntries(scope, kind, ids)
}

/** What waits for sample people or was written to them, wherever it belongs. */
export const deleteOfPeople = async (scope: Scope, samples: Samples): Promise<void> => {
  const accounts = listed(samples.accounts)
  await scope.db
    .deleteFrom('tasks')
    .where('city_id', '=', scope.city.id)
    .where('account_id', 'in', accounts)
    .execute()
  await scope.db
    .deleteFrom('messages')
    .where('city_id', '=', scope.city.id)
    .where('account_id', 'in', accounts)
    .execute()
  await scope.db
    .deleteFrom('mails')
    .where('city_id', '=', scope.city.id)
    .where('to_address', 'in', listed(samples.emails))
    .execute()
  await scope.db
    .deleteFrom('invitations')
    .where('city_id', '=', scope.city.id)
    .where('invited_by', 'in', accounts)
    .execute()
  await scope.db
    .deleteFrom('handovers')
    .where('city_id', '=', scope.city.id)
    .where((is) => is.or([is('from_account', 'in', accounts), is('to_account', 'in', accounts)]))
    .execute()
}

/** Renewals that people of the samples opened and that no real group was asked in. */
const deleteEmptyCampaigns = async (scope: Scope, accounts: readonly string[]): Promise<void> => {
  await scope.db
    .deleteFrom('renewal_campaigns as c')
    .where('c.city_id', '=', scope.city.id)
    .where('c.created_by', 'in', listed(accounts))
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('revisions as r')
            .select('r.id')
            .whereRef('r.city_id', '=', 'c.city_id')
            .whereRef('r.campaign_id', '=', 'c.id'),
        ),
      ),
    )
    .execute()
}

/** Groups, calls and people: with their places, roles and sessions. */
export const deleteRoots = async (scope: Scope, samples: Samples): Promise<void> => {
  await deleteByIds(scope, 'calls', samples.calls)
  await deleteByIds(scope, 'groups', samples.groups)
  await deleteEmptyCampaigns(scope, samples.accounts)
  await deleteByIds(scope, 'accounts', samples.accounts)
}

/** Calls of the city itself that were decided on nothing but samples take proposals again. */
export const reopenEmptyCalls = async (scope: Scope, calls: readonly string[]): Promise<void> => {
  const rows = await scope.db
    .updateTable('calls')
    .set({ state: 'published' })
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', listed(calls))
    .where('state', 'in', ['decided', 'ended'])
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('proposals as p')
            .select('p.id')
            .whereRef('p.city_id', '=', 'calls.city_id')
            .whereRef('p.call_id', '=', 'calls.id'),
        ),
      ),
    )
    .returning('id')
    .execute()
  await scope.db
    .deleteFrom('timeline_events')
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', 'call')
    .where('subject_id', 'in', listed(rows.map(({ id }) => id)))
    .where('step', 'in', ['decide', 'end'])
    .execute()
}

/** A change of a call's days, as the audit keeps it. */
export type ScheduleChange = {
  readonly callId: string
  readonly before: unknown
  readonly after: unknown
}

/** What sample people did to the days of calls that are not samples, oldest first. */
export const listScheduleChanges = (
  scope: Scope,
  samples: Samples,
): Promise<readonly ScheduleChange[]> =>
  scope.db
    .selectFrom('audit_entries as a')
    .innerJoin('calls as c', (on) =>
      on.onRef('c.city_id', '=', 'a.city_id').onRef('c.id', '=', 'a.subject_id'),
    )
    .select(['c.id as callId', 'a.before', 'a.after'])
    .where('a.city_id', '=', scope.city.id)
    .where('a.subject_kind', '=', 'call')
    .where('a.action', '=', 'call.set-dates')
    .where('a.account_id', 'in', listed(samples.accounts))
    .where('c.sample', '=', false)
    .orderBy('a.at')
    .execute()

/** Takes what sample people changed of a call's days out of its history. */
export const deleteReschedules = async (
  scope: Scope,
  callId: string,
  accounts: readonly string[],
): Promise<void> => {
  await scope.db
    .deleteFrom('timeline_events')
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', 'call')
    .where('subject_id', '=', callId)
    .where('step', '=', 'reschedule')
    .where('account_id', 'in', accounts)
    .execute()
}

/** The city's own calls in which samples were reviewed. */
export const listReviewedCalls = async (
  scope: Scope,
  reviews: readonly string[],
): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('reviews')
    .select('call_id')
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', listed(reviews))
    .execute()
  return rows.map(({ call_id }) => call_id)
}
