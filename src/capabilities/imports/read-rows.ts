import { type Bilingual, both } from '#kernel/bilingual.ts'
import {
  type CellReader,
  type HeaderMatch,
  problemTexts,
  remarkTexts,
  type Table,
  type TableRow,
} from '#kernel/tables/index.ts'
import { foldForSearch } from '#kernel/text.ts'
import type {
  CellNote,
  ImportColumn,
  ImportValue,
  OpenImporter,
  RowReading,
} from '#web/importer.ts'
import { repeatsHeader } from './find-header.ts'
import type { ImportPlan } from './plan.ts'
import { remedyShift } from './shifted.ts'

/** A row of the file as it stands, and as it was read. */
export type ReadRow = { readonly row: TableRow; readonly reading: RowReading }

type Matched = HeaderMatch['matched'][number] & { readonly known: ImportColumn }

type Reader = {
  readonly importer: OpenImporter
  readonly plan: ImportPlan
  readonly matched: readonly Matched[]
  readonly readers: ReadonlyMap<string, CellReader<ImportValue>>
}

/** `="0123"`: how some programs keep a spreadsheet from dropping a zero. */
const quotedFormula = /^=\s*"((?:[^"]|"")*)"$/

const unwrap = (cell: string): string | undefined =>
  quotedFormula.exec(cell.trim())?.[1]?.replaceAll('""', '"')

const unwrapped = both(
  '="…" の形で守られた値を、そのまま読みました。',
  'A value kept in the form ="…" was read as it is.',
)

const openCells = (
  row: TableRow,
  matched: readonly Matched[],
): { readonly row: TableRow; readonly notes: readonly CellNote[] } => {
  const notes: CellNote[] = []
  const cells = row.cells.map((cell, at) => {
    const inner = unwrap(cell)
    if (inner === undefined) return cell
    const known = matched.find(({ column }) => column === at + 1)
    if (known) notes.push({ column: known.known.code, text: unwrapped, words: cell })
    return inner
  })
  return { row: { ...row, cells }, notes }
}

type Gathered = {
  readonly record: Record<string, ImportValue>
  readonly notes: CellNote[]
  readonly faults: CellNote[]
}

const mustBeFilled = both('必要な欄が空です。', 'This cell must not be empty.')
const leftEmpty = (text: Bilingual): Bilingual =>
  both(`${text.ja}このセルは空として取り込みます。`, `${text.en} The cell is taken as empty.`)

const readCell = (
  reader: Reader,
  { known, column }: Matched,
  row: TableRow,
  to: Gathered,
): void => {
  const words = row.cells[column - 1] ?? ''
  const read = reader.readers.get(known.code)
  if (!read) {
    if (known.required && words.trim() === '')
      to.faults.push({ column: known.code, text: mustBeFilled, words })
    return
  }
  const reading = read(words)
  if (!reading.ok) {
    const text = problemTexts[reading.error.code]
    if (known.required || reader.plan.unreadable === 'refuse-row')
      to.faults.push({ column: known.code, text, words })
    else to.notes.push({ column: known.code, text: leftEmpty(text), words })
    return
  }
  const { value, remarks } = reading.value
  for (const { code } of remarks)
    to.notes.push({ column: known.code, text: remarkTexts[code], words })
  if (value !== undefined) to.record[known.code] = value
  else if (known.required) to.faults.push({ column: known.code, text: mustBeFilled, words })
}

const notThere = both(
  '必要な列が、ファイルにないか、選ばれていません。',
  'A column that is needed is not in the file or was not chosen.',
)

/** Columns that must be there and that nobody has chosen. */
const missingColumns = ({ importer, plan }: Reader): readonly CellNote[] =>
  importer.columns
    .filter(({ code, required }) => required === true && plan.columns[code] === undefined)
    .map(({ code }) => ({ column: code, text: notThere, words: '' }))

const sumWords = /^(合計|総合計|計|総計|小計|累計|件数|総数|total|以上|合計件数|延べ)[:：]?/i
const remarkSigns = /^(※|注[)）\d:：]|[(（]注|備考[:：]|出典[:：]|資料[:：]|\*)/

/** Why a row is no entry of the list: the sum at its end, a remark below it, its header once more. */
const findLeftOut = (
  row: TableRow,
  reader: Reader,
  names: readonly string[],
): Bilingual | undefined => {
  if (repeatsHeader(row, names)) return both('見出しのくり返しです。', 'The header, repeated.')
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first = ''] = filled
  const required = reader.matched.filter(({ known }) => known.required)
  const lacks = required.some(({ column }) => (row.cells[column - 1] ?? '').trim() === '')
  const plain = foldForSearch(first)
  if (
    sumWords.test(plain) &&
    (lacks || filled.slice(1).every((cell) => /^[\d,.\s件人か所ヶ]+$/.test(cell.normalize('NFKC'))))
  )
    return both('合計の行です。', 'A line of sums.')
  if (lacks && filled.length <= 2 && remarkSigns.test(first))
    return both('表の下の注記です。', 'A remark below the table.')
  return undefined
}

const readOne = (given: TableRow, reader: Reader, names: readonly string[]): RowReading => {
  const leftOut = findLeftOut(given, reader, names)
  if (leftOut) return { record: {}, notes: [], faults: [], leftOut }
  const shift = remedyShift(given, reader.matched)
  if (shift?.kind === 'refused')
    return { record: {}, notes: [], faults: [{ column: '', text: shift.text, words: '' }] }
  const opened = openCells(shift?.row ?? given, reader.matched)
  const to: Gathered = {
    record: {},
    notes: [...opened.notes],
    faults: [...missingColumns(reader)],
  }
  if (shift) to.notes.unshift({ column: '', text: shift.text, words: '' })
  for (const one of reader.matched) readCell(reader, one, opened.row, to)
  const { settle } = reader.importer
  if (!settle) return to
  const cellOf = (code: string): string => {
    const column = reader.plan.columns[code]
    return column === undefined ? '' : (opened.row.cells[column - 1] ?? '')
  }
  const settled = settle(to, { cellOf, answers: reader.plan.answers })
  return reader.plan.unreadable === 'refuse-row' ? settled : forgive(settled, reader)
}

/** Cells of columns that may be empty do not keep their row out when people said so. */
const forgive = (reading: RowReading, reader: Reader): RowReading => {
  const mayBeEmpty = ({ column }: CellNote): boolean =>
    reader.importer.columns.some(
      ({ code, required, read }) => code === column && required !== true && read === undefined,
    )
  const forgiven = reading.faults.filter(mayBeEmpty)
  return {
    ...reading,
    faults: reading.faults.filter((fault) => !mayBeEmpty(fault)),
    notes: [
      ...reading.notes,
      ...forgiven.map((fault) => ({ ...fault, text: leftEmpty(fault.text) })),
    ],
  }
}

const matchedBy = (
  plan: ImportPlan,
  columns: readonly ImportColumn[],
  names: readonly string[],
): readonly Matched[] =>
  columns.flatMap((known) => {
    const column = plan.columns[known.code]
    return column === undefined ? [] : [{ column, name: names[column - 1] ?? '', known }]
  })

const readersFor = (matched: readonly Matched[], rows: readonly TableRow[]) =>
  new Map(
    matched.flatMap(({ known, column }) => {
      const read = known.readAmong
        ? known.readAmong(rows.map(({ cells }) => cells[column - 1] ?? ''))
        : known.read
      return read ? [[known.code, read] as const] : []
    }),
  )

/** Reads the rows below the header, one after the other. */
export function* readRows(
  table: Table,
  importer: OpenImporter,
  given: { readonly plan: ImportPlan; readonly names: readonly string[] },
): Generator<ReadRow> {
  const { plan, names } = given
  const rows = table.rows.filter(({ number }) => number > plan.header)
  const matched = matchedBy(plan, importer.columns, names)
  const reader: Reader = { importer, plan, matched, readers: readersFor(matched, rows) }
  for (const row of rows) yield { row, reading: readOne(row, reader, names) }
}
