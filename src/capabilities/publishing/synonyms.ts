import { foldForSearch } from '#kernel/text.ts'
import { defaultSynonyms } from './default-synonyms.ts'
import { unifySpellings } from './spellings.ts'

/** Groups of words that stand for one another, folded and unified as words of a question are. */
export type SynonymGroups = readonly (readonly string[])[]

const foldWord = (word: string): string => unifySpellings(foldForSearch(word))

/** The city's list as questions are held against it. */
export const foldSynonyms = (lists: readonly (readonly string[])[]): SynonymGroups =>
  lists.map((words) => [...new Set(words.map(foldWord).filter((word) => word !== ''))])

/** What holds where nobody changed anything, and in the search over all cities. */
export const commonSynonyms: SynonymGroups = foldSynonyms(defaultSynonyms)

const isKana = (word: string): boolean => /^[ぁ-ゖー]+$/.test(word)

/** Within a longer word 「ごみ」 may be a part of 「なごみ」: two kana alone say too little. */
const mayStandWithin = (word: string): boolean => [...word].length >= (isKana(word) ? 3 : 2)

const othersOf = (group: readonly string[], word: string): string[] =>
  group.filter((one) => one !== word)

const mostWithin = 6

/** The longest word of the list that is a part of the text, with its group. */
const findWithin = (text: string, groups: SynonymGroups) => {
  let found: { part: string; group: readonly string[] } | undefined
  for (const group of groups)
    for (const part of group)
      if (part.length > (found?.part.length ?? 0) && mayStandWithin(part) && text.includes(part))
        found = { part, group }
  return found
}

/**
 * Words that are taken for this one; for a longer word of which the list knows a part, that part replaced:
 * 高齢者見守り → シニア見守り.
 */
export const listSynonyms = (word: string, groups: SynonymGroups): readonly string[] => {
  const same = groups.filter((group) => group.includes(word))
  if (same.length > 0) return [...new Set(same.flatMap((group) => othersOf(group, word)))]
  const within = findWithin(word, groups)
  if (!within) return []
  const { part, group } = within
  return othersOf(group, part)
    .slice(0, mostWithin)
    .map((other) => word.replace(part, other))
}
