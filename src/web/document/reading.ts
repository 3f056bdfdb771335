import { readObjects } from './pdf-objects.ts'
import { readPages } from './pdf-text.ts'

/** What a file says of itself and to a reader; for tests and checks of what {@link renderPdf} made. */
export type ReadDocument = {
  /** Text of each page, a line for every run of letters. */
  readonly pages: readonly string[]
  /** All text without any white space, so that line breaks and spacing do not matter. */
  readonly text: string
  readonly fonts: readonly string[]
  readonly language: string | undefined
  readonly showsTitle: boolean
  /** XMP metadata. */
  readonly metadata: string
  /** Roles of the structure tree: H1, P, L, Table, TH … in the order of the file. */
  readonly roles: readonly string[]
  /** Everything that would make a reader fetch, open or run something. */
  readonly actions: readonly string[]
}

const reaching =
  /\/(URI|Launch|JavaScript|JS|GoToR|SubmitForm|ImportData|EmbeddedFile|OpenAction|AA)\b/g

/** Reads a file that this folder made. */
export const readPdf = (pdf: Uint8Array): ReadDocument => {
  const objects = readObjects(pdf)
  const sources = [...objects.values()].map(({ source }) => source)
  const all = sources.join('\n')
  const pages = readPages(objects)
  const metadata = [...objects.values()].find(({ source }) => source.includes('/Subtype /XML'))
  const named = (pattern: RegExp) => [...all.matchAll(pattern)].map(([, name = '']) => name)
  return {
    pages,
    text: pages.join('').replace(/[\s\u200b]/g, ''),
    fonts: [...new Set(named(/\/FontName \/[A-Z]{6}\+(\S+)/g))].sort(),
    language: /\/Lang \((.*?)\)/.exec(all)?.[1],
    showsTitle: all.includes('/DisplayDocTitle true'),
    metadata: metadata?.stream.toString('utf8') ?? '',
    roles: sources
      .filter((source) => source.includes('/Type /StructElem'))
      .map((source) => /\/S \/(\w+)/.exec(source)?.[1] ?? ''),
    actions: named(reaching),
  }
}
