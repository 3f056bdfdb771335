import { originalOf, type PlanItem } from './plan.ts'

/** An item with what stands below it. */
export type Branch = { readonly item: PlanItem; readonly children: readonly Branch[] }

/** The items as a tree, in the order of the document. */
export const buildTree = (
  items: readonly PlanItem[],
  parent: string | null = null,
): readonly Branch[] =>
  items
    .filter((item) => item.parent === parent)
    .map((item) => ({ item, children: buildTree(items, item.no) }))

/** What a reader narrows a plan down to. Everything when nothing is set. */
export type Filter = {
  readonly class?: string | undefined
  readonly flag?: string | undefined
  readonly department?: string | undefined
  readonly grade?: string | undefined
}

export const isFiltered = (filter: Filter): boolean =>
  Object.values(filter).some((value) => value !== undefined)

const fits = (filter: Filter, item: PlanItem): boolean =>
  (filter.class === undefined || item.class === filter.class) &&
  (filter.flag === undefined || item.flags.some(({ ja }) => ja === filter.flag)) &&
  (filter.grade === undefined || item.grade === filter.grade) &&
  (filter.department === undefined || item.departments.includes(filter.department))

/** Items that fit, in the order of the document; a 再掲 fits when its original does. */
export const matchingItems = (items: readonly PlanItem[], filter: Filter): readonly PlanItem[] =>
  items.filter((item) => fits(filter, originalOf(items, item)))

/** The tree with only the branches that lead to one of these numbers. */
export const pruneTree = (
  branches: readonly Branch[],
  keep: ReadonlySet<string>,
): readonly Branch[] =>
  branches.flatMap(({ item, children }) => {
    const below = pruneTree(children, keep)
    return keep.has(item.no) || below.length > 0 ? [{ item, children: below }] : []
  })
