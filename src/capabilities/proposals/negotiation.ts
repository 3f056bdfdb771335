import type { Bilingual } from '#kernel/bilingual.ts'

/** The two sides of the table. */
export const sides = ['group', 'department'] as const
export type Side = (typeof sides)[number]

export type NegotiationOutcome = 'feasible' | 'conditional' | 'infeasible'

/** One side's word that it agrees to a certain revision of the sheet. */
export type Confirmation = {
  readonly by: string
  readonly name: string
  readonly at: Date
  readonly revision: number
}

/** 担当課協議: the sheet that both sides write, and who has confirmed which revision of it. */
export type Negotiation = {
  readonly proposalId: string
  readonly department: string
  readonly openedAt: Date
  readonly group: Confirmation | null
  readonly departmentSide: Confirmation | null
  readonly outcome: NegotiationOutcome | null
  readonly closedAt: Date | null
}

export const confirmationOf = (negotiation: Negotiation, side: Side): Confirmation | null =>
  side === 'group' ? negotiation.group : negotiation.departmentSide

export const otherSide = (side: Side): Side => (side === 'group' ? 'department' : 'group')

/** True when anybody has confirmed: a change now undoes it. */
export const isConfirmedByAny = (negotiation: Negotiation): boolean =>
  negotiation.group !== null || negotiation.departmentSide !== null

/** Why a side cannot confirm what it has before it. */
export type ConfirmationProblem = 'changed-since' | 'incomplete' | 'confirmed-before'

/** What a side's confirmation of a revision does: nothing yet, or it closes the talks. */
export const weighConfirmation = (
  negotiation: Negotiation,
  given: { readonly side: Side; readonly seen: number; readonly current: number },
): ConfirmationProblem | 'waits-for-other' | 'closes' => {
  if (given.seen !== given.current) return 'changed-since'
  if (confirmationOf(negotiation, given.side)?.revision === given.current) return 'confirmed-before'
  const other = confirmationOf(negotiation, otherSide(given.side))
  return other?.revision === given.current ? 'closes' : 'waits-for-other'
}

export const outcomeNames: Readonly<Record<NegotiationOutcome, Bilingual>> = {
  feasible: { ja: '実施できる', en: 'Feasible' },
  conditional: { ja: '条件が整えば実施できる', en: 'Feasible on conditions' },
  infeasible: { ja: '実施は難しい', en: 'Not feasible' },
}

/** The outcome written on the sheet, or null while there is none. */
export const outcomeIn = (answers: Readonly<Record<string, unknown>>): NegotiationOutcome | null =>
  typeof answers.outcome === 'string' && Object.hasOwn(outcomeNames, answers.outcome)
    ? (answers.outcome as NegotiationOutcome)
    : null

/** Answers of the proposal with which the sheet begins, so that nobody writes them twice. */
export const carriedOver = ['purpose', 'group_role', 'city_role', 'schedule'] as const
