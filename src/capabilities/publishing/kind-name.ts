import type { Language } from '#kernel/bilingual.ts'
import { type City, wordOf } from '#kernel/city.ts'
import type { EntryKind } from './entry.ts'
import { sentences } from './sentences.ts'

/** Kinds that a city may call by a word of its own. */
const ownWords: ReadonlySet<EntryKind> = new Set([
  'group',
  'theme',
  'programme',
  'project',
  'plan-item',
])

/** What this city calls things of a kind. */
export const kindName = (city: City, kind: EntryKind, language: Language): string => {
  const common = { ja: sentences.ja.kinds[kind], en: sentences.en.kinds[kind] }
  return (ownWords.has(kind) ? wordOf(city, kind, common) : common)[language]
}
