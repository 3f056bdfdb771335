import { type Merged, mergeValues, type Values } from './merge.ts'

type Cell = { readonly list: string; readonly row: number; readonly column: string }
type Row = Readonly<Record<string, string>>
/** The rows of every list by their codes, in their order. */
type Lists = ReadonlyMap<string, ReadonlyMap<string, Row>>

const cellOf = (name: string): Cell | undefined => {
  const found = /^([^.]+)\.(\d{1,4})\.([^.]+)$/.exec(name)
  return found ? { list: found[1] ?? '', row: Number(found[2]), column: found[3] ?? '' } : undefined
}

const listsOf = (values: Values): Lists => {
  const cells = Object.entries(values)
    .flatMap(([name, value]) => {
      const cell = cellOf(name)
      return cell ? [{ ...cell, value }] : []
    })
    .toSorted((one, other) => one.row - other.row)
  const lists = new Map<string, Map<string, Row>>()
  for (const { list, row, column, value } of cells) {
    const code = values[`${list}.${row}.code`] ?? ''
    const rows = lists.get(list) ?? new Map<string, Row>()
    rows.set(code, { ...rows.get(code), [column]: value })
    lists.set(list, rows)
  }
  return lists
}

const outsideLists = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !cellOf(name)))

const isSameRow = (one: Row | undefined, other: Row | undefined): boolean =>
  JSON.stringify(Object.entries(one ?? {}).toSorted()) ===
  JSON.stringify(Object.entries(other ?? {}).toSorted())

/** One row. Taken out by one and changed by the other it stays, and every changed column is for a person to decide. */
const mergeRow = (
  was: Row | undefined,
  mine: Row | undefined,
  theirs: Row | undefined,
): Merged | undefined => {
  if (was && !mine !== !theirs) {
    const left = mine ?? theirs ?? {}
    if (isSameRow(was, left)) return undefined
    const changed = Object.keys({ ...was, ...left }).filter((name) => was[name] !== left[name])
    return { values: left, clashes: changed }
  }
  return mine || theirs ? mergeValues(was ?? {}, mine ?? {}, theirs ?? {}) : undefined
}

/** The order of whoever has changed it, mine before theirs; rows of the other alone come last. */
const orderOf = (was: readonly string[], mine: readonly string[], theirs: readonly string[]) => {
  const kept = was.filter((code) => mine.includes(code))
  const isMoved = mine.filter((code) => was.includes(code)).join('\n') !== kept.join('\n')
  const [first, second] = isMoved ? [mine, theirs] : [theirs, mine]
  return [...new Set([...first, ...second])]
}

/**
 * The same for values with lists in them (`marks.0.code`): a row is known by its code, so that rows which one person
 * puts in or takes out do not move the words of another to the wrong row.
 */
export const mergeWithRows = (base: Values, mine: Values, theirs: Values): Merged => {
  const plain = mergeValues(outsideLists(base), outsideLists(mine), outsideLists(theirs))
  const [was, my, their] = [listsOf(base), listsOf(mine), listsOf(theirs)]
  const values: Record<string, string> = { ...plain.values }
  const clashes = [...plain.clashes]
  for (const list of new Set([...was.keys(), ...my.keys(), ...their.keys()])) {
    const rowsIn = (lists: Lists) => lists.get(list) ?? new Map<string, Row>()
    const [a, b, c] = [rowsIn(was), rowsIn(my), rowsIn(their)]
    let at = 0
    for (const code of orderOf([...a.keys()], [...b.keys()], [...c.keys()])) {
      const merged = mergeRow(a.get(code), b.get(code), c.get(code))
      if (!merged) continue
      for (const [column, value] of Object.entries(merged.values))
        values[`${list}.${at}.${column}`] = value
      clashes.push(...merged.clashes.map((column) => `${list}.${at}.${column}`))
      at += 1
    }
  }
  return { values, clashes }
}

/** Values with their rows where another has the rows of the same codes, so that both can be shown side by side. */
export const alignRows = (values: Values, like: Values): Values => {
  const aligned: Record<string, string> = { ...outsideLists(values) }
  const rows = listsOf(values)
  for (const [list, others] of listsOf(like))
    for (const [at, code] of [...others.keys()].entries())
      for (const [column, value] of Object.entries(rows.get(list)?.get(code) ?? {}))
        aligned[`${list}.${at}.${column}`] = value
  return aligned
}
