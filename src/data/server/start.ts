import { join } from 'node:path'
import { findBinaries, findNative } from './binary.ts'
import { type Binaries, openCluster } from './cluster.ts'
import { clarify } from './errors.ts'
import { findHome, type Home, lockName } from './home.ts'
import { boundJournal } from './journal.ts'
import { endLeftovers, mendPidFile } from './leftovers.ts'
import { takeLock } from './lock.ts'
import type { Passwords, Role } from './passwords.ts'
import { type Exit, journalOf, startPostgres } from './postgres.ts'
import { databaseName, roleNames } from './roles.ts'
import { availableMemory, writeSettings } from './settings.ts'
import { prepareSocketFolder } from './socket.ts'
import { type Supervised, supervise } from './supervisor.ts'

/** The product's own PostgreSQL, kept running until it is stopped. */
export type OwnServer = {
  /** A connection address for `pg` and for libpq. It stays the same while the server is restarted. */
  url(role: Role): string
  /** The server's process number, or undefined while it is being started again after a crash. */
  pid(): number | undefined
  /** Stops the server (it finishes writing first) and gives the directory free. Safe to repeat. */
  stop(): Promise<void>
  /** Resolves when the server has ended for good, which only `stop` brings about. */
  readonly stopped: Promise<Exit>
}

/** Where the database is kept, and who is told what happens with it. */
export type OwnServerOptions = {
  /** DATA_DIR; made when it is not there. */
  readonly directory: string
  /** Receives single lines for the operator, in Japanese and English; no personal data. */
  readonly log: (line: string) => void
  /** Where root puts what the database's account cannot reach in `directory`. */
  readonly shelters?: readonly string[]
}

// The host in front is for readers of addresses that insist on one; the socket in the query counts.
const addressOf = (sockets: string, passwords: Passwords) => (role: Role) =>
  `postgresql://${roleNames[role]}:${passwords[role]}@localhost/${databaseName}?host=${encodeURIComponent(sockets)}`

const clear = async (home: Home, log: (line: string) => void): Promise<void> => {
  await endLeftovers(home.cluster, log)
  mendPidFile(home.cluster)
}

const checkJournalEvery = 60_000

const launchIn = async (
  home: Home,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<{ server: Supervised; url: (role: Role) => string }> => {
  await clear(home, log)
  const passwords = await openCluster(home, binaries, log)
  const sockets = await prepareSocketFolder(home)
  const url = addressOf(sockets, passwords)
  const settings = writeSettings(home, sockets, availableMemory())
  const setup = { home, binaries: binaries.folder, settings, url: url('app') }
  let isFirst = true
  const server = await supervise(async (signal) => {
    if (!isFirst) {
      await clear(home, log)
      await prepareSocketFolder(home)
    }
    isFirst = false
    return startPostgres(setup, signal)
  }, log)
  return { server, url }
}

/**
 * Starts the product's own PostgreSQL on `directory`, making the database the first time. When it
 * dies it is started again at the same address; when this process is killed, it stops by itself.
 *
 * @throws ServerStartError with one line in each language that says what to do
 */
export const startOwnServer = async (options: OwnServerOptions): Promise<OwnServer> => {
  const { directory, log, shelters } = options
  const native = findNative()
  const home = findHome(directory, { log, ...(shelters ? { shelters } : {}) })
  const lock = takeLock(join(home.path, lockName))
  try {
    const folder = findBinaries(native, home.account, shelters)
    const { server, url } = await launchIn(home, { folder, version: native.version }, log)
    const watch = setInterval(() => boundJournal(journalOf(home)), checkJournalEvery).unref()
    const stop = async (): Promise<void> => {
      clearInterval(watch)
      await server.stop()
      lock.release()
    }
    return { url, pid: server.pid, stop, stopped: server.stopped }
  } catch (error) {
    lock.release()
    throw clarify(home.path, error)
  }
}
