import { compare, type Fraction, fraction, zero } from '#kernel/fraction.ts'
import type { Rubric, TieBreak } from './rubric.ts'
import type { TotalResult } from './total.ts'

/** A proposal that passed, with the rules that parted it from others of the same total. */
export type Placed = { readonly result: TotalResult; readonly separatedBy: readonly TieBreak[] }

/** Proposals that nothing parts; most often one. */
export type TieGroup = readonly Placed[]

type Key = (placed: Placed) => Fraction

const negate = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: -numerator,
  denominator,
})

/** Parts a group by a key, the greatest first. */
const split = (group: TieGroup, key: Key): readonly TieGroup[] => {
  const sorted = group.toSorted((a, b) => compare(key(b), key(a)))
  const groups: Placed[][] = []
  for (const placed of sorted) {
    const last = groups.at(-1)
    if (last && compare(key(last[0]!), key(placed)) === 0) last.push(placed)
    else groups.push([placed])
  }
  return groups
}

/** The chair's order counts for a tie only when it names everyone in it. */
const keyOf = (rule: TieBreak, group: TieGroup, chairOrder: readonly string[]): Key => {
  if (rule.by === 'lower_request') return ({ result }) => negate(fraction(result.entry.request))
  if (rule.by === 'higher_criterion')
    return ({ result }) =>
      result.items.find(({ criterion }) => criterion === rule.criterion)?.mean ?? zero
  const places = group.map(({ result }) => chairOrder.indexOf(result.entry.proposal))
  if (places.includes(-1)) return () => zero
  return ({ result }) => fraction(-chairOrder.indexOf(result.entry.proposal))
}

const breakTies = (
  group: TieGroup,
  rule: TieBreak,
  chairOrder: readonly string[],
): readonly TieGroup[] => {
  if (group.length === 1) return [group]
  const parts = split(group, keyOf(rule, group, chairOrder))
  if (parts.length === 1) return [group]
  return parts.map((part) =>
    part.map((placed) => ({ ...placed, separatedBy: [...placed.separatedBy, rule] })),
  )
}

/**
 * Orders those that passed: by exact total, then by each rule of the rubric among those still equal.
 * What no rule parts stays one group, in the order given.
 */
export const rankResults = (
  rubric: Rubric,
  passed: readonly TotalResult[],
  chairOrder: readonly string[] = [],
): readonly TieGroup[] => {
  const all = passed.map((result) => ({ result, separatedBy: [] }))
  const byTotal = split(all, ({ result }) => result.total ?? zero)
  return rubric.tieBreak.reduce(
    (groups, rule) => groups.flatMap((group) => breakTies(group, rule, chairOrder)),
    byTotal,
  )
}
