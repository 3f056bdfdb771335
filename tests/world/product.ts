import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '#data/root.ts'
import { removeOwnServer } from '#data/server/index.ts'

/** The product, started as an operator would, on data of its own. */
export type Product = {
  readonly url: string
  readonly dataDir: string
  /** Address of its database, for looking in from outside. */
  databaseUrl(): string
  /** The same as the owner of its tables. */
  ownerUrl(): string
  readonly startSeconds: number
  /** kill -9 of the application process; its database stops by itself. */
  killApp(): Promise<void>
  /** kill -9 of every process of the database at once; the application starts it again. */
  killDatabase(): void
  /** Starts again on the same data, at the same address. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })

const isServing = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

/** Waits until the product answers and reaches its database. @throws when it ended instead */
export const waitUntilServing = async (url: string, child?: ChildProcess): Promise<void> => {
  while (!(await isServing(url))) {
    if (child && child.exitCode !== null)
      throw new Error(`The product ended with ${child.exitCode} before it served.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const launch = (
  port: number,
  dataDir: string,
  env: Readonly<Record<string, string>>,
): ChildProcess =>
  spawn(process.execPath, [join(projectRoot(), 'bin/run.mjs'), 'src/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: '',
      PORT: String(port),
      DATA_DIR: dataDir,
      RATE_PER_MINUTE: '0',
      // Set it to hear on standard error what the product warns of.
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

const pidsOf = (words: string): number[] => {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.includes(words)).map((line) => Number.parseInt(line, 10))
}

/** The postmaster and all its children. */
const databasePids = (dataDir: string): number[] => {
  const [postmaster] = pidsOf(`-D ${dataDir}`)
  if (!postmaster) return []
  const children = execFileSync('ps', ['-eo', 'pid,ppid'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === postmaster)
    .map(([pid]) => pid!)
  return [postmaster, ...children]
}

const killHard = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

/** The environment in which the product's clock begins at that moment and runs on from there. */
export const withClockAt = (moment: Date): Readonly<Record<string, string>> => ({
  STARTED_AT: moment.toISOString(),
  NODE_OPTIONS: `--import=${pathToFileURL(join(projectRoot(), 'tests/world/started-clock.mjs'))}`,
})

type Environment = Readonly<Record<string, string>>

/**
 * Starts the product on a free port and an empty data directory. An environment that depends on the moment is
 * asked for at every start.
 */
export const startProduct = async (
  env: Environment | (() => Environment) = {},
): Promise<Product> => {
  const envNow = (): Environment => (typeof env === 'function' ? env() : env)
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-product-'))
  // The account that runs the database may pass through.
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  let child = launch(port, dataDir, envNow())
  await waitUntilServing(url, child)
  const startSeconds = (performance.now() - began) / 1000
  const running = (): { app: string; owner: string; pid: number } =>
    JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'))
  return {
    url,
    dataDir,
    startSeconds,
    databaseUrl: () => running().app,
    ownerUrl: () => running().owner,
    killApp: async () => {
      killHard(running().pid)
      await ended(child)
    },
    killDatabase: () => databasePids(dataDir).forEach(killHard),
    restart: async () => {
      child = launch(port, dataDir, envNow())
      await waitUntilServing(url, child)
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
      await removeOwnServer(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
