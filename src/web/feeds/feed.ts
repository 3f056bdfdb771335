import type { Language } from '#kernel/bilingual.ts'

/** One thing that is new. */
export type FeedItem = {
  /** Never changes, whatever happens to its address. */
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly url: string
  readonly kind: string
  /** A moment of Tokyo with its zone. */
  readonly at: string
}

/** What is new in a city or of a group, whatever the format. */
export type Feed = {
  readonly title: string
  readonly language: Language
  readonly home: string
  readonly self: string
  readonly id: string
  readonly updated: string
  readonly items: readonly FeedItem[]
}
