import type { Bilingual, Language } from '#kernel/bilingual.ts'

/** Where a fact stands: the document it is from, and the place in it. */
export type Place = {
  /** Number under which the preset knows the document; undefined when the source names none. */
  readonly document: string | undefined
  readonly place: string
}

// A chapter as Yamaguchi's plan is numbered: ch2-3 is 第2章3.
const chapter = /\bch(\d+)-(\d+)/g

// Numbers of single facts (K045, Y114) help who checks a preset; to readers of a page they say nothing.
const factNumber = /\s*\b[A-Z]\d{3}\b/g

const readPart = (part: string): Place => {
  const [, document, rest] = /^(\d{3})(?!\d)\s*(.*)$/s.exec(part.trim()) ?? [
    undefined,
    undefined,
    part,
  ]
  const place = (rest ?? '')
    .replace(factNumber, '')
    .replace(chapter, '第$1章$2')
    .replace(/\s+([・。；）])/g, '$1')
    .trim()
  return { document, place }
}

/** Reads a source as presets write it: `001 §3(3) K072; 000 §3(3) K064` names two places. */
export const readSource = (source: string): Place[] =>
  source
    .split(/[;；]/)
    .map(readPart)
    .filter(({ document, place }) => document !== undefined || place !== '')

/** The number of the document that a plan is, when its source is that document's cover or whole. */
export const documentNumber = (source: string): string | undefined =>
  /^(\d{3})(?:\s*(?:表紙|全体)|（)/.exec(source)?.[1]

/** Titles of documents by the numbers under which the presets know them. */
export type Documents = ReadonlyMap<string, string>

/** The documents among the city's plans, in the reader's language. */
export const documentsOf = (
  plans: readonly { readonly title: Bilingual; readonly source: string }[],
  language: Language,
): Documents =>
  new Map(
    plans.flatMap(({ title, source }) => {
      const number = documentNumber(source)
      return number ? [[number, title[language]] as const] : []
    }),
  )

/**
 * A source as readers see it: the document by its title where it is known, and the place.
 * @param own number of the document whose title goes without saying, on its own page
 */
export const sourceText = (source: string, documents: Documents, own?: string): string => {
  const texts = readSource(source).map(({ document, place }) => {
    const title = document === undefined || document === own ? undefined : documents.get(document)
    return [title, place].filter((part) => part).join(' ')
  })
  return [...new Set(texts.filter((text) => text !== ''))].join('／')
}
