import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes kept under their own hash, outside everything the site serves. */
export type FileStore = {
  /** Keeps the bytes, safely on disk when it returns. @returns their SHA-256 in hex */
  put(bytes: Uint8Array): Promise<string>
  /** @throws when the hash is not one of ours, or the bytes no longer match it */
  get(sha256: string): Promise<Buffer>
  /**
   * Deletes bytes that no file names any more and that were written before that moment.
   * @returns whether they went
   */
  forget(
    sha256: string,
    given: { readonly before: Date; readonly isNamed: (sha256: string) => Promise<boolean> },
  ): Promise<boolean>
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const writeSafely = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const partial = `${path}.${randomBytes(4).toString('hex')}.part`
  const handle = await open(partial, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(partial, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

const writtenAt = async (path: string): Promise<Date | undefined> =>
  stat(path).then(
    ({ mtime }) => mtime,
    () => undefined,
  )

type Forgetting = { readonly before: Date; readonly isNamed: () => Promise<boolean> }

/** What was set aside goes, unless it is named or was written anew in the meantime. */
const endAside = async (path: string, { before, isNamed }: Forgetting): Promise<boolean> => {
  const aside = `${path}.gone`
  const at = await writtenAt(aside)
  if (!at) return false
  if (at >= before || (await isNamed())) {
    await rename(aside, path)
    return false
  }
  await unlink(aside)
  return true
}

/** Set aside first and asked about once more, so that what is named or written meanwhile comes back. */
const forgetAt = async (path: string, given: Forgetting): Promise<boolean> => {
  const at = await writtenAt(path)
  // Stopped half-way, it lies aside still.
  if (!at) return endAside(path, given)
  if (at >= given.before || (await given.isNamed())) return false
  await rename(path, `${path}.gone`)
  return endAside(path, given)
}

/** Opens the store in a folder that only the product may read. */
export const openFileStore = (folder: string): FileStore => {
  const place = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a file of the store')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    put: async (bytes) => {
      const sha256 = hashOf(bytes)
      await writeSafely(place(sha256), bytes)
      return sha256
    },
    forget: (sha256, { before, isNamed }) =>
      forgetAt(place(sha256), { before, isNamed: () => isNamed(sha256) }),
    get: async (sha256) => {
      const bytes = await readFile(place(sha256))
      if (hashOf(bytes) !== sha256) throw new Error(`the stored file ${sha256} was damaged`)
      return bytes
    },
  }
}
