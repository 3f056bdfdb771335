import type { Bilingual } from '#kernel/bilingual.ts'
import {
  type CellReader,
  type Choice,
  type Column,
  readChoice,
  readLine,
} from '#kernel/tables/index.ts'
import type { ImportColumn, ImportValue } from '#web/importer.ts'
import type { FacilityKind } from './facility.ts'
import { kindWords } from './kinds.ts'

/** A reading with its value as it is kept. */
export const mapped =
  <T>(read: CellReader<T>, map: (value: T) => ImportValue): CellReader<ImportValue> =>
  (cell) => {
    const reading = read(cell)
    if (!reading.ok) return reading
    const { value, remarks } = reading.value
    return { ok: true, value: { value: value === undefined ? undefined : map(value), remarks } }
  }

/** A column in short. */
export const column = (
  code: string,
  kind: Column['kind'],
  label: Bilingual,
  more: Pick<ImportColumn, 'names'> & Partial<ImportColumn>,
): ImportColumn => ({ code, kind, label, ...more })

/** Words of a kind as lists write them, with its name in the city. */
const choicesOf = (kinds: readonly FacilityKind[]): readonly Choice[] =>
  kinds.map(({ code, name }) => ({ code, names: [name.ja, name.en, ...(kindWords[code] ?? [])] }))

/** A kind the city does not have is kept in the words of the list. */
export const readKind = (kinds: readonly FacilityKind[]): CellReader<ImportValue> => {
  const read = readChoice(choicesOf(kinds))
  return (cell) => {
    const reading = read(cell)
    if (reading.ok) return mapped(read, ({ code }) => code)(cell)
    return reading.error.code === 'unknown-choice'
      ? mapped(readLine, (words) => `?${words}`)(cell)
      : reading
  }
}
