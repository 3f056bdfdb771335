import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { GroupFacts } from '../facts.ts'
import { keysOf } from '../folding.ts'
import { countPoints, kindsThatCount, strengthOf } from '../matching.ts'
import { findHits, type Hit } from '../queries/keys.ts'
import type { Duplicate } from '../suspicion.ts'

const toDuplicate = (hit: Hit): Duplicate[] => {
  const kinds = kindsThatCount(hit.common)
  const points = countPoints(kinds)
  const strength = strengthOf(points)
  return strength ? [{ group: hit.group, kinds, points, strength }] : []
}

const strongestFirst = (found: readonly Duplicate[]): readonly Duplicate[] =>
  found.toSorted((a, b) => b.points - a.points)

/**
 * For each of these (rows of a file, say) the registrations of the city that may be of the same group, the
 * strongest first. One question to the database for all of them together.
 */
export const findDuplicatesAmong = async (
  scope: Scope,
  city: City,
  facts: readonly GroupFacts[],
): Promise<readonly (readonly Duplicate[])[]> => {
  const hits = await findHits(
    scope,
    facts.map((one) => keysOf(one, city)),
  )
  const found: Duplicate[][] = facts.map(() => [])
  for (const hit of hits) found[hit.asked]?.push(...toDuplicate(hit))
  return found.map(strongestFirst)
}

/** The registrations of the city that may be of the group told of, the strongest first. 1 query. */
export const findDuplicates = async (
  scope: Scope,
  city: City,
  asked: { readonly facts: GroupFacts; readonly except?: string },
): Promise<readonly Duplicate[]> => {
  const [found = []] = await findDuplicatesAmong(scope, city, [asked.facts])
  return found.filter(({ group }) => group.id !== asked.except)
}
