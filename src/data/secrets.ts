import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Locks small secrets away from whoever has only a copy of the database. `place` names what the secret
 * belongs to: a locked text that was moved elsewhere does not open.
 */
export type Secrets = {
  lock(secret: string, place: string): string
  /** @throws when the text was changed, moved, or locked under another key */
  unlock(locked: string, place: string): string
}

const mark = 'v1'

/** AES-256-GCM with a fresh 96-bit nonce for each secret; `place` is authenticated with it. */
export const secretsUnder = (key: Buffer): Secrets => ({
  lock: (secret, place) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
    const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
    const whole = Buffer.concat([nonce, cipher.getAuthTag(), body])
    return `${mark}.${whole.toString('base64url')}`
  },
  unlock: (locked, place) => {
    const [known, text = ''] = locked.split('.')
    const whole = Buffer.from(text, 'base64url')
    if (known !== mark || whole.length < 28) throw new Error('not a locked secret')
    const decipher = createDecipheriv('aes-256-gcm', key, whole.subarray(0, 12))
    decipher.setAAD(Buffer.from(place)).setAuthTag(whole.subarray(12, 28))
    return Buffer.concat([decipher.update(whole.subarray(28)), decipher.final()]).toString('utf8')
  },
})

const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT'
const isThere = (error: unknown): boolean => (error as { code?: string }).code === 'EEXIST'

/** Writes a new key so that it is whole or not there at all; of two at the same moment one wins. */
const makeKey = async (folder: string, path: string): Promise<void> => {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if (!isThere(error)) throw error
  }
  await unlink(draft)
  const directory = await open(folder, 'r')
  await directory.sync().finally(() => directory.close())
}

const readKey = async (path: string): Promise<Buffer | undefined> => {
  try {
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url')
    if (key.length !== 32) throw new Error(`${path} does not hold a key of 256 bits.`)
    return key
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * Opens the secrets under the key of this installation: `given` (any text; SECRET_KEY) where it is set,
 * otherwise the file `secret.key` of the data directory, made the first time and readable by its owner only.
 * It is part of every backup and of no copy of the database.
 */
export const openSecrets = async (dataDir: string, given?: string): Promise<Secrets> => {
  if (given) return secretsUnder(createHash('sha256').update(`tsunagu ${given}`).digest())
  const path = join(dataDir, 'secret.key')
  const known = await readKey(path)
  if (known) return secretsUnder(known)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await makeKey(dataDir, path)
  const made = await readKey(path)
  if (!made) throw new Error(`${path} could not be written.`)
  return secretsUnder(made)
}
