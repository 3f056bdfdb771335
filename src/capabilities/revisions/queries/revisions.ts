import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answers } from '../../forms/index.ts'
import type { Channel } from '../../procedures/index.ts'
import type { Revision, RevisionKind, RevisionState } from '../revision.ts'

const select = (scope: Scope) =>
  scope.db.selectFrom('revisions as r').selectAll('r').where('r.city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toRevision = (row: Row): Revision => ({
  id: row.id,
  groupId: row.group_id,
  kind: row.kind as RevisionKind,
  class: row.class,
  campaignId: row.campaign_id,
  state: row.state as RevisionState,
  receiptNumber: row.receipt_number,
  channel: row.channel as Channel,
  receivedOn: row.received_on as PlainDate | null,
  onPaper: row.on_paper,
  sentAnswers: row.sent_answers as Answers | null,
  sentFiles: row.sent_files,
  applied: row.applied,
  waiting: row.waiting,
  before: row.before as Answers,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  decidedAt: row.decided_at,
})

/** The revision of that id. @throws NotFound */
export const getRevision = async (scope: Scope, id: string): Promise<Revision> => {
  const row = isId(id) ? await select(scope).where('r.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('revision')
  return toRevision(row)
}

/** The same, or undefined. */
export const findRevision = async (scope: Scope, id: string): Promise<Revision | undefined> => {
  const row = isId(id) ? await select(scope).where('r.id', '=', id).executeTakeFirst() : undefined
  return row && toRevision(row)
}

/** All revisions of a group, the newest first; at most so many as a page shows. */
export const listRevisionsOf = async (
  scope: Scope,
  groupId: string,
): Promise<readonly Revision[]> => {
  const rows = await select(scope)
    .where('r.group_id', '=', groupId)
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id')
    .limit(50)
    .execute()
  return rows.map(toRevision)
}

const open: readonly RevisionState[] = ['draft', 'sent', 'returned']

/** What is under way of that kind and class: at most one of the group's own, and one on paper. */
export const listOpenRevisions = async (
  scope: Scope,
  of: { readonly groupId: string; readonly kind: RevisionKind; readonly class: string },
): Promise<readonly Revision[]> => {
  const rows = await select(scope)
    .where('r.group_id', '=', of.groupId)
    .where('r.kind', '=', of.kind)
    .where('r.class', '=', of.class)
    .where('r.state', 'in', open)
    .orderBy('r.on_paper')
    .execute()
  return rows.map(toRevision)
}

/** Everything under way about a group. */
export const listOpenRevisionsOf = async (
  scope: Scope,
  groupId: string,
): Promise<readonly Revision[]> => {
  const rows = await select(scope)
    .where('r.group_id', '=', groupId)
    .where('r.state', 'in', open)
    .execute()
  return rows.map(toRevision)
}

export type NewRevision = Pick<Revision, 'groupId' | 'kind' | 'class' | 'campaignId' | 'channel'>

/** Begins a revision. @returns its id, or undefined when one of that kind is under way already */
export const insertRevision = async (
  scope: Scope,
  revision: NewRevision,
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('revisions')
    .values({
      city_id: scope.city.id,
      id,
      group_id: revision.groupId,
      kind: revision.kind,
      class: revision.class,
      campaign_id: revision.campaignId,
      state: 'draft',
      channel: revision.channel,
      on_paper: revision.channel !== 'web',
      created_by: accountOf(scope.actor),
      created_at: scope.now,
      updated_at: scope.now,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

type Facts = {
  readonly receipt_number?: string
  readonly channel?: Channel
  readonly received_on?: PlainDate | null
  readonly applied?: readonly string[]
  readonly waiting?: readonly string[]
  readonly before?: Answers
  readonly sent_answers?: Answers
  readonly sent_files?: readonly string[]
  readonly sent_at?: Date
  readonly decided_at?: Date
}

/** Stores the new state where the old one still stands. @returns false when somebody was faster */
export const moveRevision = async (
  scope: Scope,
  id: string,
  move: { readonly from: RevisionState; readonly to: RevisionState; readonly facts?: Facts },
): Promise<boolean> => {
  const { applied, waiting, before, sent_answers, sent_files, ...facts } = move.facts ?? {}
  const result = await scope.db
    .updateTable('revisions')
    .set({
      ...facts,
      ...(applied ? { applied: [...applied] } : {}),
      ...(waiting ? { waiting: [...waiting] } : {}),
      ...(before ? { before: JSON.stringify(before) } : {}),
      ...(sent_answers ? { sent_answers: JSON.stringify(sent_answers) } : {}),
      ...(sent_files ? { sent_files: [...sent_files] } : {}),
      state: move.to,
      updated_at: scope.now,
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Puts a renewal into the hands of staff who enter it from paper, or back into those of the group. */
export const setOnPaper = async (scope: Scope, id: string, onPaper: boolean): Promise<void> => {
  await scope.db
    .updateTable('revisions')
    .set({ on_paper: onPaper, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Keeps on which day a group was reminded. */
export const markReminded = async (scope: Scope, id: string, on: PlainDate): Promise<void> => {
  await scope.db
    .updateTable('revisions')
    .set({ reminded_on: on })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Groups whose registration does not stand and about which something is still under way. */
export const listGroupsLeftOpen = async (scope: Scope): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('revisions as r')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'r.city_id').onRef('g.id', '=', 'r.group_id'),
    )
    .select('g.id')
    .distinct()
    .where('r.city_id', '=', scope.city.id)
    .where('r.state', 'in', open)
    .where('g.state', 'not in', ['approved', 'suspended'])
    .orderBy('g.id')
    .execute()
  return rows.map(({ id }) => id)
}
