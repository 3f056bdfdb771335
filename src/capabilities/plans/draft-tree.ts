import { ok, type Result, refuse } from '#kernel/result.ts'
import type { DraftItem } from './draft.ts'

type Placed = Pick<DraftItem, 'id' | 'parentId' | 'position'>

/** An item in its place: how deep it stands, and what stands below it. */
export type DraftNode<I extends Placed> = {
  readonly item: I
  readonly depth: number
  readonly children: readonly DraftNode<I>[]
}

const siblingsIn = <I extends Placed>(items: readonly I[], parentId: string | null): I[] =>
  items
    .filter((item) => item.parentId === parentId)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** The items as a tree, in the order in which they are printed. */
export const draftTree = <I extends Placed>(
  items: readonly I[],
  parentId: string | null = null,
  depth = 0,
): readonly DraftNode<I>[] =>
  siblingsIn(items, parentId).map((item) => ({
    item,
    depth,
    children: draftTree(items, item.id, depth + 1),
  }))

/** The tree read from the top down. */
export const inPrintedOrder = <I extends Placed>(items: readonly I[]): readonly DraftNode<I>[] => {
  const flat = (nodes: readonly DraftNode<I>[]): DraftNode<I>[] =>
    nodes.flatMap((node) => [node, ...flat(node.children)])
  return flat(draftTree(items))
}

/** Ids of an item and of everything below it. */
export const idsBelow = (items: readonly Placed[], id: string): ReadonlySet<string> => {
  const found = new Set([id])
  const add = (parentId: string): void => {
    for (const item of items)
      if (item.parentId === parentId && !found.has(item.id)) {
        found.add(item.id)
        add(item.id)
      }
  }
  add(id)
  return found
}

/** Where an item comes to stand. */
export type NewPlace = {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
}

const numbered = (siblings: readonly Placed[], parentId: string | null): NewPlace[] =>
  siblings.map(({ id }, position) => ({ id, parentId, position }))

/** One place up or down among those of the same parent; at the end nothing moves. */
export const movedBy = (
  items: readonly Placed[],
  id: string,
  direction: 'up' | 'down',
): readonly NewPlace[] => {
  const item = items.find((one) => one.id === id)
  if (!item) return []
  const siblings = siblingsIn(items, item.parentId)
  const at = siblings.findIndex((one) => one.id === id)
  const to = direction === 'up' ? at - 1 : at + 1
  const other = siblings[to]
  if (!other) return []
  const order = [...siblings]
  order[at] = other
  order[to] = item
  return numbered(order, item.parentId)
}

/** Below itself there is no place; the place may also have gone meanwhile. */
export type PlacingProblem = 'below-itself' | 'gone'

/** Below another item (or at the top), behind one of those that stand there, or as the first. */
export const movedTo = (
  items: readonly Placed[],
  id: string,
  to: { readonly parentId: string | null; readonly after: string | null },
): Result<readonly NewPlace[], PlacingProblem> => {
  const item = items.find((one) => one.id === id)
  const parent = items.find((one) => one.id === to.parentId)
  if (!item || (to.parentId !== null && !parent)) return refuse('gone')
  if (to.parentId !== null && idsBelow(items, id).has(to.parentId)) return refuse('below-itself')
  const others = siblingsIn(items, to.parentId).filter((one) => one.id !== id)
  const at = to.after === null ? -1 : others.findIndex((one) => one.id === to.after)
  if (to.after !== null && at < 0) return refuse('gone')
  return ok(numbered([...others.slice(0, at + 1), item, ...others.slice(at + 1)], to.parentId))
}

/** The number of what stands below, where the number above it changes: Ⅰ-(1)-① goes with Ⅰ-(1). */
export const renumbered = (no: string, before: string, after: string): string =>
  before !== '' && no.startsWith(before) && no !== before ? after + no.slice(before.length) : no
