import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { type Documents, documentsOf, sourceText } from '#kernel/source.ts'
import { aboutSentences } from './sentences/about.ts'

/** Where facts stand: documents by short names, which are explained once on the page. */
export type Sources = {
  /** A source in words. */
  readonly textOf: (source: string) => string
  /** The documents with their short names. */
  readonly documents: readonly { readonly short: string; readonly title: string }[]
}

/** Gives the city's documents short names (資料1, 資料2), in the order of their numbers. */
export const shortenSources = (
  plans: readonly { readonly title: Bilingual; readonly source: string }[],
  lang: Language,
): Sources => {
  const titles = [...documentsOf(plans, lang).titles].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const named = titles.map(([number, title], at) => ({
    number,
    title,
    short: aboutSentences[lang].document(at + 1),
  }))
  const shorts: Documents = {
    language: lang,
    titles: new Map(named.map(({ number, short }) => [number, short])),
  }
  return { textOf: (source) => sourceText(source, shorts), documents: named }
}
