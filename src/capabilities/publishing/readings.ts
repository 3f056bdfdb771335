import { foldForSearch } from '#kernel/text.ts'
import { readings } from './reading-words.ts'
import { unifySpellings } from './spellings.ts'

const folded = (word: string): string => unifySpellings(foldForSearch(word))

const byWord: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>()
  const add = (word: string, other: string): void => {
    if (word !== other) found.set(word, [...(found.get(word) ?? []), other])
  }
  for (const [kana, ...kanji] of readings) {
    for (const word of kanji.map(folded)) {
      add(folded(kana), word)
      // 「こと」「いご」 stand in many other words: a short sound is not looked for where kanji were typed.
      if ([...kana].length > 3) add(word, folded(kana))
    }
  }
  return found
})()

/** How the word is written where it was typed by its sound, and by its sound where it was typed in kanji. */
export const listReadings = (word: string): readonly string[] => byWord.get(word) ?? []
