/** Tables from and for the outside: their headers, the reading of cells, CSV. */
export { type CellKind, canBeOfKind } from './cell-kinds.ts'
export type {
  CellProblem,
  CellReader,
  ProblemCode,
  Reading,
  Remark,
  RemarkCode,
} from './cell-reading.ts'
export { type Choice, type Chosen, readChoice, readList } from './choice-cells.ts'
export {
  readCode,
  readCorporateNumber,
  readMunicipalCode,
  readMunicipalCodeAmong,
} from './code-cells.ts'
export { readEmail, readPhone, readPostalCode, readUrl } from './contact-cells.ts'
export { type CsvValue, writeOpenDataCsv, writeSpreadsheetCsv } from './csv.ts'
export { dayOfSerial, readDate, readTime } from './date-cells.ts'
export { type Column, cellOf, type HeaderCell, type HeaderMatch, matchHeader } from './header.ts'
export { foldHeader } from './header-name.ts'
export { readWholeNumber, readYesNo, type WholeNumberRange } from './number-cells.ts'
export { type Coordinates, readCoordinates, readLatitude, readLongitude } from './place-cells.ts'
export { noticeTexts, problemTexts, remarkTexts } from './sentences.ts'
export { settleRows } from './settle-rows.ts'
export { listShiftedRows, type ShiftedRow } from './shifted-rows.ts'
export type { Notice, NoticeKind, Table, TableRow } from './table.ts'
export { readLine, readText } from './text-cells.ts'
