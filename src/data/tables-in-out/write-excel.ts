import { writeWorkbook } from './excel-engine.ts'
import type { SheetDraft } from './workbook.ts'

const forbidden = /[\\/?*[\]:]/g
const longestName = 31

/** A name that Excel takes: no signs of its own, 31 characters, none twice. */
const nameSheets = (sheets: readonly SheetDraft[]): SheetDraft[] => {
  const taken = new Set<string>()
  return sheets.map((sheet, at) => {
    const plain = [
      ...sheet.name
        .replace(forbidden, ' ')
        .replace(/^'+|'+$/g, '')
        .trim(),
    ]
      .slice(0, longestName - 4)
      .join('')
    const name =
      plain === '' || taken.has(plain.toLowerCase()) ? `${plain} ${at + 1}`.trim() : plain
    taken.add(name.toLowerCase())
    return { ...sheet, name }
  })
}

/**
 * Writes an Excel workbook: the header row stays in sight, text stays text (codes keep their zeros,
 * nothing is a formula), dates are dates, numbers are numbers.
 */
export const writeExcel = (sheets: readonly SheetDraft[]): Promise<Uint8Array> =>
  writeWorkbook(nameSheets(sheets))
