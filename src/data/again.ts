import { setTimeout } from 'node:timers/promises'

/**
 * Thrown by work that needs something slow before it can go on, and may be begun again: everything is
 * undone, so nothing is held while `ready` is awaited, and then the work is run from its beginning. What
 * `ready` made must be found by the next run outside the database.
 */
export class MakeReadyFirst extends Error {
  readonly ready: () => Promise<unknown>
  constructor(ready: () => Promise<unknown>) {
    super('The work is to be begun again once something is ready.')
    this.ready = ready
  }
}

/** Deadlock, and no order in which both could have run: the only failures that a second try may mend. */
const undoneByRivals: readonly unknown[] = ['40P01', '40001']

const wasUndoneByRival = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && undoneByRivals.includes(error.code)

const mostRuns = 4

/** A moment of no fixed length, so that two that met do not meet again. */
const stepAside = (run: number): Promise<void> => setTimeout(run * (10 + Math.random() * 40))

/** Makes good what undid the work. @returns false for everything that another run would not mend */
const mend = async (error: unknown, run: number): Promise<boolean> => {
  if (error instanceof MakeReadyFirst) await error.ready()
  else if (wasUndoneByRival(error)) await stepAside(run)
  else return false
  return true
}

/**
 * Runs a transaction, and runs it again when it was undone by a rival or wants something made ready first:
 * four times at the most. `last` tells the run that it must end by itself.
 * @throws what the transaction threw, when no other run is left or none would mend it
 */
export const runUntilDone = async <T>(run: (last: boolean) => Promise<T>): Promise<T> => {
  for (let at = 1; ; at += 1)
    try {
      return await run(at === mostRuns)
    } catch (error) {
      if (at === mostRuns || !(await mend(error, at))) throw error
    }
}
