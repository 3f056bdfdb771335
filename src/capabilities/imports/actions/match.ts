import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import type { CellNote, ImportRecord, Match, OpenImporter } from '#web/importer.ts'
import { compareRecords } from '../compare.ts'
import type { ImportRow } from '../import.ts'
import { listClaims, type RowFinding, saveFindings } from '../queries/rows.ts'

const fault = (column: string, text: CellNote['text']): CellNote => ({ column, text, words: '' })

type Around = {
  readonly importer: OpenImporter
  readonly held: ReadonlyMap<string, ImportRecord>
  /** Things that an earlier row of the file is about. */
  readonly claims: Map<string, number>
}

const alreadyClaimed = (row: number, name: string) =>
  both(
    `${row}行目も「${name}」を指しています。どちらかを消してください。`,
    `Row ${row} is about “${name}” too. Take one of them out.`,
  )

const findingOf = (row: ImportRow, match: Match, around: Around): RowFinding => {
  const { number } = row
  if (match.kind === 'refused')
    return { number, outcome: 'refused', faults: [fault(match.column, match.text)] }
  if (match.kind === 'suspect') return { number, outcome: 'suspect', candidates: match.candidates }
  if (match.kind === 'new')
    return {
      number,
      outcome: 'create',
      ...(match.note ? { notes: [...row.notes, fault('', match.note)] } : {}),
    }
  const { id, name } = match
  const earlier = around.claims.get(id)
  if (earlier !== undefined && earlier !== number)
    return { number, outcome: 'refused', faults: [fault('', alreadyClaimed(earlier, name))] }
  around.claims.set(id, number)
  const changes = compareRecords(around.importer, around.held.get(id) ?? {}, row.record)
  const outcome = Object.keys(changes).length === 0 ? 'same' : 'change'
  return { number, outcome, targetId: id, targetName: name, changes }
}

/** What rows are about as the register stands now, and what they would change. */
export const findFindings = async (
  scope: Scope,
  importer: OpenImporter,
  given: { readonly importId: string; readonly rows: readonly ImportRow[] },
): Promise<readonly RowFinding[]> => {
  const { importId, rows } = given
  const matches = await importer.find(
    scope,
    rows.map(({ record }) => record),
  )
  const ids = matches.flatMap((match) => (match.kind === 'known' ? [match.id] : []))
  const own = new Set(rows.map(({ number }) => number))
  const claimed = [...(await listClaims(scope, importId, ids))].filter(([, row]) => !own.has(row))
  const held = await importer.load(scope, ids)
  const around: Around = { importer, held, claims: new Map(claimed) }
  return rows.map((row, at) => findingOf(row, matches[at] ?? { kind: 'new' }, around))
}

/** Holds staged rows against the register and keeps what was found. */
export const matchRows = async (
  scope: Scope,
  importer: OpenImporter,
  given: { readonly importId: string; readonly rows: readonly ImportRow[] },
): Promise<void> => {
  const findings = await findFindings(scope, importer, given)
  await saveFindings(scope, given.importId, findings)
}
