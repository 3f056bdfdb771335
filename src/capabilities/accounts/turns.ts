/**
 * How much slow work on passwords a process does at once. The threads that do it also read files, and there
 * are four of them: one stays free.
 */
export const mostAtOnce = 3

let running = 0
const waiting: (() => void)[] = []

/** Does the work when it is its turn: in the order in which it was asked for, {@link mostAtOnce} at a time. */
export const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running < mostAtOnce) running += 1
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The turn is handed on, so that nobody who comes now slips in between.
    if (next) next()
    else running -= 1
  }
}
