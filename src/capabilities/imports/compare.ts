import type { ImportRecord, ImportValue, OpenImporter } from '#web/importer.ts'
import type { Changes } from './import.ts'

const isEqual = (a: ImportValue, b: ImportValue): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const isNothing = (value: ImportValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** True when two values of a field say the same. */
export const saysSame = (
  importer: Pick<OpenImporter, 'isSame'>,
  field: string,
  pair: readonly [ImportValue, ImportValue],
): boolean => {
  const [before, after] = pair
  if (isNothing(before) && isNothing(after)) return true
  return isEqual(before, after) || (importer.isSame?.(field, before, after) ?? false)
}

/** What a record would change of what is there. Fields it does not speak of stay. */
export const compareRecords = (
  importer: Pick<OpenImporter, 'isSame'>,
  before: ImportRecord,
  after: ImportRecord,
): Changes =>
  Object.fromEntries(
    Object.entries(after)
      .map(([field, value]) => [field, [before[field] ?? null, value]] as const)
      .filter(([field, pair]) => !saysSame(importer, field, pair)),
  )
