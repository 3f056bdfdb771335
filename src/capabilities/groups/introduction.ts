import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'

/** A photo that everyone may see; its size is that of its largest copy. */
export type IntroductionPhoto = {
  readonly id: string
  readonly alt: Bilingual
  readonly width: number
  readonly height: number
}

/** Texts that a group writes of itself; the English one is the Japanese where there is none. */
export type IntroductionText =
  | 'catch'
  | 'what'
  | 'whom'
  | 'when'
  | 'place'
  | 'join_who'
  | 'join_cost'
  | 'join_first'
  | 'contact'

/**
 * What a group tells of itself and everyone may read, kept beside its registration so that its page and the
 * lists need no further look. Later capabilities write it; what is hidden or a draft is never in it.
 */
export type Introduction = {
  readonly texts: Readonly<Partial<Record<IntroductionText, Bilingual>>>
  /** The same in やさしい日本語, where the group wrote it. */
  readonly plain: string
  /** `mon` … `sun`, `irregular`. */
  readonly weekdays: readonly string[]
  /** `morning`, `afternoon`, `evening`. */
  readonly bands: readonly string[]
  readonly links: readonly { readonly kind: 'website' | 'sns'; readonly url: string }[]
  /** The cover first. */
  readonly photos: readonly IntroductionPhoto[]
  readonly changedOn: PlainDate | null
}

export const emptyIntroduction: Introduction = {
  texts: {},
  plain: '',
  weekdays: [],
  bands: [],
  links: [],
  photos: [],
  changedOn: null,
}

/** That text in the reader's language, or undefined. */
export const introductionText = (
  introduction: Introduction,
  code: IntroductionText,
  lang: Language,
): string | undefined => introduction.texts[code]?.[lang]

/** All words of an introduction, to be found by. */
export const introductionWords = (introduction: Introduction): string =>
  [
    ...Object.values(introduction.texts).flatMap(({ ja, en }) => [...new Set([ja, en])]),
    introduction.plain,
  ].join('\n')

/** Copies of a photo by name; each is as wide as this, or as the photo itself where that is less. */
export const photoWidths = { small: 480, medium: 960, large: 1600 } as const
export type PhotoSize = keyof typeof photoWidths
