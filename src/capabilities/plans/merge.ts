/** The fields of a form, by their names. What was left empty is not there. */
export type Values = Readonly<Record<string, string>>

/** What became of two people's changes of the same thing. */
export type Merged = {
  readonly values: Values
  /** Fields that both have changed, each to something else. */
  readonly clashes: readonly string[]
}

const at = (values: Values, name: string): string => values[name] ?? ''

/** Fields whose lines belong together, line by line: what two people changed in them is never mixed. */
const together: readonly (readonly string[])[] = [
  ['points_ja', 'points_en'],
  ['flags_ja', 'flags_en'],
  ['actors_ja', 'actors_en'],
  ['articles_ja', 'articles_en', 'article_urls'],
]

const differ = (names: readonly string[], one: Values, other: Values): boolean =>
  names.some((name) => at(one, name) !== at(other, name))

/** Fields of a group that both have changed, each in another way. */
const mixedIn = (base: Values, mine: Values, theirs: Values): string[] =>
  together
    .filter(
      (group) =>
        differ(group, mine, base) && differ(group, theirs, base) && differ(group, mine, theirs),
    )
    .flat()

/**
 * Puts two changes of one thing together: what only one of them changed is taken, and what both changed in the same
 * way. Where they differ, `mine` stands and the field is named: that is for a person to decide.
 */
export const mergeValues = (base: Values, mine: Values, theirs: Values): Merged => {
  const names = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])
  const mixed = new Set(mixedIn(base, mine, theirs))
  const merged: [string, string][] = []
  const clashes: string[] = []
  for (const name of names) {
    const [was, my, their] = [at(base, name), at(mine, name), at(theirs, name)]
    const isMixed = mixed.has(name)
    if (my !== their && (isMixed || (my !== was && their !== was))) clashes.push(name)
    const value = my === was && !isMixed ? their : my
    if (value !== '') merged.push([name, value])
  }
  return { values: Object.fromEntries(merged), clashes }
}

/** Whether two contents say the same; an empty field and none are one. */
export const sameValues = (one: Values, other: Values): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => at(one, name) === at(other, name),
  )
