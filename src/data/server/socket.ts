import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, giveTo } from './account.ts'
import { ServerStartError } from './errors.ts'
import type { Home } from './home.ts'

const socketName = '.s.PGSQL.5432'

/** The system's limit is 104 bytes on macOS and 108 on Linux, with the closing NUL. */
const longest = 100

const isShort = (folder: string): boolean => Buffer.byteLength(join(folder, socketName)) <= longest

// /tmp is open to all: a folder that somebody else made there first must not be used.
const isOurs = (home: Home, folder: string): boolean => {
  const found = lstatSync(folder)
  return found.isDirectory() && found.uid === home.account.uid && (found.mode & 0o077) === 0
}

const make = (home: Home, folder: string): boolean => {
  try {
    if (mkdirSync(folder, { recursive: true })) {
      chmodSync(folder, 0o700)
      giveTo(home.account, folder)
    }
    return isOurs(home, folder) && canEnter(home.account, folder)
  } catch {
    return false
  }
}

/** Shared folders of containers and virtual machines often cannot hold a socket: tried, not guessed. */
const holdsSockets = (folder: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    const path = join(folder, '.probe')
    rmSync(path, { force: true })
    probe.on('error', () => resolve(false))
    probe.listen(path, () => probe.close(() => resolve(true)))
  })

/**
 * The folder for the server's socket, closed to everybody but the server and us. It is the same
 * at every start, so that pools find a restarted server. Left-over files of a dead server, whose
 * process number another program may have by now, are removed.
 *
 * @throws ServerStartError 'unwritable' when no place can hold a socket
 */
export const prepareSocketFolder = async (home: Home): Promise<string> => {
  const name = `tsunagu-${createHash('sha256').update(home.path).digest('hex').slice(0, 16)}`
  const candidates = [join(home.path, 'run'), join(tmpdir(), name), join('/tmp', name)]
  for (const folder of candidates) {
    if (!isShort(folder) || !make(home, folder) || !(await holdsSockets(folder))) continue
    for (const file of [socketName, `${socketName}.lock`])
      rmSync(join(folder, file), { force: true })
    return folder
  }
  throw new ServerStartError('unwritable', { subject: candidates.join(', ') })
}
