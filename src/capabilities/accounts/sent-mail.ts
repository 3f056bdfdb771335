import type { Scope } from '#data/scope.ts'
import { isId, newId } from '#kernel/ids.ts'

type Around = Pick<Scope, 'city' | 'outside'>

/** A link that a browser asked for: to which address, and what for. */
export type SentMail = {
  readonly email: string
  readonly purpose: 'confirm' | 'reset'
  /** The account that this sign-up has made; an id of nobody's where it made none, so that both look the same. */
  readonly accountId: string
  /** Where the person wanted to go. */
  readonly next: string
}

const placeOf = ({ city }: Around): string => `sent mail ${city.id}`

/** Locks what the page about a sent mail has to know: it travels in the address, and nobody else can read or make it. */
export const lockSentMail = (
  around: Around,
  mail: Omit<SentMail, 'accountId'> & { readonly accountId: string | undefined },
): string => {
  const { email, purpose, accountId = newId(), next } = mail
  return around.outside.secrets.lock(
    JSON.stringify([email, purpose, accountId, next]),
    placeOf(around),
  )
}

/** What was locked; undefined for anything that we did not lock for this city. */
export const openSentMail = (around: Around, locked: string): SentMail | undefined => {
  try {
    const [email, purpose, accountId, next] = JSON.parse(
      around.outside.secrets.unlock(locked, placeOf(around)),
    ) as [string, SentMail['purpose'], string, string]
    return isId(accountId) ? { email, purpose, accountId, next } : undefined
  } catch {
    return undefined
  }
}
