/**
 * A path into the facts of a preset, as `counts.json` writes it:
 *
 *     path = name { "." name | "[" ["!"] [ key ] [ op value ] "]" }      op = "=" "^=" "$=" "*="
 *
 * A name taken of a list is taken of each of its things, and lists within are joined. A test in brackets
 * keeps what fits: `[level=item]` equal, `^=` begins with, `$=` ends with, `*=` holds; `[aliasOf]` has it;
 * `[!…]` the opposite; `[=検討]` the thing itself. At the end may stand `length`, `sum`; on the way
 * `distinct` and `values` (of an object). A path that leads to one thing gives that thing.
 */
export const readPath = (facts: unknown, path: string): unknown => {
  let at: readonly unknown[] = [facts]
  let isList = false
  for (const [, name, test] of path.matchAll(/(?:^|\.)([^.[\]]+)|\[([^\]]*)\]/g)) {
    if (name === 'length' && isList) return at.length
    if (name === 'sum') return sumOf(at)
    if (test !== undefined) at = at.filter((thing) => fits(thing, test))
    else if (name === 'distinct') at = [...new Set(at)]
    else if (name === 'values') at = at.flatMap((thing) => Object.values(thing as object))
    else {
      const found = at.map((thing) => property(thing, name!))
      isList ||= found.some(Array.isArray)
      at = found.flatMap((value) => (value === undefined ? [] : value))
    }
  }
  if (at.length !== 1) throw new Error(`${path} leads to ${at.length} things, not to one`)
  return at[0]
}

const property = (thing: unknown, name: string): unknown =>
  typeof thing === 'object' && thing !== null && Object.hasOwn(thing, name)
    ? (thing as Record<string, unknown>)[name]
    : undefined

const sumOf = (list: readonly unknown[]): number =>
  list.reduce<number>((sum, value) => {
    if (typeof value !== 'number') throw new Error(`not a number: ${value}`)
    return sum + value
  }, 0)

const compare: Readonly<Record<string, (found: string, value: string) => boolean>> = {
  '=': (found, value) => found === value,
  '^=': (found, value) => found.startsWith(value),
  '$=': (found, value) => found.endsWith(value),
  '*=': (found, value) => found.includes(value),
}

const fits = (thing: unknown, test: string): boolean => {
  const parts = /^(!?)([\w.]*)(?:([\^$*]?=)(.*))?$/s.exec(test)
  if (!parts) throw new Error(`cannot be read: [${test}]`)
  const [, not, key = '', op, value = ''] = parts
  const found = key
    .split('.')
    .filter((name) => name !== '')
    .reduce<unknown>(property, thing)
  const yes = op === undefined ? found !== undefined : compare[op]!(String(found), value)
  return not === '' ? yes : !yes
}
