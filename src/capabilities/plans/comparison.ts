import { type ChangeKind, changeKinds, type ItemChange, kindsOf } from './compare.ts'

/** What a reader narrows a comparison down to; every item that changed when nothing is set. */
export type ChangeFilter = {
  readonly kind?: ChangeKind | undefined
  readonly department?: string | undefined
  readonly level?: string | undefined
}

/** Reads a filter from an address; what no list holds is as good as nothing. */
export const readChangeFilter = (query: URLSearchParams): ChangeFilter => {
  const value = (name: string): string | undefined => query.get(name)?.slice(0, 100) || undefined
  return {
    kind: changeKinds.find((kind) => kind === query.get('kind')),
    department: value('department'),
    level: value('level'),
  }
}

export const isNarrowed = (filter: ChangeFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined)

const isOf = ({ before, after }: ItemChange, fits: (side: NonNullable<typeof before>) => boolean) =>
  [before, after].some((side) => side !== undefined && fits(side))

/** The changes that fit. Items that stayed as they were are shown only where they are asked for. */
export const matchingChanges = (
  changes: readonly ItemChange[],
  { kind, department, level }: ChangeFilter,
): readonly ItemChange[] =>
  changes.filter((change) => {
    const kinds = kindsOf(change)
    return (
      (kind === undefined ? !kinds.includes('same') : kinds.includes(kind)) &&
      (department === undefined ||
        isOf(change, ({ departments }) => departments.includes(department))) &&
      (level === undefined || isOf(change, (side) => side.level === level))
    )
  })
