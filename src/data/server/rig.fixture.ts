// What the tests of the own server share: folders that vanish, a process to kill, patience.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeOwnServer } from './index.ts'

/** For tests that start servers: how many milliseconds before one is taken for hanging. */
export const patient = { testTimeout: 60_000, hookTimeout: 60_000 }

export const isRoot = process.getuid?.() === 0

/** A new folder that the database's account can pass through, as an ordinary DATA_DIR is. */
export const makeDirectory = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-own-'))
  chmodSync(folder, 0o711)
  return folder
}

export const removeDirectory = async (folder: string): Promise<void> => {
  await removeOwnServer(folder)
  rmSync(folder, { recursive: true, force: true })
}

/** Waits, without a limit of its own, until `question` is answered with something. */
export const until = async <T>(question: () => T | Promise<T>): Promise<NonNullable<T>> => {
  for (;;) {
    const answer = await question()
    if (answer) return answer
    await sleep(20)
  }
}

export type App = {
  readonly child: ChildProcess
  readonly lines: string[]
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Waits for a line that begins so; fails when the app ends without it. */
  line(beginning: string): Promise<string>
  acknowledged(): number[]
}

export type AppOptions = {
  readonly directory: string
  readonly work?: 'idle' | 'write' | 'nothing'
  readonly shelters?: readonly string[]
  readonly program?: string
  readonly identity?: { readonly uid: number; readonly gid: number }
}

/** Starts the stand-in app as a process of its own, in a process group of its own. */
export const startApp = (options: AppOptions): App => {
  const program = options.program ?? join(import.meta.dirname, 'app.fixture.ts')
  const args = [program, options.directory, options.work ?? 'idle', ...(options.shelters ?? [])]
  const child = spawn(process.execPath, args, {
    detached: true,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.identity,
  })
  const lines: string[] = []
  createInterface({ input: child.stdout! }).on('line', (line) => lines.push(line))
  createInterface({ input: child.stderr! }).on('line', (line) => lines.push(`error ${line}`))
  let hasEnded = false
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => {
      hasEnded = true
      resolve({ code, signal })
    }),
  )
  const line = (beginning: string) =>
    until(() => {
      const found = lines.find((candidate) => candidate.startsWith(beginning))
      if (!found && hasEnded) throw new Error(`No "${beginning}":\n${lines.join('\n')}`)
      return found
    })
  const acknowledged = () =>
    lines.filter((text) => text.startsWith('acknowledged ')).map((text) => Number(text.slice(13)))
  return { child, lines, ended, line, acknowledged }
}
