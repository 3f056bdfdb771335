import type { Scope } from '#data/scope.ts'
import type { StreamAnswer, StreamPart } from './answer.ts'
import type { Reply } from './reply.ts'
import { fileHeaders } from './respond.ts'

/** Runs work in a reading transaction of its own. */
export type ReadOnce = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>

const encoder = new TextEncoder()

const bytesOf = ({ bytes }: StreamPart): Uint8Array =>
  typeof bytes === 'string' ? encoder.encode(bytes) : bytes

/** The pieces one after the other, each fetched when the one before has been taken. */
const streamOf = (
  first: StreamPart,
  fetch: (after: string) => Promise<StreamPart>,
): ReadableStream<Uint8Array> => {
  let waiting: StreamPart | undefined = first
  let next = first.next
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const part: StreamPart | undefined =
          waiting ?? (next === undefined ? undefined : await fetch(next))
        waiting = undefined
        next = part?.next
        if (part) controller.enqueue(bytesOf(part))
        if (next === undefined) controller.close()
      },
    },
    // Nothing is read ahead of the receiver.
    { highWaterMark: 0 },
  )
}

/**
 * Sends a file piece by piece. The first one is read before anything is answered, so that what goes wrong at once
 * becomes a page like any other trouble.
 */
export const streamReply = async (answer: StreamAnswer, read: ReadOnce): Promise<Reply> => {
  const fetch = (after: string | undefined): Promise<StreamPart> =>
    read((scope) => answer.part(scope, after))
  const first = await fetch(undefined)
  const body = first.next === undefined ? bytesOf(first) : streamOf(first, fetch)
  return { status: answer.status, body, headers: fileHeaders(answer) }
}
