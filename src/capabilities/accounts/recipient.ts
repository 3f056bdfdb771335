import type { Language } from '#kernel/bilingual.ts'

/** Somebody a mail goes to. */
export type Recipient = {
  readonly name: string
  readonly email: string
  readonly language: Language
}
