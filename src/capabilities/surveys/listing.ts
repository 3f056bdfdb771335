import type { PlainDate } from '#kernel/calendar.ts'
import type { SurveyState, SurveyTexts, SurveyWay } from './survey.ts'

/** Surveys on one page of the list. */
export const pageSize = 20

/** A survey in a list. */
export type ListedSurvey = {
  readonly id: string
  readonly state: SurveyState
  readonly texts: SurveyTexts
  readonly ways: readonly SurveyWay[]
  readonly department: string | null
  readonly opensOn: PlainDate
  readonly closesOn: PlainDate
  readonly sample: boolean
  readonly questions: number
}

export type SurveyFilter = {
  /** Open ones with those that open soon; closed ones; drafts. */
  readonly part: 'open' | 'closed' | 'draft'
  /** From 1. */
  readonly page: number
  /** Of drafts, those of these departments only; all when left out. */
  readonly departments?: readonly string[] | undefined
}
