import type { PlainDate } from '#kernel/calendar.ts'
import type { SurveyTexts } from './survey.ts'

/** A survey that waits for an answer, with the code that opens it. */
export type OpenedWaiting = {
  readonly id: string
  readonly texts: SurveyTexts
  readonly closesOn: PlainDate
  readonly code: string
  /** For whom it is answered; null for the staff themselves. */
  readonly groupName: string | null
}
