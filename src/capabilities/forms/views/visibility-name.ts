import type { Language } from '#kernel/bilingual.ts'
import type { Visibility } from '../definition.ts'
import { sentences } from '../sentences.ts'

/** Who reads an answer, as the form names it. */
export const visibilityName = (visibility: Visibility, lang: Language): string =>
  sentences[lang][visibility]
