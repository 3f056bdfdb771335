import { type Bilingual, both } from '#kernel/bilingual.ts'
import {
  type CellKind,
  canBeOfKind,
  type HeaderMatch,
  listShiftedRows,
  type TableRow,
} from '#kernel/tables/index.ts'

type Matched = HeaderMatch['matched']

/** Text that a comma may have cut in two. */
const isText = (kind: CellKind): boolean => kind === 'line' || kind === 'text'
const tellsNothing = (kind: CellKind): boolean =>
  isText(kind) || kind === 'code' || kind === 'choice' || kind === 'list'

const fits = (
  row: TableRow,
  { column, known }: Matched[number],
  by: number,
): boolean | undefined => {
  const text = (row.cells[column - 1 + by] ?? '').trim()
  return tellsNothing(known.kind) || text === '' ? undefined : canBeOfKind(known.kind, text)
}

/** Latitude and longitude that only stand in each other's place are no shift. */
const settleSwapped = (row: TableRow, matched: Matched): TableRow => {
  const at = (code: string) => matched.find(({ known }) => known.kind === code)?.column
  const [north, east] = [at('latitude'), at('longitude')]
  if (north === undefined || east === undefined) return row
  const [y = '', x = ''] = [row.cells[north - 1], row.cells[east - 1]]
  if (!canBeOfKind('latitude', x) || !canBeOfKind('longitude', y) || x.trim() === '') return row
  const cells = [...row.cells]
  cells[north - 1] = x
  cells[east - 1] = y
  return { ...row, cells }
}

/**
 * Columns in which one cell too many may have begun: behind what still fits, before what no longer does. Names hold no
 * commas; addresses, descriptions and remarks do.
 */
const listSeams = (row: TableRow, matched: Matched): Matched => {
  const ordered = [...matched].sort((a, b) => a.column - b.column)
  const firstBad = ordered.findIndex((one) => fits(row, one, 0) === false)
  const lastGood = ordered.findLastIndex((one, at) => at < firstBad && fits(row, one, 0) === true)
  return ordered
    .slice(lastGood + 1, firstBad)
    .filter(
      ({ column, known }) =>
        isText(known.kind) &&
        known.required !== true &&
        (row.cells[column - 1] ?? '').trim() !== '',
    )
}

/** What is to be done about a row whose cells stand beside their columns. */
export type ShiftRemedy =
  | { readonly kind: 'mended'; readonly row: TableRow; readonly text: Bilingual }
  | { readonly kind: 'refused'; readonly text: Bilingual }

const refusedText = (by: number): Bilingual =>
  by > 0
    ? both(
        `セルが右に${by}つずれています。カンマの入った文字が分かれていないか、元のファイルで確かめてください。`,
        `The cells stand ${by} to the right of their columns. Look for a text with a comma that was cut in two.`,
      )
    : both(
        `セルが左に${-by}つずれています。消えたセルがないか、元のファイルで確かめてください。`,
        `The cells stand ${-by} to the left of their columns. Look for a cell that was deleted.`,
      )

const join = (row: TableRow, seam: Matched[number]): TableRow => {
  const at = seam.column - 1
  const joined = [row.cells[at], row.cells[at + 1]].join(',')
  return { ...row, cells: [...row.cells.slice(0, at), joined, ...row.cells.slice(at + 2)] }
}

/**
 * A row whose cells stand beside their columns is put right where it can be done in one way only: one cell too
 * many, and one text it can have been cut from. Any other is refused, since nobody knows what was lost.
 */
export const remedyShift = (row: TableRow, matched: Matched): ShiftRemedy | undefined => {
  const match = { matched, rows: [settleSwapped(row, matched)] } as unknown as HeaderMatch
  const [shifted] = listShiftedRows(match)
  if (!shifted) return undefined
  const seams = shifted.by === 1 ? listSeams(row, matched) : []
  const [seam] = seams
  if (!seam || seams.length !== 1) return { kind: 'refused', text: refusedText(shifted.by) }
  return {
    kind: 'mended',
    row: join(row, seam),
    text: both(
      `「${seam.name || seam.known.names[0]}」がカンマで分かれ、右のセルがずれていたので、つなぎ直しました。`,
      `“${seam.name || seam.known.names[0]}” had been cut at a comma and pushed the cells to the right; it was joined again.`,
    ),
  }
}
