import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Account, runningAs } from './account.ts'

/** One of PostgreSQL's programs, run to its end. */
export type Command = {
  readonly program: 'initdb' | 'postgres'
  readonly args: readonly string[]
  readonly input?: string
}

/**
 * Runs a program of the installation in `binaries` as `account`.
 *
 * @returns its exit code (null when a signal ended it or it could not be started) and all it said
 */
export const runToEnd = (
  binaries: string,
  account: Account,
  command: Command,
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(join(binaries, 'bin', command.program), command.args, {
      ...runningAs(account),
      stdio: 'pipe',
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
    // A program that ends before it has read everything is told by its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(command.input ?? '')
  })
