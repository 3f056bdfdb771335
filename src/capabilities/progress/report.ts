import type { Bilingual } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { Scale } from '#kernel/scale.ts'
import type { Part, Round } from './round.ts'

/** A figure as an item asks for it. */
export type ItemFigure = {
  readonly code: string
  readonly label: Bilingual
  readonly unit: Bilingual
  readonly counter?: string | undefined
}

/** What a counter proposed when the figure was taken over. */
export type Counted = { readonly value: number; readonly asOf: PlainDate }

export type FigureValue = { readonly value: number; readonly counted?: Counted | undefined }

export type Figures = Readonly<Record<string, FigureValue>>

/** The mark of the year in the plan: as printed, and what it means. */
export type ItemMark = {
  readonly printed: string
  /** What an arrow carries on; empty where the cell is blank or carries on nothing. */
  readonly holds: string
  readonly label: Bilingual
}

export type RoundItem = {
  readonly no: string
  readonly title: Bilingual
  readonly above: readonly { readonly no: string; readonly title: Bilingual }[]
  readonly departmentsPrinted: string
  readonly mark: ItemMark | undefined
  readonly figures: readonly ItemFigure[]
}

/** What a department has written of an item. */
export type Draft = {
  readonly results: string
  readonly next: string
  readonly grade: string
  readonly figures: Figures
}

export type Verdict = '' | 'accepted' | 'correct'

export type Report = Draft & {
  readonly no: string
  readonly partId: string
  readonly leads: boolean
  readonly version: number
  readonly verdict: Verdict
  readonly verdictReason: string
  readonly writtenBy: string
  readonly writtenAt: Date | null
}

/** A report with its item, as the form of a department lists it. */
export type Task = { readonly item: RoundItem; readonly report: Report }

export const emptyDraft: Draft = { results: '', next: '', grade: '', figures: {} }

/** What is still missing before an item can be sent. */
export type Missing = 'results' | 'grade' | 'next' | `figure-${string}`

/** What keeps an item from being sent: text, the grade of whoever leads, and the figures that are asked for. */
export const missingIn = ({ item, report }: Task, scale: Scale): readonly Missing[] => [
  ...(report.results === '' ? ['results' as const] : []),
  ...(report.leads && !scale.grades.some(({ code }) => code === report.grade)
    ? ['grade' as const]
    : []),
  ...(report.leads
    ? item.figures
        .filter(({ code }) => report.figures[code] === undefined)
        .map(({ code }) => `figure-${code}` as const)
    : []),
  ...(report.leads && report.next === '' ? ['next' as const] : []),
]

/** An item that can be sent: what the office asked to mend counts only once it was written anew. */
export const isFinished = (task: Task, scale: Scale): boolean =>
  missingIn(task, scale).length === 0 && task.report.verdict !== 'correct'

/** True for an item that may be written now: all of them at first, then those that were sent back. */
export const isOpen = (part: Pick<Part, 'state'>, report: Pick<Report, 'verdict'>): boolean =>
  part.state === 'writing' || (part.state === 'returned' && report.verdict !== 'accepted')

/** True once a part came, or has still not come, after the last day. */
export const isLate = (
  part: Pick<Part, 'sentAt'>,
  round: Pick<Round, 'dueOn'>,
  now: Date,
): boolean => tokyoDayOf(part.sentAt ?? now) > round.dueOn

/** Whether an item still says word for word what was reported the last time: nobody has written of this year yet. */
export const isUnchanged = (
  { results }: Pick<Draft, 'results'>,
  earlier: Pick<Draft, 'results'> | undefined,
): boolean => results !== '' && results.trim() === earlier?.results.trim()

/** Whether two drafts say the same. */
export const sameDraft = (one: Draft, other: Draft): boolean =>
  one.results === other.results &&
  one.next === other.next &&
  one.grade === other.grade &&
  sameFigures(one.figures, other.figures)

const sameFigures = (one: Figures, other: Figures): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (code) => one[code]?.value === other[code]?.value,
  )

/** What one person has typed for one item, with the version that they were shown. */
export type Typed = {
  readonly no: string
  readonly version: number
  /** False where the fields came back as they were shown. */
  readonly touched: boolean
  readonly draft: Draft
}

/** What the office found of one item. */
export type Found = {
  readonly no: string
  readonly verdict: Verdict
  readonly reason: string
}
