import type { Scope } from '#data/scope.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { RoleCode } from './role.ts'
import type { SubjectRef } from './subject.ts'

export type Message = {
  readonly id: string
  readonly authorName: string
  readonly authorRole: string
  readonly body: string
  readonly at: Date
}

export const insertMessage = async (
  scope: Scope,
  subject: SubjectRef,
  message: { readonly body: string; readonly role: RoleCode },
): Promise<void> => {
  const accountId = accountOf(scope.actor)
  if (!accountId) throw new Error('only people write messages')
  await scope.db
    .insertInto('messages')
    .values({
      city_id: scope.city.id,
      id: newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      account_id: accountId,
      author_name: nameOf(scope.actor),
      author_role: message.role,
      body: message.body,
      at: scope.now,
    })
    .execute()
}

/** How many messages the actor has written about a subject since that moment. */
export const countOwnMessages = async (
  scope: Scope,
  subject: SubjectRef,
  since: Date,
): Promise<number> => {
  const row = await scope.db
    .selectFrom('messages')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('account_id', '=', accountOf(scope.actor) ?? '')
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return row.n
}

/** The conversation about a subject, oldest first. */
export const listMessages = async (scope: Scope, subject: SubjectRef): Promise<Message[]> => {
  const rows = await scope.db
    .selectFrom('messages')
    .select(['id', 'author_name', 'author_role', 'body', 'at'])
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    authorName: row.author_name,
    authorRole: row.author_role,
    body: row.body,
    at: row.at,
  }))
}
