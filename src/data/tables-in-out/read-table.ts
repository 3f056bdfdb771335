import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Table } from '#kernel/tables/table.ts'
import { type TableLimits, type TableRefusal, usualLimits } from './limits.ts'
import { type CsvFacts, readCsv } from './read-csv.ts'
import { readExcel } from './read-excel.ts'

export type ReadOptions = {
  /** Name of the file as it was sent; the table of a CSV file is called so. */
  readonly name: string
  /** Read this sheet only; all of them when undefined. */
  readonly sheet?: string
  readonly limits?: TableLimits
}

export type TableFile = {
  readonly facts: CsvFacts | { readonly format: 'xlsx' }
  /** Sheets that have text in them, in the order of the file. */
  readonly tables: readonly Table[]
  /** Names of all sheets of the file, the empty ones too. */
  readonly sheets: readonly string[]
}

const beginsWith = (bytes: Uint8Array, ...sign: readonly number[]): boolean =>
  sign.every((byte, at) => bytes[at] === byte)

/** The name of the stream that a locked workbook keeps its content in, as UTF-16. */
const lockedSign = Buffer.from('EncryptedPackage', 'utf16le')

const pictureSigns: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
]

const isWebPage = (bytes: Uint8Array): boolean =>
  /^\s*<(!doctype|html|table|\?xml|head|body)/i.test(
    Buffer.from(bytes.subarray(0, 512)).toString('latin1').replace(/^ï»¿/, ''),
  )

/** Why a file cannot be a table, as far as its first bytes tell. */
const refuseByBytes = (bytes: Uint8Array, limits: TableLimits): TableRefusal | undefined => {
  if (bytes.length === 0) return { kind: 'empty' }
  if (bytes.length > limits.bytes)
    return { kind: 'too-large', bytes: bytes.length, most: limits.bytes }
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { kind: Buffer.from(bytes).includes(lockedSign) ? 'locked' : 'old-excel' }
  if (pictureSigns.some((sign) => beginsWith(bytes, ...sign)) || isWebPage(bytes))
    return { kind: 'not-a-table' }
  return undefined
}

const chooseSheets = (
  tables: readonly Table[],
  sheet: string | undefined,
): Result<TableFile, TableRefusal> => {
  const sheets = tables.map(({ name }) => name)
  const chosen = tables.filter(({ name }) => sheet === undefined || name === sheet)
  if (chosen.length === 0) return refuse({ kind: 'no-such-sheet', sheets })
  const filled = chosen.filter(({ rows }) => rows.length > 0)
  return filled.length === 0
    ? refuse({ kind: 'empty' })
    : ok({ facts: { format: 'xlsx' }, tables: filled, sheets })
}

/**
 * Reads a table that someone sends: CSV in any encoding and with any delimiter that is common in Japan,
 * or an Excel workbook; what it is, its bytes say and not its name. Cells stay as written, and what is
 * odd is said with its rows and columns. Never throws for what is in the file.
 */
export const readTable = async (
  bytes: Uint8Array,
  { name, sheet, limits = usualLimits }: ReadOptions,
): Promise<Result<TableFile, TableRefusal>> => {
  const refusal = refuseByBytes(bytes, limits)
  if (refusal) return refuse(refusal)
  if (beginsWith(bytes, 0x50, 0x4b)) {
    const tables = await readExcel(bytes, limits)
    return tables.ok ? chooseSheets(tables.value, sheet) : tables
  }
  const file = readCsv(bytes, name, limits)
  if (!file.ok) return file
  const { facts, table } = file.value
  return ok({ facts, tables: [table], sheets: [name] })
}
