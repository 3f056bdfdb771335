import type { Language } from '#kernel/bilingual.ts'

/** A sentence, or one that is told what to speak about. */
type Sentence = string | ((...told: never[]) => string)

/** Sentences by name, in groups where that helps the reader. */
export type Sentences = { readonly [name: string]: Sentence | Sentences }

/** The same names with any wording: literal texts count as text. */
type Wording<S> = {
  readonly [K in keyof S]: S[K] extends string
    ? string
    : S[K] extends (...told: never[]) => string
      ? S[K]
      : Wording<S[K]>
}

/**
 * The words of one part of the product in both languages. Japanese is written first and sets the names;
 * an English one that is missing, too many, or told something else does not compile.
 *
 * @example
 * const sentences = defineSentences({
 *   ja: { title: '団体', found: (count: number) => `${count}件` },
 *   en: { title: 'Groups', found: (count: number) => `${count} found` },
 * })
 * sentences[lang].found(3)
 */
export function defineSentences<const S extends Sentences>(said: {
  ja: S
  en: Wording<NoInfer<S>>
}): Readonly<Record<Language, Wording<S>>> {
  return said as Record<Language, Wording<S>>
}
