import type { PlainDate } from '#kernel/calendar.ts'
import { type WindowState, windowStateAt } from '#kernel/window.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import type { Questionnaire, Words } from './questionnaire.ts'

/** アンケート: from the draft to the closing. That it opens and closes by its days needs no step. */
export const surveyWorkflow = defineWorkflow({
  initial: 'draft',
  states: {
    draft: {
      staff: { ja: '下書き', en: 'Draft' },
      applicant: { ja: '準備中', en: 'In preparation' },
      waitsFor: 'owner',
    },
    published: {
      staff: { ja: '公開', en: 'Published' },
      applicant: { ja: '公開', en: 'Published' },
    },
    closed: {
      staff: { ja: '締切', en: 'Closed' },
      applicant: { ja: '締め切りました', en: 'Closed' },
    },
  },
  transitions: [
    {
      name: 'publish',
      from: ['draft'],
      to: 'published',
      by: ['owner'],
      label: { ja: 'アンケートを公開', en: 'Survey published' },
    },
    {
      name: 'take-back',
      from: ['published'],
      to: 'draft',
      by: ['owner'],
      label: { ja: '公開を取りやめ、下書きにもどした', en: 'Taken back to a draft' },
    },
    {
      name: 'close',
      from: ['published'],
      to: 'closed',
      by: ['owner'],
      label: { ja: '期限の前に締切', en: 'Closed early' },
      reasonRequired: true,
    },
    {
      name: 'extend',
      from: ['published', 'closed'],
      to: 'published',
      by: ['owner'],
      label: { ja: '期限を延長', en: 'Extended' },
      reasonRequired: true,
    },
  ],
})
export type SurveyState = StateOf<typeof surveyWorkflow>
export type SurveyStep = TransitionNameOf<typeof surveyWorkflow>

/** How people are asked: a link for everyone, codes for a sample, registered groups, staff. */
export const surveyWays = ['open', 'codes', 'groups', 'staff'] as const
export type SurveyWay = (typeof surveyWays)[number]

/** All questions on one page, or a page for each section. */
export const layouts = ['one', 'sections'] as const
export type Layout = (typeof layouts)[number]

/** What everyone reads before answering. */
export type SurveyTexts = {
  readonly title: Words
  readonly purpose: Words
  /** Who is asked. */
  readonly asked: Words
  /** How the answers are used. */
  readonly use: Words
  readonly contact: Words
}

/** What is decided about a survey besides its questions. */
export type SurveyFacts = {
  readonly texts: SurveyTexts
  readonly department: string | null
  readonly ways: readonly SurveyWay[]
  readonly layout: Layout
  readonly opensOn: PlainDate
  readonly closesOn: PlainDate
}

export type Survey = SurveyFacts & {
  readonly id: string
  readonly state: SurveyState
  readonly questionnaire: Questionnaire
  readonly revision: number
  readonly version: number
  /** True from the first answer on. */
  readonly frozen: boolean
  /** True when it is closed and every answer is counted. */
  readonly counted: boolean
  readonly closingReason: string
  readonly publishedAt: Date | null
  readonly sample: boolean
  readonly updatedAt: Date
}

/** The kind under which history, search and panels know a survey. */
export const surveyKind = 'survey'

export const subjectOf = (survey: Pick<Survey, 'id' | 'texts'>) => ({
  kind: surveyKind,
  id: survey.id,
  title: survey.texts.title.ja,
  titleEn: survey.texts.title.en || undefined,
})

/** How a survey stands for those who are asked. */
export type SurveyStanding = 'draft' | WindowState

/** Whether it can be answered at a moment: from 00:00 of its first day to 24:00 of its last, in Tokyo. */
export const standingAt = (
  survey: Pick<Survey, 'state' | 'opensOn' | 'closesOn'>,
  now: Date,
): SurveyStanding => {
  if (survey.state !== 'published') return survey.state
  return windowStateAt({ opens: { day: survey.opensOn }, closes: { day: survey.closesOn } }, now)
}

export const isAnswerable = (
  survey: Pick<Survey, 'state' | 'opensOn' | 'closesOn'>,
  now: Date,
): boolean => standingAt(survey, now) === 'open'

/** Who may be asked by name, so to speak: holders of codes, registered groups, staff. */
export type AskedKind = 'codes' | 'groups' | 'staff'
