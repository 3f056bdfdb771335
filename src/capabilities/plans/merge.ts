/** The fields of a form, by their names. What was left empty is not there. */
export type Values = Readonly<Record<string, string>>

/** What became of two people's changes of the same thing. */
export type Merged = {
  readonly values: Values
  /** Fields that both have changed, each to something else. */
  readonly clashes: readonly string[]
}

const at = (values: Values, name: string): string => values[name] ?? ''

/**
 * Puts two changes of one thing together: what only one of them changed is taken, and what both changed in the same
 * way. Where they differ, `mine` stands and the field is named: that is for a person to decide.
 */
export const mergeValues = (base: Values, mine: Values, theirs: Values): Merged => {
  const names = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])
  const merged: [string, string][] = []
  const clashes: string[] = []
  for (const name of names) {
    const [was, my, their] = [at(base, name), at(mine, name), at(theirs, name)]
    if (my !== was && their !== was && my !== their) clashes.push(name)
    const value = my === was ? their : my
    if (value !== '') merged.push([name, value])
  }
  return { values: Object.fromEntries(merged), clashes }
}

/** Whether two contents say the same; an empty field and none are one. */
export const sameValues = (one: Values, other: Values): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => at(one, name) === at(other, name),
  )
