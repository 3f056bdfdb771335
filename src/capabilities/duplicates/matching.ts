import type { KeyKind } from './folding.ts'

/** How much it says that two groups have this in common. Sixty and more are hard to explain otherwise. */
export const pointsOf: Readonly<Record<KeyKind, number>> = {
  corporate: 100,
  name: 45,
  kana: 20,
  phone: 25,
  email: 25,
  representative: 20,
  address: 15,
}

/** How strongly two registrations are suspected to be of one group. */
export const strengths = ['certain', 'strong', 'possible', 'weak'] as const
export type Strength = (typeof strengths)[number]

/** The least points of each strength; below the last nothing is said. */
export const leastPoints: Readonly<Record<Strength, number>> = {
  certain: 100,
  strong: 60,
  possible: 40,
  weak: 20,
}

/** What is in common with at most so many others says something; the centre's own telephone does not. */
export const mostHolders = 8

/** A common key, and how many groups of the city have it. */
export type CommonKey = { readonly kind: KeyKind; readonly holders: number }

/** Kinds that count: each once, and only where few have the same. */
export const kindsThatCount = (common: readonly CommonKey[]): readonly KeyKind[] =>
  [
    ...new Set(
      common
        .filter(({ kind, holders }) => kind === 'corporate' || holders <= mostHolders)
        .map(({ kind }) => kind),
    ),
  ].sort((a, b) => pointsOf[b] - pointsOf[a])

/** Kinds that tell of the group itself; all others tell of a person, who may lead two groups. */
const ofTheGroup: readonly KeyKind[] = ['corporate', 'name', 'kana']

/** What people alone have in common never makes more than a possibility. */
const mostOfPeople = leastPoints.strong - 5

/** Points of kinds together. */
export const countPoints = (kinds: readonly KeyKind[]): number => {
  const sum = kinds.reduce((points, kind) => points + pointsOf[kind], 0)
  return kinds.some((kind) => ofTheGroup.includes(kind)) ? sum : Math.min(sum, mostOfPeople)
}

/** The strength of so many points, or undefined when they say nothing. */
export const strengthOf = (points: number): Strength | undefined =>
  strengths.find((strength) => points >= leastPoints[strength])

/** From here on a pair goes on the desk's list by itself. */
export const isListed = (points: number): boolean => points >= leastPoints.possible
