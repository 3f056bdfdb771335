import { newId } from '#kernel/ids.ts'
import type { Scope } from './scope.ts'

/** How long a form waits for its writer, in seconds: one day, then the daily purge takes it. */
export const keptFormSeconds = 86_400

const oldest = (scope: Scope): Date => new Date(scope.now.getTime() - keptFormSeconds * 1000)

/** Keeps what was written into a form, as text, for this account alone. @returns its id */
export const insertKeptForm = async (
  scope: Scope,
  accountId: string,
  content: string,
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
    })
    .execute()
  return id
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

/** Forgets forms that nobody came back for within {@link keptFormSeconds}. */
export const purgeKeptForms = async (scope: Scope): Promise<void> => {
  await scope.db
    .deleteFrom('kept_forms')
    .where('city_id', '=', scope.city.id)
    .where('created_at', '<', oldest(scope))
    .execute()
}
