/** How large a file may be. Counted before memory is spent on it. */
export type TableLimits = {
  /** Bytes of the file as it was sent. */
  readonly bytes: number
  /** Bytes of a workbook when it is unpacked. */
  readonly unpackedBytes: number
  readonly rows: number
  readonly columns: number
}

/** Enough for the NPO registers of the whole country (60,000 rows of 60 columns). */
export const usualLimits: TableLimits = {
  bytes: 50_000_000,
  unpackedBytes: 400_000_000,
  rows: 200_000,
  columns: 500,
}

/** Why a file is not read at all. */
export type TableRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly most: number }
  /** It unpacks to far more than a table of its size holds. */
  | { readonly kind: 'unpacks-too-large'; readonly most: number }
  | { readonly kind: 'too-many-rows'; readonly most: number }
  | { readonly kind: 'too-many-columns'; readonly most: number }
  | { readonly kind: 'no-such-sheet'; readonly sheets: readonly string[] }
  /** .xls of before 2007: to be saved anew as .xlsx. */
  | { readonly kind: 'old-excel' }
  /** A workbook that opens with a password only. */
  | { readonly kind: 'locked' }
  /** PDF, Word, a picture, a web page under the name of a table. */
  | { readonly kind: 'not-a-table' }
  | { readonly kind: 'broken' }
  /** A quotation mark that opens in this row (from 1) is never closed. */
  | { readonly kind: 'open-quote'; readonly row: number }
