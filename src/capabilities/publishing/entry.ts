import { createHash } from 'node:crypto'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { cleanLine, foldForSearch, listBigrams, listPairs } from '#kernel/text.ts'
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

const foldAll = (...texts: readonly string[]): readonly string[] =>
  texts.map(foldForSearch).filter((text) => text !== '')

/** The text as typed and, where it differs, in the spelling that stands for all others. */
const linesOf = (folded: readonly string[]): string[] => [
  ...new Set(folded.flatMap((text) => [text, unifySpellings(text)])),
]

/** The lines of a name: also without the spaces and dots that some write in it and some do not. */
const linesOfName = (folded: readonly string[]): string[] => {
  const lines = linesOf(folded)
  return [...new Set([...lines, ...lines.map(closeUp)])]
}

const listSigns = (lines: readonly string[]): string[] =>
  [...new Set(lines.join(''))].filter((sign) => /[\p{L}\p{N}]/u.test(sign))

const longestWhole = 100

/** Marks before a lexeme. Their signs are in no word, so that none is ever mistaken for another. */
export const markers = {
  kind: (kind: EntryKind) => `#${kind}`,
  year: (year: number) => `~${year}`,
  month: (year: number, month: number) => `~${year}-${String(month).padStart(2, '0')}`,
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

/** One entry of so many is sampled. */
export const sampledOf = 256

/**
 * Whether the entry is one of the few by which the search over all cities estimates how common words are. Which they
 * are is told by their key alone, so that the same entry is always one; the index of these says the same in SQL.
 */
export const isSampled = (cityId: number, kind: EntryKind, id: string): boolean =>
  createHash('md5').update(`${cityId}/${kind}/${id}`).digest()[0] === 0

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
  const folded = {
    title: foldAll(draft.title.ja, draft.title.en),
    reading: foldAll(draft.reading ?? ''),
    summary: foldAll(draft.summary.ja, draft.summary.en),
    rest: foldAll(draft.body ?? ''),
  }
  const title = linesOfName(folded.title)
  const reading = linesOfName(folded.reading)
  const summary = linesOf(folded.summary)
  const body = [...new Set([...title, ...reading, ...summary, ...linesOf(folded.rest)])]
  // What is folded is not folded again, which for a long text is most of the work; another spelling may need it.
  const asFolded = new Set(Object.values(folded).flat())
  const pairs = body.flatMap((line) => (asFolded.has(line) ? listPairs(line) : listBigrams(line)))
  const everywhere = new Set([
    markers.kind(draft.kind),
    markers.year(Number(draft.happenedOn.slice(0, 4))),
    ...titleLexemes(title),
    ...listSigns(body),
    ...pairs,
  ])
  const lexemes = [
    ...everywhere,
    // Only the search over all cities goes by months.
    markers.month(Number(draft.happenedOn.slice(0, 4)), Number(draft.happenedOn.slice(5, 7))),
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
