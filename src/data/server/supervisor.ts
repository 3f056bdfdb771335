import { setTimeout as sleep } from 'node:timers/promises'
import type { Exit, Running } from './postgres.ts'

/** A server that is started again whenever it dies, until it is stopped. */
export type Supervised = {
  /** The process number of the server, or undefined between its death and its next start. */
  pid(): number | undefined
  stop(): Promise<void>
  readonly stopped: Promise<Exit>
}

/** Milliseconds before the first and between all further attempts to start it again. */
export const pauses = { first: 100, longest: 5_000 }

const describe = ({ code, signal }: Exit): string => signal ?? `exit ${code}`

/** Undefined when it was stopped meanwhile. */
const startAgain = async (
  launch: (signal: AbortSignal) => Promise<Running>,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<Running | undefined> => {
  let told = ''
  for (let pause = pauses.first; !signal.aborted; pause = Math.min(pause * 2, pauses.longest)) {
    await sleep(pause, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) break
    try {
      return await launch(signal)
    } catch (error) {
      if (signal.aborted) break
      const line = (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' / ')
      // A disk stays full for hours: what does not change is said once.
      if (line !== told) log(line)
      told = line
    }
  }
  return undefined
}

/**
 * Keeps a server running. There is no last attempt: a full disk is emptied some day, and a small
 * host has nobody who would start the product again.
 *
 * @param launch starts the server and resolves when it takes connections
 * @throws what the first `launch` throws; later failures are logged and tried again
 */
export const supervise = async (
  launch: (signal: AbortSignal) => Promise<Running>,
  log: (line: string) => void,
): Promise<Supervised> => {
  const stopping = new AbortController()
  let current: Running | undefined = await launch(stopping.signal)

  const keepRunning = async (first: Running): Promise<Exit> => {
    for (let running = first; ; ) {
      const exit = await running.exited
      current = undefined
      if (stopping.signal.aborted) return exit
      log(
        `データベースが止まりました（${describe(exit)}）。再開します / ` +
          `the database stopped (${describe(exit)}); starting it again`,
      )
      const next = await startAgain(launch, stopping.signal, log)
      if (!next) return exit
      running = next
      current = next
      // It became ready in the same moment as it was to stop.
      if (stopping.signal.aborted) await next.shutDown()
      else log('データベースを再開しました / the database runs again')
    }
  }
  const stopped = keepRunning(current)

  const stop = async (): Promise<void> => {
    stopping.abort()
    await current?.shutDown()
    await stopped
  }
  return { pid: () => current?.pid, stop, stopped }
}
