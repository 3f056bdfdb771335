import { type ChildProcess, fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { fontFamilies } from './fonts.ts'
import type { Answer, Job } from './typesetter.ts'

/** A running typesetter process. */
export type Typesetter = {
  readonly pid: number | undefined
  /** False once it was closed or has died; open another one then. */
  readonly isOpen: () => boolean
  /** Sets one document; several may be under way, they are taken in turn. */
  readonly setType: (document: string) => Promise<Uint8Array>
  readonly close: () => void
}

const start = () => {
  const folder = join(projectRoot(), 'src/web/document')
  const fontFolders = fontFamilies.flat().map((file) => dirname(file))
  return fork(join(folder, 'typesetter.ts'), [join(folder, 'template'), ...fontFolders], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // It needs no password and no setting of ours, so it gets none.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** No document takes this long; a typesetter that is silent so long is ended, or all would wait. */
const patienceMilliseconds = 60_000

type Waiting = Map<number, PromiseWithResolvers<Uint8Array>>

const settle = (waiting: Waiting, answer: Answer): void => {
  const job = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('pdf' in answer) job?.resolve(new Uint8Array(answer.pdf))
  else job?.reject(new Error(`the document could not be set: ${answer.problem}`))
}

// Who waits for which document; while someone does, the process is watched and keeps ours alive.
const openQueue = (child: ChildProcess, patience: number) => {
  const waiting: Waiting = new Map()
  let silence: NodeJS.Timeout | undefined
  const watch = (): void => {
    clearTimeout(silence)
    if (waiting.size === 0) {
      child.channel?.unref()
      return
    }
    child.channel?.ref()
    silence = setTimeout(() => child.kill('SIGKILL'), patience)
  }
  return {
    add: (id: number): Promise<Uint8Array> => {
      const job = Promise.withResolvers<Uint8Array>()
      waiting.set(id, job)
      if (waiting.size === 1) watch()
      return job.promise
    },
    take: (answer: Answer): void => {
      settle(waiting, answer)
      watch()
    },
    giveUp: (reason: string): void => {
      for (const job of waiting.values()) job.reject(new Error(`the typesetter ended: ${reason}`))
      waiting.clear()
      watch()
    },
  }
}

/**
 * Starts a process that sets documents. It is a process of its own because the compiler is native
 * code that takes the thread for up to a second with a long report, keeps about 100 MB, and would
 * take the server with it if it ever failed.
 * @param patience milliseconds without an answer after which it is given up
 */
export const openTypesetter = (patience: number = patienceMilliseconds): Typesetter => {
  const child = start()
  const queue = openQueue(child, patience)
  let count = 0
  let open = true
  const end = (reason: string): void => {
    open = false
    queue.giveUp(reason)
  }
  child.on('message', queue.take)
  child.on('error', (error) => end(error.message))
  child.on('exit', (code, signal) => end(String(signal ?? code)))
  // An idle typesetter does not keep the server from ending, and ends with it.
  child.unref()
  child.channel?.unref()
  return {
    pid: child.pid,
    isOpen: () => open,
    setType: (document) => {
      const id = count++
      const done = queue.add(id)
      child.send({ id, document } satisfies Job, (error) => error && end(error.message))
      return done
    },
    close: () => {
      open = false
      if (child.connected) child.disconnect()
    },
  }
}
