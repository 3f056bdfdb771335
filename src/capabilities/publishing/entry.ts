import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { cleanLine, foldForSearch, listBigrams } from '#kernel/text.ts'
import { unifySpellings } from './spellings.ts'

/** Kinds of things that the public can find, in the order in which they are offered as filters. */
export const entryKinds = [
  'group',
  'issue',
  'theme',
  'programme',
  'call',
  'proposal',
  'project',
  'plan',
  'plan-item',
  'statistic',
  'page',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** One public thing as lists and results show it. */
export type Entry = {
  readonly cityId: number
  readonly kind: EntryKind
  readonly id: string
  readonly title: Bilingual
  readonly summary: Bilingual
  /** Its page, from the root of the site. */
  readonly url: string
  /** The days on which one can apply for it, both included. */
  readonly opensOn?: PlainDate | undefined
  readonly closesOn?: PlainDate | undefined
  /** `17:00` where the last day ends before 24:00. */
  readonly closesAt?: string | undefined
  /** The day it happened, or became public. */
  readonly happenedOn: PlainDate
}

/** What a capability tells of something that has become public or has changed. */
export type EntryDraft = Omit<Entry, 'cityId'> & {
  /** More words to be found by, in any language; it is never shown. Anything that is not public stays out. */
  readonly body?: string | undefined
}

/** What the index keeps of an entry. Every line is folded; no word reaches over a line's end. */
export type IndexedText = {
  readonly title: string
  /** Title and all other words. */
  readonly body: string
  readonly lexemes: readonly string[]
}

const longestTitle = 300
const longestSummary = 2_000
const longestBody = 10_000

/** The entry as it is stored: single lines, control characters out, lengths that an index can hold. */
export const tidyEntry = (draft: EntryDraft): EntryDraft => {
  const line = (text: Bilingual, most: number): Bilingual => ({
    ja: cleanLine(text.ja).slice(0, most).toWellFormed(),
    en: cleanLine(text.en).slice(0, most).toWellFormed(),
  })
  return {
    ...draft,
    title: line(draft.title, longestTitle),
    summary: line(draft.summary, longestSummary),
    body: draft.body?.slice(0, longestBody),
  }
}

/** The text as typed and, where it differs, in the spelling that stands for all others. */
const foldLines = (...texts: readonly string[]): string[] => {
  const folded = texts.map(foldForSearch).filter((text) => text !== '')
  return [...new Set(folded.flatMap((text) => [text, unifySpellings(text)]))]
}

const listSigns = (lines: readonly string[]): string[] =>
  [...lines.join('')].filter((sign) => /[\p{L}\p{N}]/u.test(sign))

/** Marks before a lexeme. Their signs are in no word, so that none is ever mistaken for another. */
export const markers = {
  kind: (kind: EntryKind) => `#${kind}`,
  year: (year: number) => `~${year}`,
  inTitle: (token: string) => `^${token}`,
  /** Every lexeme once more for its city alone: what a city looks up does not grow with the others. */
  within: (cityId: number) => {
    const city = `@${cityId.toString(36)}:`
    return (lexeme: string): string => city + lexeme
  },
} as const

/**
 * Folds and cuts up an entry for the index: single signs and pairs of signs of everything, and the
 * title's once more under a mark of their own.
 */
export const indexEntry = (cityId: number, draft: EntryDraft): IndexedText => {
  const title = foldLines(draft.title.ja, draft.title.en)
  const head = foldLines(draft.title.ja, draft.title.en, draft.summary.ja, draft.summary.en)
  const body = [...new Set([...head, ...foldLines(draft.body ?? '')])]
  const ofTitle = [...title.flatMap(listBigrams), ...listSigns(title)]
  const everywhere = new Set([
    markers.kind(draft.kind),
    markers.year(Number(draft.happenedOn.slice(0, 4))),
    ...ofTitle.map(markers.inTitle),
    ...listSigns(body),
    ...body.flatMap(listBigrams),
  ])
  const lexemes = [...everywhere, ...[...everywhere].map(markers.within(cityId))]
  return { title: title.join('\n'), body: body.join('\n'), lexemes }
}
