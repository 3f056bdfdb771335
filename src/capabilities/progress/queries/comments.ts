import { assertWriting, type Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'

/** 委員会の意見 on an item, or on the whole year, with the answer of the city. */
export type Comment = {
  readonly id: string
  readonly no: string | null
  readonly accountId: string | null
  readonly body: string
  readonly answer: string
  readonly version: number
}

/** Everything the committee said of a round, in the order of time. 1 query. */
export const listComments = async (scope: Scope, roundId: string): Promise<readonly Comment[]> => {
  const rows = await scope.db
    .selectFrom('progress_comments')
    .select(['id', 'no', 'account_id', 'body', 'answer', 'version'])
    .where('city_id', '=', scope.city.id)
    .where('round_id', '=', roundId)
    .orderBy('at')
    .orderBy('id')
    // More than any committee writes of a year: none may be left out of what is answered and published.
    .limit(5_000)
    .execute()
  return rows.map(({ account_id, ...row }) => ({ ...row, accountId: account_id }))
}

/** What the committee said of one item in several rounds, where its number may differ. 1 query. */
export const listItemComments = async (
  scope: Scope,
  places: readonly { readonly roundId: string; readonly no: string }[],
): Promise<readonly (Comment & { readonly roundId: string })[]> => {
  if (places.length === 0) return []
  const rows = await scope.db
    .selectFrom('progress_comments')
    .select(['id', 'round_id', 'no', 'account_id', 'body', 'answer', 'version'])
    .where('city_id', '=', scope.city.id)
    .where((is) =>
      is.or(
        places.map(({ roundId, no }) => is.and([is('round_id', '=', roundId), is('no', '=', no)])),
      ),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(5_000)
    .execute()
  return rows.map(({ account_id, round_id, ...row }) => ({
    ...row,
    accountId: account_id,
    roundId: round_id,
  }))
}

export const insertComment = async (
  scope: Scope,
  roundId: string,
  comment: { readonly no: string | null; readonly body: string },
): Promise<string> => {
  assertWriting(scope)
  const id = newId()
  await scope.db
    .insertInto('progress_comments')
    .values({
      city_id: scope.city.id,
      id,
      round_id: roundId,
      no: comment.no,
      account_id: accountOf(scope.actor),
      body: comment.body,
      at: scope.now,
    })
    .execute()
  return id
}

/** Takes back one's own comment. @returns false when it is not there, or not one's own */
export const deleteComment = async (
  scope: Scope,
  roundId: string,
  id: string,
): Promise<boolean> => {
  assertWriting(scope)
  const gone = await scope.db
    .deleteFrom('progress_comments')
    .where('city_id', '=', scope.city.id)
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .where('account_id', '=', accountOf(scope.actor))
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Keeps the city's answer, if nobody has written another since. @returns false when somebody has */
export const writeAnswer = async (
  scope: Scope,
  at: { readonly roundId: string; readonly id: string; readonly version: number },
  answer: string,
): Promise<boolean> => {
  assertWriting(scope)
  const written = await scope.db
    .updateTable('progress_comments')
    .set((old) => ({ answer, version: old('version', '+', 1) }))
    .where('city_id', '=', scope.city.id)
    .where('round_id', '=', at.roundId)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return written.numUpdatedRows > 0n
}
