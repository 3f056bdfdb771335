import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { CellNote, OpenImporter } from '#web/importer.ts'
import { watchRepetitions } from '../duplicates-in-file.ts'
import { watchPlaces } from '../elsewhere.ts'
import { chunkSize, type Import } from '../import.ts'
import { findImporter } from '../importers.ts'
import { openTable, sheetOf } from '../open-table.ts'
import { getImport, updateImport } from '../queries/imports.ts'
import { deleteRows, insertRows, listNext, type StagedRow } from '../queries/rows.ts'
import { type ReadRow, readRows } from '../read-rows.ts'
import { matchRows } from './match.ts'

/** The importer of an import, open for the city. */
export const openImporter = async (
  scope: Scope,
  city: City,
  { kind }: Pick<Import, 'kind'>,
): Promise<OpenImporter> => {
  const importer = findImporter(kind)
  if (!importer) throw new Error(`no importer for ${kind}`)
  return importer.open(scope, city)
}

const rowNote = (text: CellNote['text']): CellNote => ({ column: '', text, words: '' })

type Watch = ReturnType<typeof watchRepetitions>

const stage = ({ row, reading }: ReadRow, watch: Watch, importer: OpenImporter): StagedRow => {
  const { record, notes, faults, leftOut } = reading
  const base = { number: row.number, cells: row.cells, record, notes, faults }
  if (leftOut) return { ...base, faults: [rowNote(leftOut)], outcome: 'left-out' }
  if (faults.length > 0) return { ...base, outcome: 'refused' }
  const again = watch(row.number, record, importer.keysOf(record))
  if (!again) return { ...base, outcome: 'read' }
  const told = { ...base, faults: [rowNote(again.text)] }
  if (again.kind === 'whole') return { ...told, outcome: 'left-out' }
  return { ...told, outcome: again.kind === 'proved' ? 'refused' : 'suspect' }
}

const failText = both(
  '元のファイルを読めませんでした。もう一度ファイルを選んでください。',
  'The file could not be read. Please choose it again.',
)

/**
 * First half of a check: reads every row of the file and stages it. What cannot be read, is no entry, or repeats
 * an earlier row is decided here; all others are held against the register by {@link matchRows}.
 */
export const stageRows = async (scope: Scope, city: City, one: Import): Promise<boolean> => {
  const file = await openTable(one.fileName, await scope.outside.files.get(one.sha256))
  if (!file.ok) {
    await updateImport(scope, one.id, { state: 'failed', failure: failText })
    return false
  }
  const importer = await openImporter(scope, city, one)
  await deleteRows(scope, one.id)
  const watch = watchRepetitions()
  const places = watchPlaces(city, one.header)
  const table = sheetOf(file.value, one.plan.sheet)
  let [batch, count]: [StagedRow[], number] = [[], 0]
  for (const read of readRows(table, importer, { plan: one.plan, names: one.header })) {
    const { row, reading } = read
    if (!reading.leftOut) places.see({ cells: row.cells, record: reading.record })
    batch.push(stage(read, watch, importer))
    count += 1
    if (batch.length === chunkSize) {
      await insertRows(scope, one.id, batch)
      batch = []
    }
  }
  await insertRows(scope, one.id, batch)
  const facts = { ...one.facts, elsewhere: places.find() }
  await updateImport(scope, one.id, { rowCount: count, progress: 0, facts })
  return true
}

/** Second half of a check, piece by piece. @returns how many rows were looked at; 0 when all are done */
export const matchPiece = async (
  scope: Scope,
  city: City,
  one: Import,
  most = chunkSize,
): Promise<number> => {
  const rows = await listNext(scope, one.id, { what: 'read', most })
  if (rows.length === 0) return 0
  await matchRows(scope, await openImporter(scope, city, one), { importId: one.id, rows })
  return rows.length
}

/** Ends a check: from now on the import can be run. */
export const finishCheck = (scope: Scope, one: Pick<Import, 'id'>): Promise<void> =>
  updateImport(scope, one.id, { state: 'checked', checkedAt: scope.now })

/** The whole check in one transaction: for files that are short enough to wait for. */
export const checkWhole = async (scope: Scope, city: City, one: Import): Promise<Import> => {
  if (await stageRows(scope, city, one)) {
    while ((await matchPiece(scope, city, one)) > 0);
    await finishCheck(scope, one)
  }
  return getImport(scope, one.id)
}
