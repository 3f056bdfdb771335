import { holdPlace } from '#data/place.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import { isId, newId } from '#kernel/ids.ts'
import type { AnswerSide, OfferAnswer } from '../offer.ts'

/** A day of the limits: what was written before it counts no longer. */
export const dayMs = 86_400_000

const selectAnswers = (scope: Scope) =>
  scope.db
    .selectFrom('offer_answers as a')
    .innerJoin('groups as g', (on) =>
      on.onRef('g.city_id', '=', 'a.city_id').onRef('g.id', '=', 'a.group_id'),
    )
    .leftJoin('group_offers as o', (on) =>
      on.onRef('o.city_id', '=', 'a.city_id').onRef('o.id', '=', 'a.offer_id'),
    )
    .select([
      'a.id',
      'a.offer_id',
      'a.account_id',
      'a.author_name',
      'a.at',
      'a.reported_at',
      'a.report_reason',
      'a.reported_by',
      'a.settled_at',
      'a.settlement',
      'o.title as offer_title',
      'a.group_id',
      'g.name as group_name',
    ])
    .where('a.city_id', '=', scope.city.id)

/** What every query of conversations begins with. */
export type AnswerRow = Awaited<
  ReturnType<ReturnType<typeof selectAnswers>['executeTakeFirstOrThrow']>
>

export const toAnswer = (row: AnswerRow): OfferAnswer => ({
  id: row.id,
  offerId: row.offer_id,
  offerTitle: row.offer_title,
  groupId: row.group_id,
  groupName: row.group_name,
  accountId: row.account_id,
  authorName: row.author_name,
  at: row.at,
  reportedAt: row.reported_at,
  reportReason: row.report_reason,
  reportedBy: row.reported_by as AnswerSide | null,
  settledAt: row.settled_at,
  settlement: row.settlement,
})

export const findOfferAnswer = async (
  scope: Scope,
  id: string,
): Promise<OfferAnswer | undefined> => {
  if (!isId(id)) return undefined
  const row = await selectAnswers(scope).where('a.id', '=', id).executeTakeFirst()
  return row && toAnswer(row)
}

/** What a conversation is begun about: a group, or an offer of it. */
export type Topic = { readonly groupId: string; readonly offerId: string | null }

/** The actor's own conversation about that, when there is one: nobody begins a second. */
export const findOwnAnswer = async (
  scope: Scope,
  { groupId, offerId }: Topic,
): Promise<OfferAnswer | undefined> => {
  const row = await selectAnswers(scope)
    .where('a.group_id', '=', groupId)
    .where('a.offer_id', offerId === null ? 'is' : '=', offerId)
    .where('a.account_id', '=', accountOf(scope.actor) ?? '')
    .executeTakeFirst()
  return row && toAnswer(row)
}

/** Answers to all offers of a group, the newest first. */
export const listAnswersTo = async (
  scope: Scope,
  groupId: string,
): Promise<readonly OfferAnswer[]> => {
  const rows = await selectAnswers(scope)
    .where('a.group_id', '=', groupId)
    .orderBy('a.at', 'desc')
    .orderBy('a.id')
    .limit(50)
    .execute()
  return rows.map(toAnswer)
}

/** Makes answers of one account wait for each other: none is begun twice, none counted without those before it. */
export const holdOwnAnswers = (scope: Scope): Promise<void> =>
  holdPlace(scope, `answers ${scope.city.id} ${accountOf(scope.actor)}`)

/** How many conversations the actor has begun within the last 24 hours. */
export const countOwnAnswers = async (scope: Scope): Promise<number> => {
  const row = await scope.db
    .selectFrom('offer_answers')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountOf(scope.actor))
    .where('at', '>', new Date(scope.now.getTime() - dayMs))
    .executeTakeFirstOrThrow()
  return row.n
}

export const insertOfferAnswer = async (scope: Scope, topic: Topic): Promise<string> => {
  const accountId = accountOf(scope.actor)
  if (!accountId) throw new Error('only people begin conversations')
  const id = newId()
  await scope.db
    .insertInto('offer_answers')
    .values({
      city_id: scope.city.id,
      id,
      group_id: topic.groupId,
      offer_id: topic.offerId,
      account_id: accountId,
      author_name: nameOf(scope.actor),
      at: scope.now,
    })
    .execute()
  return id
}

/** @returns false when it was reported before */
export const saveReport = async (
  scope: Scope,
  id: string,
  report: { readonly reason: string; readonly by: AnswerSide },
): Promise<boolean> => {
  const { numUpdatedRows } = await scope.db
    .updateTable('offer_answers')
    .set({ reported_at: scope.now, report_reason: report.reason, reported_by: report.by })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('reported_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** @returns false when a colleague was faster */
export const saveSettlement = async (scope: Scope, id: string, text: string): Promise<boolean> => {
  const { numUpdatedRows } = await scope.db
    .updateTable('offer_answers')
    .set({ settled_at: scope.now, settlement: text })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}
