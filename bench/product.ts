import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { removeOwnServer } from '#data/server/index.ts'

/** The product, started as an operator would, on data of its own. */
export type Product = {
  readonly url: string
  /** Address of its database for the floor's queries. */
  readonly databaseUrl: string
  readonly startSeconds: number
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

const waitUntilServing = async (url: string, child: ChildProcess): Promise<void> => {
  while (!(await isServing(url))) {
    if (child.exitCode !== null)
      throw new Error(`The product ended with ${child.exitCode} before it served.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const startProduct = async (): Promise<Product> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [join(projectRoot(), 'bin/run.mjs'), 'src/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      RATE_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await waitUntilServing(url, child)
  const startSeconds = (performance.now() - began) / 1000
  const { app } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { app: string }
  return {
    url,
    databaseUrl: app,
    startSeconds,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await removeOwnServer(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
