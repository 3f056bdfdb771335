import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { formatDate, formatInstant } from '#kernel/date-text.ts'
import type { TimeText } from './ui/index.ts'

/** A day as readers of the page write it. */
export const dayText = (day: PlainDate, language: Language): TimeText => ({
  iso: day,
  text: formatDate(day, language),
})

/** A moment in Tokyo time as readers of the page write it. */
export const momentText = (at: Date, language: Language): TimeText => ({
  iso: at.toISOString(),
  text: formatInstant(at, language),
})
