import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'

const both = (ja: string, en: string): Bilingual => ({ ja, en })

/** One 年度 of a project: interim review, report, correction, acceptance. */
export const yearWorkflow = defineWorkflow({
  initial: 'running',
  states: {
    running: {
      staff: both('実施中', 'Running'),
      applicant: both('実施中', 'Running'),
      waitsFor: 'group',
    },
    interim: {
      staff: both('中間ふりかえりへの返答待ち', 'Interim review to be answered'),
      applicant: both('中間ふりかえりを提出済み', 'Interim review sent'),
      waitsFor: 'department',
    },
    reported: {
      staff: both('実績報告の確認待ち', 'Report to be checked'),
      applicant: both('実績報告済み（確認中）', 'Reported, being checked'),
      waitsFor: 'office',
    },
    returned: {
      staff: both('実績報告の補正を依頼中', 'Correction of the report asked for'),
      applicant: both('実績報告の補正のお願い', 'Please correct the report'),
      waitsFor: 'group',
    },
    accepted: {
      staff: both('実績報告を確認済み', 'Report accepted'),
      applicant: both('実績報告を確認済み', 'Report accepted'),
      final: true,
    },
  },
  transitions: [
    {
      name: 'review',
      from: ['running'],
      to: 'interim',
      by: ['group'],
      label: both('中間ふりかえりを提出', 'Interim review sent'),
    },
    {
      name: 'answer-review',
      from: ['interim'],
      to: 'running',
      by: ['department'],
      label: both('中間ふりかえりに返答', 'Interim review answered'),
    },
    {
      name: 'report',
      from: ['running', 'interim'],
      to: 'reported',
      by: ['group'],
      label: both('実績を報告', 'Report handed in'),
    },
    {
      name: 'resubmit',
      from: ['returned'],
      to: 'reported',
      by: ['group'],
      label: both('補正した実績報告を再提出', 'Corrected report handed in'),
    },
    {
      name: 'return',
      from: ['reported'],
      to: 'returned',
      by: ['office'],
      label: both('実績報告の補正を依頼', 'Correction of the report asked for'),
      reasonRequired: true,
    },
    {
      name: 'extend',
      from: ['returned'],
      to: 'returned',
      by: ['office'],
      label: both('補正の期限を変更', 'Correction date changed'),
      reasonRequired: true,
    },
    {
      name: 'accept',
      from: ['reported'],
      to: 'accepted',
      by: ['office'],
      label: both('実績報告を確認', 'Report accepted'),
    },
  ],
})

export type YearState = StateOf<typeof yearWorkflow>
export type YearStep = TransitionNameOf<typeof yearWorkflow>

export type ProjectYear = {
  readonly fiscalYear: number
  readonly state: YearState
  /** When the group sent its interim review. */
  readonly interimAt: Date | null
  readonly interimAnswer: string | null
  readonly interimAnsweredAt: Date | null
  readonly reportedAt: Date | null
  readonly correctionDue: PlainDate | null
  readonly acceptedAt: Date | null
}

/** Days a group has to correct its report when the office names no other date. */
export const correctionDays = 14

/** Days in which the office means to check a report. */
export const checkDays = 14

/** The sheets of a year: `interim-2027`, `report-2027`. */
export const sheetPurpose = (kind: 'interim' | 'report', fiscalYear: number): string =>
  `${kind}-${fiscalYear}`

/** The sheet of one entry of the progress log. */
export const entryPurpose = (entryId: string): string => `progress-${entryId}`

/** What a purpose under which files or sheets are kept is about. */
export type SheetPlace =
  | { readonly kind: 'interim' | 'report'; readonly fiscalYear: number }
  | { readonly kind: 'progress'; readonly entryId: string }

/** Reads a purpose back; undefined for everything that is no sheet of a project. */
export const placeOfPurpose = (purpose: string): SheetPlace | undefined => {
  const [, kind, rest] = /^(interim|report|progress)-([0-9a-z]+)$/.exec(purpose) ?? []
  if (!kind || !rest) return undefined
  if (kind === 'progress') return { kind, entryId: rest }
  return /^\d{4}$/.test(rest)
    ? { kind: kind as 'interim' | 'report', fiscalYear: Number(rest) }
    : undefined
}
