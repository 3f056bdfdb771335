import type { PlainDate } from '#kernel/calendar.ts'
import type { ContinuationRate } from './continuation.ts'
import type { ProjectHead, ProjectState } from './project.ts'

/** How many projects a page of the list holds. */
export const pageSize = 50

/** What a list of projects is narrowed to. */
export type Asked = {
  readonly q?: string | undefined
  readonly state?: ProjectState | undefined
  readonly fiscalYear?: number | undefined
  readonly department?: string | undefined
  readonly mode?: string | undefined
  readonly page: number
}

/** A project of a list; `overdueSince` is the oldest day that passed without what was due on it. */
export type ListedProject = ProjectHead & { readonly overdueSince: PlainDate | null }

export type Page = { readonly projects: readonly ListedProject[]; readonly total: number }

/** What the list offers to narrow it down, and the numbers of the whole city. */
export type Census = {
  readonly byState: ReadonlyMap<ProjectState, number>
  /** A project counts in each of its fiscal years: projects are not project years. */
  readonly projectYears: ReadonlyMap<number, number>
  readonly rate: ContinuationRate
}

/** What a list of projects belongs to. */
export type Origin = {
  readonly kind: 'issue' | 'theme' | 'proposal' | 'group'
  readonly id: string
}
