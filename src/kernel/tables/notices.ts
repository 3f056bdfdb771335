import type { Notice, NoticeKind, TableRow } from './table.ts'

/** `1.00E+12`: what is left of a long number after a spreadsheet program saved it as CSV. */
export const isExponent = (text: string): boolean =>
  /^\s*[-+]?\d(\.\d+)?E[-+]?\d{1,3}\s*$/i.test(text)

/** `#REF!`, `#N/A`, `#####`: a formula that failed, or a column too narrow to show its number. */
export const isSpreadsheetError = (text: string): boolean =>
  /^\s*(#(REF|VALUE|NAME|NULL|NUM|SPILL|CALC|DIV\/0)[!?]|#N\/A|#{3,})\s*$/i.test(text)

// Private use: characters a city drew itself (外字), shown by its own machines only.
const isExternal = (text: string): boolean => /\p{Co}/u.test(text)

const signs: readonly (readonly [NoticeKind, (text: string) => boolean])[] = [
  ['unreadable-characters', (text) => text.includes('\ufffd')],
  ['external-characters', isExternal],
  ['line-breaks-in-cells', (text) => /[\r\n]/.test(text.trim())],
  ['exponents', isExponent],
  ['spreadsheet-errors', isSpreadsheetError],
]

const sorted = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((a, b) => a - b)

/** Goes through every cell once and says what is odd, with the rows and columns it is in. */
export const noticeCells = (rows: readonly TableRow[]): Notice[] => {
  const seen = signs.map(() => ({ rows: new Set<number>(), columns: new Set<number>() }))
  for (const row of rows)
    row.cells.forEach((text, column) => {
      if (text === '') return
      signs.forEach(([, isOdd], at) => {
        if (!isOdd(text)) return
        seen[at]!.rows.add(row.number)
        seen[at]!.columns.add(column + 1)
      })
    })
  return signs.flatMap(([kind], at) => {
    const found = seen[at]!
    if (found.rows.size === 0) return []
    return [{ kind, rows: sorted(found.rows), columns: sorted(found.columns) }]
  })
}
