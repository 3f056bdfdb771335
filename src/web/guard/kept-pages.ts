import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A page made for visitors, with the version of the city's data it was made from. */
export type KeptPage = {
  readonly version: number
  readonly status: number
  readonly html: Buffer
  /** Compressed when first asked for, then kept beside the page. */
  readonly gzip: () => Buffer
  readonly etag: string
}

/** Pages in memory, the least recently used leaving first when `maxBytes` is reached. */
export type KeptPages = {
  find(key: string, version: number): KeptPage | undefined
  keep(
    key: string,
    version: number,
    page: { readonly status: number; readonly html: string },
  ): KeptPage
}

// The compressed copy comes later; a quarter is what it usually takes.
const sizeOf = (page: KeptPage): number => Math.ceil(page.html.length * 1.25) + 500

const lazily = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

export const openKeptPages = (maxBytes: number): KeptPages => {
  const pages = new Map<string, KeptPage>()
  let bytes = 0

  const drop = (key: string): void => {
    const page = pages.get(key)
    if (!page) return
    pages.delete(key)
    bytes -= sizeOf(page)
  }

  return {
    find: (key, version) => {
      const page = pages.get(key)
      if (!page || page.version !== version) return undefined
      pages.delete(key)
      pages.set(key, page)
      return page
    },
    keep: (key, version, { status, html }) => {
      const body = Buffer.from(html)
      const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
      const page = {
        version,
        status,
        html: body,
        gzip: lazily(() => gzipSync(body, { level: 5 })),
        etag,
      }
      drop(key)
      pages.set(key, page)
      bytes += sizeOf(page)
      for (const oldest of pages.keys()) {
        if (bytes <= maxBytes) break
        drop(oldest)
      }
      return page
    },
  }
}
