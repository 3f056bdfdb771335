import type { Scope } from '#data/scope.ts'
import { retention } from '../account.ts'

const before = (scope: Scope, seconds: number): Date =>
  new Date(scope.now.getTime() - seconds * 1000)

/** Sessions that have ended. */
export const purgeSessions = async (scope: Scope): Promise<void> => {
  await scope.db
    .deleteFrom('sessions')
    .where('city_id', '=', scope.city.id)
    .where('expires_at', '<=', before(scope, retention.session))
    .execute()
}

/** Links that have ended; they count from their end, whether used or not. */
export const purgeTokens = async (scope: Scope): Promise<void> => {
  await scope.db
    .deleteFrom('account_tokens')
    .where('city_id', '=', scope.city.id)
    .where('expires_at', '<', before(scope, retention.token))
    .execute()
}

/** Failed sign-ins that hold nobody back any more. */
export const purgeFailures = async (scope: Scope): Promise<void> => {
  await scope.db
    .deleteFrom('sign_in_failures')
    .where('city_id', '=', scope.city.id)
    .where('at', '<', before(scope, retention.failure))
    .execute()
}
