import { fork } from 'node:child_process'
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

type Waiting = Map<number, PromiseWithResolvers<Uint8Array>>

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

const settle = (waiting: Waiting, answer: Answer): void => {
  const job = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('pdf' in answer) job?.resolve(new Uint8Array(answer.pdf))
  else job?.reject(new Error(`the document could not be set: ${answer.problem}`))
}

/**
 * Starts a process that sets documents. It is a process of its own because the compiler is native
 * code that takes the thread for up to a second with a long report, keeps about 100 MB, and would
 * take the server with it if it ever failed.
 * @param patience milliseconds without an answer after which it is given up
 */
export const openTypesetter = (patience: number = patienceMilliseconds): Typesetter => {
  const child = start()
  const waiting: Waiting = new Map()
  let count = 0
  let open = true
  let silence: NodeJS.Timeout | undefined
  const watch = (): void => {
    clearTimeout(silence)
    if (waiting.size > 0) silence = setTimeout(() => child.kill('SIGKILL'), patience)
    else child.channel?.unref()
  }
  const giveUp = (reason: string): void => {
    open = false
    clearTimeout(silence)
    for (const job of waiting.values()) job.reject(new Error(`the typesetter ended: ${reason}`))
    waiting.clear()
  }
  child.on('message', (answer: Answer) => {
    settle(waiting, answer)
    watch()
  })
  child.on('error', (error) => giveUp(error.message))
  child.on('exit', (code, signal) => giveUp(String(signal ?? code)))
  // An idle typesetter does not keep the server from ending, and ends with it.
  child.unref()
  child.channel?.unref()
  return {
    pid: child.pid,
    isOpen: () => open,
    setType: async (document) => {
      const job = Promise.withResolvers<Uint8Array>()
      const id = count++
      waiting.set(id, job)
      if (waiting.size === 1) watch()
      child.channel?.ref()
      child.send({ id, document } satisfies Job, (error) => error && giveUp(error.message))
      return job.promise
    },
    close: () => {
      open = false
      if (child.connected) child.disconnect()
    },
  }
}
