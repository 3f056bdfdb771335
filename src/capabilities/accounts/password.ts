import { hash, verify } from '@node-rs/argon2'

// OWASP's second profile for Argon2id: 19 MiB, two passes. Small enough for several sign-ins at once.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), cost)

/** A hash nobody's password has, so that unknown addresses take as long as known ones. */
const decoy = hashPassword(`decoy ${Math.random()}`)

/** True when the password belongs to the hash. Without a hash it takes the same time and says no. */
export const isPassword = async (stored: string | null, password: string): Promise<boolean> => {
  const right = await verify(stored ?? (await decoy), password.normalize('NFKC'))
  return right && stored !== null
}
