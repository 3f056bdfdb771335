import { createHash } from 'node:crypto'
import type { Scope } from '#data/scope.ts'
import type { TableRefusal } from '#data/tables-in-out/index.ts'
import type { City } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Importer } from '#web/importer.ts'
import { keepMade } from '../../procedures/index.ts'
import { type Import, importKind, sourcePurpose } from '../import.ts'
import { factsOf, openTable, sheetOf } from '../open-table.ts'
import { shapeOf } from '../plan.ts'
import { type Opened, type Proposal, proposeBest, proposeFor } from '../propose.ts'
import { getImport, insertImport, updateImport } from '../queries/imports.ts'
import { findPlan } from '../queries/plans.ts'

/** Why a file is not taken. */
export type UploadRefusal =
  | { readonly kind: 'table'; readonly refusal: TableRefusal }
  | { readonly kind: 'room'; readonly problem: string }

/** A file as it was given, and which registers it may be for. */
export type GivenFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly importers: readonly Importer[]
  readonly channel: Import['channel']
}

const openAll = async (
  scope: Scope,
  city: City,
  importers: readonly Importer[],
): Promise<readonly Opened[]> => {
  const all: Opened[] = []
  for (const importer of importers) all.push({ importer, open: await importer.open(scope, city) })
  return all
}

/** What was said of the last file of this shape is said of this one too. */
const remember = async (
  scope: Scope,
  proposal: Proposal,
  all: readonly Opened[],
): Promise<Proposal> => {
  const known = await findPlan(scope, shapeOf(proposal.header.names))
  const opened = known && all.find(({ importer }) => importer.kind === known.kind)
  if (!known || !opened) return proposal
  const { sheet, header } = proposal.plan
  return { ...proposal, opened, plan: { ...known.plan, sheet, header, remembered: true } }
}

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Takes a file in: reads it, proposes a register and columns, keeps it. Nothing of it is written yet. */
export const uploadFile = async (
  scope: Scope,
  city: City,
  given: GivenFile,
): Promise<Result<Import, UploadRefusal>> => {
  const file = await openTable(given.name, given.bytes)
  if (!file.ok) return refuse({ kind: 'table', refusal: file.error })
  const all = await openAll(scope, city, given.importers)
  const best = proposeBest(file.value.tables, all)
  if (!best) throw new Error('no importer was offered')
  const proposal = await remember(scope, best, all)
  const facts = factsOf(file.value, proposal.table, given.bytes.length)
  const id = newId()
  const kept = await keepMade(scope, { kind: importKind, id }, [
    {
      purpose: sourcePurpose,
      name: given.name,
      mediaType: mediaTypes[facts.format],
      bytes: given.bytes,
    },
  ])
  if (!kept.ok) return refuse({ kind: 'room', problem: kept.error })
  await insertImport(scope, {
    id,
    kind: proposal.opened.importer.kind,
    fileId: kept.value[0] ?? '',
    fileName: given.name,
    sha256: createHash('sha256').update(given.bytes).digest('hex'),
    facts,
    plan: proposal.plan,
    header: proposal.header.names,
    channel: given.channel,
  })
  return ok(await getImport(scope, id))
}

/** Reads the kept file once more: for another sheet, another header row, another register. */
export const rereadFile = async (
  scope: Scope,
  city: City,
  asked: {
    readonly one: Import
    readonly importer: Importer
    readonly sheet: string
    readonly headerRow: number | undefined
  },
): Promise<Import> => {
  const { one, importer } = asked
  const file = await openTable(one.fileName, await scope.outside.files.get(one.sha256))
  if (!file.ok) throw new Error(`the file of import ${one.id} can no longer be read`)
  const table = sheetOf(file.value, asked.sheet)
  const opened = { importer, open: await importer.open(scope, city) }
  const { header, plan } = proposeFor(table, opened, asked.headerRow)
  await updateImport(scope, one.id, {
    state: 'uploaded',
    kind: importer.kind,
    plan,
    header: header.names,
    facts: factsOf(file.value, table, one.facts.bytes),
    failure: null,
  })
  return getImport(scope, one.id)
}
