import { sumYen, type Yen } from '#kernel/money.ts'
import type { Budget } from './rubric.ts'

/**
 * What the figures propose to those who decide. `undecided`: the money ends within a tie that no rule
 * parts, or after one.
 */
export type Outcome = 'selected' | 'reserve' | 'not-selected' | 'undecided'

/** `offered`: the request of a selected one, the rest of the budget for a reserve that is offered it. */
export type Offer = { readonly outcome: Outcome; readonly offered: Yen | undefined }

const none = (outcome: Outcome): Offer => ({ outcome, offered: undefined })

/** Where the walk down the ranking stands. */
type Purse = {
  left: Yen
  /** Somebody is the reserve already. */
  reserved: boolean
  /** What everyone who follows gets, once the walk is over. */
  rest: Offer | undefined
}

const offerOver = (purse: Purse, mode: Budget['mode']): Offer => {
  const first = !purse.reserved
  purse.reserved = true
  if (mode === 'skip_and_continue') return none(first ? 'reserve' : 'not-selected')
  purse.rest = none('not-selected')
  const offered = mode === 'partial_offer' && purse.left > 0 ? purse.left : undefined
  return { outcome: 'reserve', offered }
}

const offerGroup = (
  purse: Purse,
  mode: Budget['mode'],
  requests: readonly Yen[],
): readonly Offer[] => {
  const { rest } = purse
  if (rest) return requests.map(() => rest)
  const together = sumYen(requests)
  if (together <= purse.left) {
    purse.left -= together
    return requests.map((offered) => ({ outcome: 'selected', offered }))
  }
  if (requests.length === 1) return [offerOver(purse, mode)]
  purse.rest = none(mode === 'skip_and_continue' ? 'undecided' : 'not-selected')
  return requests.map(() => none('undecided'))
}

/**
 * Walks down the ranking with the budget, group by group; without a budget everyone who passed is
 * selected. What is selected and offered together never exceeds the budget.
 */
export const cutOff = (
  budget: Budget | undefined,
  groups: readonly (readonly Yen[])[],
): readonly (readonly Offer[])[] => {
  const purse: Purse = { left: budget?.total ?? 0, reserved: false, rest: undefined }
  return groups.map((requests) =>
    budget
      ? offerGroup(purse, budget.mode, requests)
      : requests.map((offered) => ({ outcome: 'selected', offered })),
  )
}
