import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import type { Questionnaire } from '../surveys/index.ts'
import type { Base, CountedQuestion } from './question.ts'

/** 集計: a numbered count of a survey. Its figures never change; whether they are public does. */
export const tabulationWorkflow = defineWorkflow({
  initial: 'draft',
  states: {
    draft: {
      staff: { ja: '公開前', en: 'Not public yet' },
      applicant: { ja: '集計中', en: 'Being counted' },
      waitsFor: 'owner',
    },
    published: {
      staff: { ja: '公開中', en: 'Public' },
      applicant: { ja: '公開', en: 'Public' },
    },
    replaced: {
      staff: { ja: '新しい集計に置きかえ', en: 'Replaced by a newer one' },
      applicant: { ja: '公開終了', en: 'No longer public' },
    },
    withdrawn: {
      staff: { ja: '公開を取りやめ', en: 'Withdrawn' },
      applicant: { ja: '公開終了', en: 'No longer public' },
    },
  },
  transitions: [
    {
      name: 'publish',
      from: ['draft', 'withdrawn'],
      to: 'published',
      by: ['owner'],
      label: { ja: 'アンケートの結果を公開', en: 'Survey results published' },
    },
    {
      name: 'replace',
      from: ['published'],
      to: 'replaced',
      by: ['owner'],
      label: { ja: '新しい集計に置きかえ', en: 'Replaced by a newer tabulation' },
    },
    {
      name: 'withdraw',
      from: ['published'],
      to: 'withdrawn',
      by: ['owner'],
      label: { ja: '結果の公開を取りやめ', en: 'Results withdrawn' },
      reasonRequired: true,
    },
  ],
})
export type TabulationState = StateOf<typeof tabulationWorkflow>
export type TabulationStep = TransitionNameOf<typeof tabulationWorkflow>

/** The kind under which history and audit know a tabulation. */
export const tabulationKind = 'tabulation'

export const respondentUnits = ['people', 'groups'] as const
export type RespondentUnit = (typeof respondentUnits)[number]

/** How a survey is counted. */
export type Settings = {
  /** Counts of 1 up to below it are hidden in cross tables; 0 hides none. */
  readonly threshold: number
  readonly base: Base
  /** Slots of the questions by which the others are crossed. */
  readonly axes: readonly number[]
  readonly population: number | null
  readonly unit: RespondentUnit
  /** The survey before this one: an id, or the code of a printed one. */
  readonly earlier: string | null
  /** Why the waves cannot be compared, where only people know. */
  readonly earlierNote: string
  readonly notes: string
  /** True: what was written stays as it came after it has been masked. */
  readonly keepsOriginals: boolean
}

/** 5 for surveys of people; groups speak as groups, and cities print their numbers whole. */
export const defaultSettings = (ways: readonly string[]): Settings => {
  const isOfGroups = ways.length > 0 && ways.every((way) => way === 'groups')
  return {
    threshold: isOfGroups ? 0 : 5,
    base: 'asked',
    axes: [],
    population: null,
    unit: isOfGroups ? 'groups' : 'people',
    earlier: null,
    earlierNote: '',
    notes: '',
    keepsOriginals: false,
  }
}

/** Choices of a hundred and more make no groups to compare. */
export const mostAxes = 5

/** How many came back in which way. */
export type ModeCount = { readonly code: string; readonly returned: number; readonly valid: number }

/** What a tabulation says of itself. */
export type TabulationHead = {
  readonly surveyId: string
  readonly number: number
  readonly state: TabulationState
  readonly answers: number
  readonly reason: string
  readonly countedOn: PlainDate
  readonly publishedAt: Date | null
}

/** What an earlier survey gave, as a tabulation keeps it beside its own figures. */
export type StoredWave = {
  readonly key: string
  readonly label: Bilingual
  /** Ways of answering; empty where a document does not tell them. */
  readonly modes: readonly string[]
  readonly questions: readonly CountedQuestion[]
}

export type Tabulation = TabulationHead & {
  readonly sent: number | null
  readonly modes: readonly ModeCount[]
  readonly settings: Settings
  readonly questionnaire: Questionnaire
  /** Oldest first. */
  readonly waves: readonly StoredWave[]
}
