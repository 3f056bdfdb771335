import { inflateSync } from 'node:zlib'

/** One object of a PDF: its text, and the bytes of its stream, inflated. */
export type PdfObject = { readonly source: string; readonly stream: Buffer }

const header = /(\d+) 0 obj\b/g

/**
 * The objects of a PDF as the compiler writes it: none hidden in object streams, every stream with
 * its length. It reads our own files for tests and checks, not any PDF.
 */
export const readObjects = (pdf: Uint8Array): ReadonlyMap<number, PdfObject> => {
  const bytes = Buffer.from(pdf)
  const latin = bytes.toString('latin1')
  const objects = new Map<number, PdfObject>()
  header.lastIndex = 0
  for (let match = header.exec(latin); match; match = header.exec(latin)) {
    const end = latin.indexOf('endobj', match.index)
    const streamAt = latin.indexOf('stream\n', match.index)
    const holdsStream = streamAt !== -1 && streamAt < end
    const source = latin.slice(match.index, holdsStream ? streamAt : end)
    const length = Number(/\/Length (\d+)/.exec(source)?.[1] ?? 0)
    const from = streamAt + 'stream\n'.length
    const raw = holdsStream ? bytes.subarray(from, from + length) : Buffer.alloc(0)
    objects.set(Number(match[1]), {
      source,
      stream: source.includes('/FlateDecode') ? inflateSync(raw) : raw,
    })
    header.lastIndex = holdsStream ? from + length : end
  }
  return objects
}
