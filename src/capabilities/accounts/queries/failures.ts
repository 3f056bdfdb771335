import { sql } from 'kysely'
import { holdPlace } from '#data/place.ts'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { emailKey, failureLimits } from '../account.ts'

export const insertFailure = async (
  scope: Scope,
  email: string,
  network: string,
): Promise<void> => {
  await scope.db
    .insertInto('sign_in_failures')
    .values({
      city_id: scope.city.id,
      id: newId(),
      email_key: emailKey(email),
      network,
      at: scope.now,
    })
    .execute()
}

/**
 * Waits until no other guess about this account or from this network is being judged: whoever is counted
 * after this sees every failure before, however many are sent at once. Held until the transaction ends.
 */
export const takeTurn = async (scope: Scope, email: string, network: string): Promise<void> => {
  // Always the account first: two that wait for each other would never end.
  for (const place of [`account ${emailKey(email)}`, `network ${network}`])
    await holdPlace(scope, `guess ${scope.city.id} ${place}`)
}

/** True while too many failures of this account or network lie within the window. */
export const isHeldBack = async (
  scope: Scope,
  email: string,
  network: string,
): Promise<boolean> => {
  const since = new Date(scope.now.getTime() - failureLimits.windowSeconds * 1000)
  const { rows } = await sql<{ account: number; net: number }>`
    SELECT count(*) FILTER (WHERE email_key = ${emailKey(email)}) AS account, count(*) FILTER (WHERE network = ${network}) AS net
    FROM sign_in_failures WHERE city_id = ${scope.city.id} AND at > ${since} AND (email_key = ${emailKey(email)} OR network = ${network})`.execute(
    scope.db,
  )
  return (
    Number(rows[0]?.account) >= failureLimits.perAccount ||
    Number(rows[0]?.net) >= failureLimits.perNetwork
  )
}
