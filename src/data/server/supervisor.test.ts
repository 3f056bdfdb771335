import { expect, test } from 'vitest'
import type { Exit, Running } from './postgres.ts'
import { supervise } from './supervisor.ts'

/** A server whose death the test decides. */
const makeServer = (pid: number) => {
  const { promise, resolve } = Promise.withResolvers<Exit>()
  const running: Running = {
    pid,
    exited: promise,
    shutDown: () => {
      resolve({ code: 0, signal: null })
      return promise
    },
  }
  return { running, die: () => resolve({ code: null, signal: 'SIGKILL' }) }
}

test('最初の起動に失敗すれば、繰り返さずに伝える', async () => {
  let attempts = 0
  const launch = async (): Promise<Running> => {
    attempts++
    throw new Error('no disk')
  }
  await expect(supervise(launch, () => undefined)).rejects.toThrow('no disk')
  expect(attempts).toBe(1)
})

test('死んだあとの起動は、失敗しても成功するまで繰り返し、同じわけは一度だけ言う', async () => {
  const first = makeServer(1)
  const second = makeServer(2)
  const revived = Promise.withResolvers<void>()
  const outcomes = [
    async () => first.running,
    async () => Promise.reject(new Error('still\nno disk')),
    async () => Promise.reject(new Error('still\nno disk')),
    async () => second.running,
  ]
  const lines: string[] = []
  const server = await supervise(
    () => outcomes.shift()!(),
    (line) => {
      lines.push(line)
      if (line.includes('runs again')) revived.resolve()
    },
  )
  expect(server.pid()).toBe(1)
  first.die()
  await revived.promise
  expect(server.pid()).toBe(2)
  expect(lines.filter((line) => line === 'still / no disk')).toHaveLength(1)
  await server.stop()
  expect(await server.stopped).toEqual({ code: 0, signal: null })
})

test('起動し直している最中に止めると、間に合った起動も止める', async () => {
  const first = makeServer(1)
  const late = makeServer(2)
  const begun = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<void>()
  let isFirst = true
  const server = await supervise(
    async () => {
      if (isFirst) {
        isFirst = false
        return first.running
      }
      begun.resolve()
      await ready.promise
      return late.running
    },
    () => undefined,
  )
  first.die()
  await begun.promise
  const stopping = server.stop()
  ready.resolve()
  await stopping
  expect(await late.running.exited).toEqual({ code: 0, signal: null })
})
