import type { Bilingual } from '#kernel/bilingual.ts'
import type { Definition } from './evaluation.ts'

/** What one member of the committee thinks of the whole. */
export type Assessment = {
  readonly accountId: string
  readonly memberName: string
  readonly overall: string
  readonly comment: string
  readonly submittedAt: Date
}

/** A member of the committee with regard to one project. A tie to its group or proposal means recusal. */
export type Seat = {
  readonly accountId: string
  readonly name: string
  readonly recused: boolean
  /** Said how they are related to the group. */
  readonly declared: boolean
  readonly assessed: boolean
}

/** Members who may still write. */
export const openSeats = (seats: readonly Seat[]): readonly Seat[] =>
  seats.filter(({ recused, assessed }) => !recused && !assessed)

/** Whether closing takes a reason: somebody who could has not written, or nobody has. */
export const closingNeedsReason = (seats: readonly Seat[]): boolean =>
  openSeats(seats).length > 0 || !seats.some(({ assessed }) => assessed)

/** How many members chose what, in the order of the programme's list; none are left out. */
export const tallyOverall = (
  assessments: readonly Pick<Assessment, 'overall'>[],
  definition: Pick<Definition, 'overall'>,
): readonly { readonly code: string; readonly label: Bilingual; readonly count: number }[] =>
  definition.overall.map(({ code, label }) => ({
    code,
    label,
    count: assessments.filter(({ overall }) => overall === code).length,
  }))
