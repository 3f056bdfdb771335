import { spawnSync } from 'node:child_process'
import {
  closeSync,
  constants,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ServerStartError } from './errors.ts'

const pidFileOf = (cluster: string): string => join(cluster, 'postmaster.pid')

const readOr = <T>(otherwise: T, read: () => T): T => {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/** The process that the cluster's postmaster.pid names, whether it lives or not. */
const recordedPid = (cluster: string): number =>
  readOr(0, () => Number.parseInt(readFileSync(pidFileOf(cluster), 'utf8'), 10) || 0)

// The number alone proves nothing: another program may have it by now.
const worksIn = (pid: string, cluster: string): boolean =>
  readOr(false, () => readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres') &&
  readOr(false, () => readlinkSync(`/proc/${pid}/cwd`) === cluster)

const isPostgres = (pid: number): boolean =>
  pid > 0 &&
  /postgres/.test(
    spawnSync('/bin/ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout ?? '',
  )

/** The living PostgreSQL processes, postmaster or not, that work in `cluster`. */
export const findServers = (cluster: string): number[] => {
  const real = readOr(cluster, () => realpathSync(cluster))
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && worksIn(name, real))
      .map(Number)
  return [recordedPid(cluster)].filter(isPostgres)
}

const signalAll = (pids: readonly number[], signal: NodeJS.Signals): void => {
  for (const pid of pids) readOr(false, () => process.kill(pid, signal))
}

const areGoneWithin = async (cluster: string, milliseconds: number): Promise<boolean> => {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (findServers(cluster).length === 0) return true
    await sleep(50)
  }
  return findServers(cluster).length === 0
}

/**
 * Ends what is left of an earlier server on `cluster`: a whole one whose app was killed is asked
 * to stop properly; backends whose postmaster was killed end by themselves in a moment. What does
 * not go is made to. Only the holder of the lock may call this.
 *
 * @throws ServerStartError 'in-use' when they belong to somebody whom we may not signal
 */
export const endLeftovers = async (cluster: string, log: (line: string) => void): Promise<void> => {
  const found = findServers(cluster)
  if (found.length === 0) return
  const postmaster = found.includes(recordedPid(cluster)) ? [recordedPid(cluster)] : []
  log('前回のデータベースが残っているため止めます / stopping the database left by an earlier start')
  signalAll(postmaster, 'SIGINT')
  if (await areGoneWithin(cluster, postmaster.length > 0 ? 10_000 : 1_000)) return
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    signalAll(findServers(cluster), signal)
    if (await areGoneWithin(cluster, 5_000)) return
  }
  const detail = `pid ${findServers(cluster).join(', ')}`
  throw new ServerStartError('in-use', { subject: cluster, detail })
}

const isAlive = (pid: number): boolean => readOr(false, () => process.kill(pid, 0))

// No system gives out this number. The rest of the file stays: with the key of the shared memory
// in it, PostgreSQL still sees a server that we could not see.
const deadPid = String(2 ** 31 - 1)

/**
 * Mends a postmaster.pid that would keep PostgreSQL from starting although no server runs: one
 * that names a process number which another program got meanwhile, or one left empty by a power
 * loss. Call it after {@link endLeftovers}.
 */
export const mendPidFile = (cluster: string): void => {
  const file = pidFileOf(cluster)
  const text = readOr<string | undefined>(undefined, () => readFileSync(file, 'utf8'))
  if (text === undefined) return
  const pid = recordedPid(cluster)
  if (pid <= 0) rmSync(file, { force: true })
  if (pid <= 0 || !isAlive(pid)) return
  const flags = constants.O_WRONLY | constants.O_TRUNC | constants.O_NOFOLLOW
  const handle = openSync(file, flags)
  try {
    writeSync(handle, [deadPid, ...text.split('\n').slice(1)].join('\n'))
  } finally {
    closeSync(handle)
  }
}
