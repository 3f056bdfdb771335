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

/** Set aside first and asked about once more, so that what is named meanwhile comes back. */
const forgetAt = async (
  path: string,
  { before, isNamed }: { readonly before: Date; readonly isNamed: () => Promise<boolean> },
): Promise<boolean> => {
  const at = await writtenAt(path)
  if (!at || at >= before || (await isNamed())) return false
  const aside = `${path}.gone`
  await rename(path, aside)
  if (await isNamed()) {
    await rename(aside, path)
    return false
  }
  await unlink(aside)
  return true
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
