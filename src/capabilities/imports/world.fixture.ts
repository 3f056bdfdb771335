import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { checkWhole } from './actions/check.ts'
import { beginRevert, revertPiece } from './actions/revert.ts'
import { beginRun, runPiece, runWhole } from './actions/run.ts'
import { uploadFile } from './actions/upload.ts'
import type { Import, ImportMode, ImportRow } from './import.ts'
import { findImporter, importers } from './importers.ts'
import type { ImportPlan } from './plan.ts'
import { updateImport } from './queries/imports.ts'
import { countRows, listRowsAfter, type RowCounts } from './queries/row-lists.ts'

/** A city of a test's own, with somebody at its office. */
export type Desk = { readonly town: TestCity; readonly office: Person }

export const openDesk = async (): Promise<Desk> => {
  const town = await openTestCity(await openTestStore())
  return { town, office: await town.person('見本 窓口', ['office', 'city_admin']) }
}

export type Checked = {
  readonly one: Import
  readonly counts: RowCounts
  readonly rows: readonly ImportRow[]
  /** The row of that number in the file. */
  readonly row: (number: number) => ImportRow
}

const look = async (scope: Scope, one: Import): Promise<Checked> => {
  const rows = await listRowsAfter(scope, one.id, { filter: '', after: 0, most: 100_000 })
  const row = (number: number): ImportRow => {
    const found = rows.find((each) => each.number === number)
    if (!found) throw new Error(`no row ${number}`)
    return found
  }
  return { one, counts: await countRows(scope, one.id), rows, row }
}

type Given = {
  readonly name: string
  readonly bytes: Uint8Array
  /** Guessed from the file when left out. */
  readonly kind?: Import['kind']
  readonly plan?: (plan: ImportPlan) => Partial<ImportPlan>
}

/** Uploads a file and checks it, as the office does in the browser. */
export const checkFile = ({ town, office }: Desk, given: Given): Promise<Checked> =>
  town.as(office, async (scope) => {
    const wanted = given.kind ? [findImporter(given.kind)!] : importers
    const up = await uploadFile(scope, town.city, {
      name: given.name,
      bytes: given.bytes,
      importers: wanted,
      channel: 'web',
    })
    if (!up.ok) throw new Error(JSON.stringify(up.error))
    const plan = { ...up.value.plan, ...given.plan?.(up.value.plan) }
    await updateImport(scope, up.value.id, { plan })
    return look(scope, await checkWhole(scope, town.city, { ...up.value, plan }))
  })

/** Runs a checked import to its end, each piece in a transaction of its own. */
export const runImport = async (
  { town, office }: Desk,
  one: Import,
  mode: ImportMode = 'rows',
): Promise<Checked> => {
  await town.as(office, (scope) => beginRun(scope, one, mode))
  if (mode === 'all') await town.as(office, (scope) => runWhole(scope, town.city, one.id))
  else while (await town.as(office, (scope) => runPiece(scope, town.city, one.id)));
  return lookAt({ town, office }, one.id)
}

/** Takes an import back. */
export const takeBack = async ({ town, office }: Desk, one: Import): Promise<Checked> => {
  await town.as(office, (scope) => beginRevert(scope, one))
  while (await town.as(office, (scope) => revertPiece(scope, town.city, one.id)));
  return lookAt({ town, office }, one.id)
}

/** The import with its rows as they are now. */
export const lookAt = ({ town, office }: Desk, id: string): Promise<Checked> =>
  town.as(office, async (scope) => {
    const { getImport } = await import('./queries/imports.ts')
    return look(scope, await getImport(scope, id))
  })

/** Japanese texts of notes or faults. */
export const texts = (notes: readonly { readonly text: { readonly ja: string } }[]): string[] =>
  notes.map(({ text }) => text.ja)

/** A CSV file of these lines as UTF-8. */
export const csv = (...lines: readonly string[]): Uint8Array =>
  Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8')
