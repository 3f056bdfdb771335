import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'

/** What every document carries. */
export type DocumentHead = {
  /** Language of the document and of the words it brings itself. */
  readonly lang: Language
  /** The city that issues it; the author in the file's properties. */
  readonly city: string
  readonly title: string
  /** The date on the document and the creation date of the file. */
  readonly date: PlainDate
  /** 文書番号 as it is printed. */
  readonly number?: string
}
