import type { Language } from '#kernel/bilingual.ts'
import { draftSentences } from '../draft-sentences.ts'
import type { DraftField } from './draft-fields.tsx'

const text = (name: string, label: string, rows: number, hint?: string): DraftField => ({
  name,
  label,
  hint,
  required: false,
  rows,
})

/** What stands beside the title, and who carries it out; in both languages. */
export const peopleFields = (lang: Language): readonly DraftField[] => {
  const words = draftSentences[lang].item
  return [
    text('flags', words.flags, 1, words.flagsHint),
    text('actors', words.actors, 2, words.actorsHint),
  ]
}

/** The texts of the sheet, in its order; in both languages. */
export const contentFields = (lang: Language): readonly DraftField[] => {
  const words = draftSentences[lang].item
  return [
    text('purpose', words.purpose, 3),
    text('present', words.present, 4),
    text('content', words.body, 5),
    text('points', words.points, 4, words.pointsHint),
    text('completion', words.completion, 2),
  ]
}

/** Articles of ordinances; in both languages. */
export const articleField = (lang: Language): DraftField => {
  const words = draftSentences[lang].item
  return text('articles', words.articles, 2, words.articlesHint)
}
