import { hash, verify } from '@node-rs/argon2'
import { MakeReadyFirst } from '#data/again.ts'
import type { Scope } from '#data/scope.ts'
import { inTurn } from './turns.ts'

// OWASP's second profile for Argon2id: 19 MiB, two passes. Small enough for several sign-ins at once.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFKC'), cost))

/** A hash nobody's password has, so that unknown addresses take as long as known ones. */
const decoy = hash(`decoy ${Math.random()}`, cost)

/** True when the password belongs to the hash. Without a hash it takes the same time and says no. */
const isPassword = async (stored: string | null, password: string): Promise<boolean> => {
  const against = stored ?? (await decoy)
  const right = await inTurn(() => verify(against, password.normalize('NFKC')))
  return right && stored !== null
}

/** What was worked out for a request while it held nothing, until its next run takes it. */
const ready = new Map<string, string | boolean>()
const mostReady = 256

const remember = (key: string, value: string | boolean): void => {
  ready.set(key, value)
  const [oldest] = ready.keys()
  if (ready.size > mostReady && oldest !== undefined) ready.delete(oldest)
}

/** Works it out with nothing locked and no connection taken, where the request may be begun again for it. */
const workOut = async <T extends string | boolean>(
  scope: Scope,
  what: string,
  work: () => Promise<T>,
): Promise<T> => {
  const key = `${scope.requestId} ${what}`
  const known = ready.get(key)
  if (known !== undefined) return known as T
  if (!scope.restarts) return work()
  throw new MakeReadyFirst(async () => remember(key, await work()))
}

/** The hash of the one new password that a request brings. @throws MakeReadyFirst */
export const hashNewPassword = (scope: Scope, password: string): Promise<string> =>
  workOut(scope, 'new', () => hashPassword(password))

/** Whether the one password that a request proves itself with belongs to the hash. @throws MakeReadyFirst */
export const checkPassword = (
  scope: Scope,
  stored: string | null,
  password: string,
): Promise<boolean> => workOut(scope, `given ${stored}`, () => isPassword(stored, password))
