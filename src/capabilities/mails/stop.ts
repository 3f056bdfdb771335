import type { Scope } from '#data/scope.ts'
import { isId } from '#kernel/ids.ts'

type Around = Pick<Scope, 'city' | 'outside'>

const placeOf = ({ city }: Around): string => `mail stop ${city.id}`

/** Where mails to this account are stopped without signing in: only who has the mail has the address. */
export const lockStop = (around: Around, accountId: string): string =>
  `/${around.city.slug}/mail-stop/${around.outside.secrets.lock(accountId, placeOf(around))}`

/** The account of such an address; undefined for what was not locked by us for this city. */
export const openStop = (around: Around, locked: string): string | undefined => {
  try {
    const accountId = around.outside.secrets.unlock(locked, placeOf(around))
    return isId(accountId) ? accountId : undefined
  } catch {
    return undefined
  }
}
