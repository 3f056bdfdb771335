import { inflateRawSync } from 'node:zlib'
import { ok, type Result, refuse } from '#kernel/result.ts'

/** Why the inside of a zip file is not looked at. */
export type PackProblem = 'broken' | 'unpacks-too-large'

const endSign = 0x06054b50
const entrySign = 0x02014b50
const endLength = 22
const longestRemark = 65_535
const entriesMost = 10_000
const stored = 0
const deflated = 8

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const findEnd = (view: DataView): number | undefined => {
  const last = view.byteLength - endLength
  for (let at = last; at >= 0 && at >= last - longestRemark; at -= 1)
    if (view.getUint32(at, true) === endSign) return at
  return undefined
}

type Entry = { readonly method: number; readonly packed: number; readonly local: number }

const listEntries = (view: DataView): Entry[] | undefined => {
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  if (count > entriesMost) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== entrySign) return undefined
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      local: view.getUint32(at + 42, true),
    })
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return entries
}

const dataOf = (bytes: Uint8Array, view: DataView, { local, packed }: Entry): Uint8Array => {
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  return bytes.subarray(start, start + packed)
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/**
 * Unpacks every entry of a zip file once, with a limit, and gives the bytes that they have together.
 * What the file says of its own sizes is not believed: that is where bombs lie.
 */
export const measureUnpacked = (bytes: Uint8Array, most: number): Result<number, PackProblem> => {
  try {
    const view = viewOf(bytes)
    const entries = listEntries(view)
    if (!entries) return refuse('broken')
    let total = 0
    for (const entry of entries) {
      if (entry.method !== stored && entry.method !== deflated) return refuse('broken')
      const data = dataOf(bytes, view, entry)
      total +=
        entry.method === stored
          ? data.length
          : inflateRawSync(data, { maxOutputLength: Math.max(1, most - total) }).length
      if (total > most) return refuse('unpacks-too-large')
    }
    return ok(total)
  } catch (error) {
    return refuse(isTooLong(error) ? 'unpacks-too-large' : 'broken')
  }
}
