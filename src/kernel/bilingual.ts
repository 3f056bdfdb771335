import { z } from 'zod'

/** The languages every page answers in. */
export const languages = ['ja', 'en'] as const
export type Language = (typeof languages)[number]

/** A sentence or name in both languages. Japanese is the original wherever a city wrote it. */
export type Bilingual = { readonly ja: string; readonly en: string }

export const bilingual = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })

/** The text in the reader's language. */
export const say = (text: Bilingual, language: Language): string => text[language]

/** Between a term and what it is: 「期限：…」, “Due: …”. */
export const colon: Readonly<Record<Language, string>> = { ja: '：', en: ': ' }

/** A remark after a word: 「受付（3件）」, “Received (3)”. */
export const inBrackets = (text: string | number, language: Language): string =>
  language === 'ja' ? `（${text}）` : ` (${text})`

/** A text that is written in both languages where it is used. */
export const both = (ja: string, en: string): Bilingual => ({ ja, en })
