import { newId } from '#kernel/ids.ts'
import type { Scope } from './scope.ts'

/** How long a form waits for its writer, in seconds: one day, then the hourly purge takes it. */
export const keptFormSeconds = 86_400

const oldest = (scope: Scope): Date => new Date(scope.now.getTime() - keptFormSeconds * 1000)

/** How many forms wait for one account; the oldest makes room. */
export const mostKeptForms = 5

const dropOlder = async (scope: Scope, accountId: string): Promise<void> => {
  const own = scope.db
    .selectFrom('kept_forms')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
  await scope.db
    .deleteFrom('kept_forms')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where(
      'id',
      'in',
      own.orderBy('created_at', 'desc').orderBy('id', 'desc').offset(mostKeptForms),
    )
    .execute()
}

/**
 * Keeps what was written into a form, as text, for this account alone; {@link mostKeptForms} at the most.
 * @param unseen true when its writer is not here, and is to be led to it when they come next
 * @returns its id
 */
export const insertKeptForm = async (
  scope: Scope,
  accountId: string,
  content: string,
  unseen = false,
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('kept_forms')
    .values({
      city_id: scope.city.id,
      id,
      account_id: accountId,
      content,
      created_at: scope.now,
      unseen,
    })
    .execute()
  await dropOlder(scope, accountId)
  return id
}

/** The newest form that was kept while its writer was away. */
export const findUnseenKeptForm = (
  scope: Scope,
  accountId: string,
): Promise<{ id: string; content: string } | undefined> =>
  scope.db
    .selectFrom('kept_forms')
    .select(['id', 'content'])
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('unseen', '=', true)
    .where('created_at', '>', oldest(scope))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Its writer is being led to it now. */
export const markKeptFormSeen = async (
  scope: Scope,
  accountId: string,
  id: string,
): Promise<void> => {
  await scope.db
    .updateTable('kept_forms')
    .set({ unseen: false })
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}

/** What waits under this id, for the account that wrote it and for nobody else. */
export const findKeptForm = async (
  scope: Scope,
  accountId: string,
  id: string,
): Promise<string | undefined> => {
  const row = await scope.db
    .selectFrom('kept_forms')
    .select('content')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('created_at', '>', oldest(scope))
    .executeTakeFirst()
  return row?.content
}

export const deleteKeptForm = async (
  scope: Scope,
  accountId: string,
  id: string,
): Promise<void> => {
  await scope.db
    .deleteFrom('kept_forms')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}

/** Forgets everything that waits for an account. */
export const deleteKeptFormsOf = async (scope: Scope, accountId: string): Promise<void> => {
  await scope.db
    .deleteFrom('kept_forms')
    .where('city_id', '=', scope.city.id)
    .where('account_id', '=', accountId)
    .execute()
}

/** Forgets forms that nobody came back for within {@link keptFormSeconds}. */
export const purgeKeptForms = async (scope: Scope): Promise<void> => {
  await scope.db
    .deleteFrom('kept_forms')
    .where('city_id', '=', scope.city.id)
    .where('created_at', '<', oldest(scope))
    .execute()
}
