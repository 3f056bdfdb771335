/**
 * Tables as bytes: reading what cities and groups send (CSV in every encoding of Japan, Excel), and
 * writing CSV and Excel. What the cells mean is read by `#kernel/tables/index.ts`.
 */
export type { Unmappable } from './cp932.ts'
export type { Delimiter, LineEnd } from './delimiter.ts'
export type { Encoding } from './encoding.ts'
export { type TableLimits, type TableRefusal, usualLimits } from './limits.ts'
export type { CsvFacts } from './read-csv.ts'
export { type ReadOptions, readTable, type TableFile } from './read-table.ts'
export { sayRefusal } from './sentences.ts'
export type { SheetColumn, SheetDraft, SheetValue } from './workbook.ts'
export { type CsvOptions, findLost, type WrittenCsv, writeCsv } from './write-csv.ts'
export { writeExcel } from './write-excel.ts'
