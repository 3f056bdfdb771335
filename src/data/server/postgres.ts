import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { runningAs } from './account.ts'
import { explain, ServerStartError, withFileErrors } from './errors.ts'
import type { Home } from './home.ts'
import { openJournal, readJournal } from './journal.ts'
import { type Watchdog, watchOver } from './watchdog.ts'

/** How a server ended: by its own exit code, or by a signal. */
export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

/** A PostgreSQL that takes connections. */
export type Running = {
  readonly pid: number
  readonly exited: Promise<Exit>
  /** Ends it and waits: sessions are cut, nothing acknowledged is lost. */
  shutDown(): Promise<Exit>
}

/** What a server is started from. */
export type Setup = {
  readonly home: Home
  readonly binaries: string
  readonly settings: string
  /** Where the app's role signs in, to know when the server is ready. */
  readonly url: string
}

/** The file in the home into which the server writes what it has to say. */
export const journalOf = (home: Home): string => join(home.path, 'postgres.log')

const spawnServer = (setup: Setup, journal: number): ChildProcess => {
  const args = ['-D', setup.home.cluster, '-c', `config_file=${setup.settings}`]
  const child = spawn(join(setup.binaries, 'bin/postgres'), args, {
    ...runningAs(setup.home.account),
    // Ctrl-C reaches our whole process group; the database must stay until we have finished.
    detached: true,
    stdio: ['ignore', 'ignore', journal],
  })
  child.unref()
  return child
}

const exitOf = (child: ChildProcess): Promise<Exit> =>
  new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
    child.on('error', () => resolve({ code: null, signal: null }))
  })

// Smart: let sessions that are just closing finish, so that their pools see no error. Fast: cut the
// sessions, write everything down, end. Immediate: end at once; the next start recovers from the
// log. Each is given so many milliseconds before the next.
const steps = [
  ['SIGTERM', 300],
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const

const shutDown = async (child: ChildProcess, exited: Promise<Exit>): Promise<Exit> => {
  for (const [signal, patience] of steps) {
    child.kill(signal)
    const tooLong = new AbortController()
    const exit = await Promise.race([
      exited,
      sleep(patience, undefined, { signal: tooLong.signal }).catch(() => undefined),
    ])
    tooLong.abort()
    if (exit) return exit
  }
  return exited
}

/** Errors of a server that is not there yet or not yet ready; anything else is worth telling. */
const isNotReady = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === undefined || ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(`${code}`)
}

// "Too many clients": a pool was faster than we were, so the server is there.
const isCrowded = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '53300'

const canConnect = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (isCrowded(error)) return true
    if (isNotReady(error)) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

const pollInterval = 20

/** The server's own word, so that its log does not fill with refusals while it recovers. */
const saysReady = (cluster: string, pid: number): boolean => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

/** Recovery after a crash takes the time it takes: there is no limit while the server lives. */
const waitUntilReady = async (
  setup: Setup,
  server: { readonly pid: number; readonly exited: Promise<Exit> },
  signal: AbortSignal,
): Promise<boolean> => {
  let gone = false
  server.exited.then(() => {
    gone = true
  })
  while (!gone && !signal.aborted) {
    if (saysReady(setup.home.cluster, server.pid) && (await canConnect(setup.url))) return true
    await sleep(pollInterval)
  }
  return false
}

const failure = (setup: Setup, from: number): ServerStartError => {
  const journal = journalOf(setup.home)
  const detail = readJournal(journal, from)
  return explain('crashed', { subject: journal, home: setup.home.path, detail })
}

/**
 * Starts PostgreSQL and waits until the app's role can sign in. Nothing may be left of an earlier
 * server (see leftovers.ts).
 *
 * @param signal gives up waiting and stops the server again
 * @throws ServerStartError 'crashed', 'disk-full', 'unwritable', 'in-use' or 'other-version', with
 *   the server's own words
 */
export const startPostgres = async (setup: Setup, signal: AbortSignal): Promise<Running> => {
  const journal = withFileErrors(setup.home.path, () => openJournal(journalOf(setup.home)))
  const child = spawnServer(setup, journal.handle)
  journal.close()
  const exited = exitOf(child)
  const { pid } = child
  if (pid === undefined) throw new ServerStartError('binary-missing', { subject: setup.binaries })
  const watchdog: Watchdog = watchOver(pid, setup.home.cluster, setup.home.account)
  exited.then(() => watchdog.release())
  const stop = () => shutDown(child, exited)
  try {
    if (await waitUntilReady(setup, { pid, exited }, signal)) return { pid, exited, shutDown: stop }
  } catch (cause) {
    await stop()
    throw new ServerStartError('crashed', { subject: journalOf(setup.home), cause })
  }
  await stop()
  throw failure(setup, journal.end)
}
