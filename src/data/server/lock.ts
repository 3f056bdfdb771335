import { chmodSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { giveToFolderOwner } from './account.ts'
import { explain, ServerStartError } from './errors.ts'

/** The right to start a server on one directory, held until released or until the process ends. */
export type Lock = { release(): void }

/** A forgotten lock must not be dropped by the garbage collector. */
const held = new Set<DatabaseSync>()

const SQLITE_BUSY = 5
const SQLITE_FULL = 13

/**
 * Takes the lock file at `path` for this process. Node cannot flock; an exclusive SQLite
 * transaction on an empty file is the same lock of the operating system. It is dropped by the
 * kernel however the process ends, so there is no stale lock and no process number that another
 * program could have been given meanwhile. It also holds between containers that share a volume.
 *
 * Nobody else may open the file in this process: closing it would drop the lock.
 *
 * @throws ServerStartError 'in-use' when a living process holds it
 */
export const takeLock = (path: string): Lock => {
  const file = open(path)
  held.add(file)
  return {
    release() {
      if (held.delete(file)) file.close()
    },
  }
}

const open = (path: string): DatabaseSync => {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path)
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    // Whoever can read a file can lock it, and keep us out.
    chmodSync(path, 0o600)
    giveToFolderOwner(path)
    return file
  } catch (cause) {
    file?.close()
    throw refusal(dirname(path), cause)
  }
}

const refusal = (folder: string, cause: unknown): ServerStartError => {
  const number = cause instanceof Error && 'errcode' in cause ? cause.errcode : undefined
  if (number === SQLITE_BUSY) return new ServerStartError('in-use', { subject: folder, cause })
  if (number === SQLITE_FULL) return new ServerStartError('disk-full', { subject: folder, cause })
  return explain('unwritable', { subject: folder, cause })
}
