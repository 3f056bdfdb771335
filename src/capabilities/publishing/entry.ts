import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { cleanLine, foldForSearch, listBigrams } from '#kernel/text.ts'
import { closeUp } from './close-up.ts'
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
  'indicator',
  'statistic',
  'survey',
  'facility',
  'news',
  'page',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** Kinds that the portal's front shows: what is news, and what can be applied for. Others never change it. */
export const frontKinds = [
  'issue',
  'theme',
  'programme',
  'call',
  'proposal',
  'project',
  'survey',
  'news',
] as const satisfies readonly EntryKind[]
export type FrontKind = (typeof frontKinds)[number]

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
  /** The title in kana, where somebody wrote it down: it is found by it, and ranked behind the title itself. */
  readonly reading?: string | undefined
  /** More words to be found by, in any language; it is never shown. Anything that is not public stays out. */
  readonly body?: string | undefined
}

/**
 * What the index keeps of an entry. Every line is folded and stands between two line ends, so that a pattern can
 * ask for its beginning or for all of it; no word reaches over a line's end.
 */
export type IndexedText = {
  readonly title: string
  readonly reading: string
  readonly summary: string
  /** All of these, and all other words. */
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
    reading: draft.reading && cleanLine(draft.reading).slice(0, longestTitle).toWellFormed(),
    summary: line(draft.summary, longestSummary),
    body: draft.body?.slice(0, longestBody),
  }
}

/** The text as typed and, where it differs, in the spelling that stands for all others. */
const foldLines = (...texts: readonly string[]): string[] => {
  const folded = texts.map(foldForSearch).filter((text) => text !== '')
  return [...new Set(folded.flatMap((text) => [text, unifySpellings(text)]))]
}

/** The lines of a name: also without the spaces and dots that some write in it and some do not. */
const foldNames = (...names: readonly string[]): string[] => {
  const lines = foldLines(...names)
  return [...new Set([...lines, ...lines.map(closeUp)])]
}

const listSigns = (lines: readonly string[]): string[] =>
  [...lines.join('')].filter((sign) => /[\p{L}\p{N}]/u.test(sign))

const longestWhole = 100

/** Marks before a lexeme. Their signs are in no word, so that none is ever mistaken for another. */
export const markers = {
  kind: (kind: EntryKind) => `#${kind}`,
  year: (year: number) => `~${year}`,
  month: (year: number, month: number) => `~${year}-${String(month).padStart(2, '0')}`,
  /** One entry of some hundreds, see {@link isSampled}. */
  sampled: '%',
  inTitle: (token: string) => `^${token}`,
  /** The first pair of signs of a title. */
  begins: (token: string) => `<${token}`,
  /** A whole title, or as much of it as a lexeme should hold. */
  whole: (title: string) => `=${[...title].slice(0, longestWhole).join('')}`,
  /** Every lexeme once more for its city alone: what a city looks up does not grow with the others. */
  within: (cityId: number) => {
    const city = `@${cityId.toString(36)}:`
    return (lexeme: string): string => city + lexeme
  },
} as const

const sampledOf = 256

/**
 * Whether the entry is one of the few by which the search over all cities estimates how common words are. Which they
 * are is told by their key alone, so that the same entry is always one.
 */
export const isSampled = (cityId: number, kind: EntryKind, id: string): boolean => {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(`${cityId} ${kind} ${id}`))
    hash = Math.imul(hash ^ byte, 0x01000193)
  // The last bits of this sum (FNV-1a) are its worst.
  return ((hash >>> 16) ^ hash) % sampledOf === 0
}

/** What only the search over all cities asks for. */
const wholeLexemes = (cityId: number, { kind, id, happenedOn }: EntryDraft): string[] => [
  markers.month(Number(happenedOn.slice(0, 4)), Number(happenedOn.slice(5, 7))),
  ...(isSampled(cityId, kind, id) ? [markers.sampled] : []),
]

const titleLexemes = (lines: readonly string[]): string[] => [
  ...[...lines.flatMap(listBigrams), ...listSigns(lines)].map(markers.inTitle),
  ...lines
    .flatMap((line) => [[...line][0] ?? '', ...listBigrams(line).slice(0, 1)])
    .map(markers.begins),
  ...lines.map(markers.whole),
]

const between = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n${lines.join('\n')}\n`

/**
 * Folds and cuts up an entry for the index: single signs and pairs of signs of everything, and the
 * title's once more under marks of their own.
 */
export const indexEntry = (cityId: number, draft: EntryDraft): IndexedText => {
  const title = foldNames(draft.title.ja, draft.title.en)
  const reading = foldNames(draft.reading ?? '')
  const summary = foldLines(draft.summary.ja, draft.summary.en)
  const body = [...new Set([...title, ...reading, ...summary, ...foldLines(draft.body ?? '')])]
  const everywhere = new Set([
    markers.kind(draft.kind),
    markers.year(Number(draft.happenedOn.slice(0, 4))),
    ...titleLexemes(title),
    ...listSigns(body),
    ...body.flatMap(listBigrams),
  ])
  const lexemes = [
    ...everywhere,
    ...wholeLexemes(cityId, draft),
    ...[...everywhere].map(markers.within(cityId)),
  ]
  return {
    title: between(title),
    reading: between(reading),
    summary: between(summary),
    body: between(body),
    lexemes,
  }
}
