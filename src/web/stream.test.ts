import { expect, test } from 'vitest'
import type { Scope } from '#data/scope.ts'
import { securityHeaders } from './guard/headers.ts'
import { toResponse } from './reply.ts'
import { type ReadOnce, streamReply } from './stream.ts'

/** Counts the transactions that are open and those that there were. */
const countReads = () => {
  const seen = { open: 0, all: 0 }
  const read: ReadOnce = async (work) => {
    seen.open += 1
    seen.all += 1
    try {
      return await work({} as Scope)
    } finally {
      seen.open -= 1
    }
  }
  return { seen, read }
}

const file = (pieces: number, broken = -1) =>
  ({
    kind: 'stream',
    status: 200,
    type: 'text/plain',
    part: async (_: Scope, after: string | undefined) => {
      const at = after === undefined ? 0 : Number(after)
      if (at === broken) throw new Error('broken')
      return { bytes: `${at};`, next: at + 1 < pieces ? String(at + 1) : undefined }
    },
  }) as const

test('次の一片は、前の一片が受け取られてから、別の取引で読む', async () => {
  const { seen, read } = countReads()
  const { body } = toResponse(await streamReply(file(1_000), read), securityHeaders(false))
  expect(seen).toEqual({ open: 0, all: 1 })
  const reader = body!.getReader()
  await reader.read()
  // One more may be on its way, and never all of them.
  expect(seen.all).toBeLessThanOrEqual(3)
  expect(seen.open).toBeLessThanOrEqual(1)
  await reader.cancel()
  expect(seen.all).toBeLessThanOrEqual(3)
})

test('全部の片が、順番どおり、1度ずつ届く', async () => {
  for (const pieces of [1, 2, 50]) {
    const { seen, read } = countReads()
    const response = toResponse(await streamReply(file(pieces), read), {})
    const expected = Array.from({ length: pieces }, (_, at) => `${at};`).join('')
    expect(await response.text()).toBe(expected)
    expect(seen).toEqual({ open: 0, all: pieces })
  }
})

test('はじめからの失敗はページの失敗になり、途中の失敗で完成したふりをしない', async () => {
  const { read } = countReads()
  await expect(streamReply(file(3, 0), read)).rejects.toThrow('broken')
  const response = toResponse(await streamReply(file(3, 2), read), {})
  await expect(response.text()).rejects.toThrow('broken')
})
