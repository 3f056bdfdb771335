/** Translations that must not compile, and what they must give when they do. */
import { defineSentences } from './sentences.ts'

const said = defineSentences({
  ja: { title: '団体', found: (count: number) => `${count}件`, steps: { next: '次へ' } },
  en: { title: 'Groups', found: (count: number) => `${count} found`, steps: { next: 'Next' } },
})
export const correct: string[] = [said.en.title, said.ja.found(3), said.en.steps.next]

// @ts-expect-error told a word instead of a number
said.en.found('3')

// @ts-expect-error no such sentence
said.en.subtitle

defineSentences({
  ja: { title: '団体', more: '続き' },
  // @ts-expect-error a missing translation
  en: { title: 'Groups' },
})

defineSentences({
  ja: { title: '団体' },
  // @ts-expect-error a sentence that Japanese readers never get
  en: { title: 'Groups', more: 'More' },
})

defineSentences({
  ja: { found: (count: number) => `${count}件` },
  // @ts-expect-error told something else
  en: { found: (count: string) => `${count} found` },
})

defineSentences({
  ja: { steps: { next: '次へ' } },
  // @ts-expect-error a missing translation in a group
  en: { steps: {} },
})
