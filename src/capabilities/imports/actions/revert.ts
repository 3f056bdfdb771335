import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { ImportOrigin, ImportRecord, OpenImporter } from '#web/importer.ts'
import { saysSame } from '../compare.ts'
import { chunkSize, type Import, type ImportRow, importKind, type Reverted } from '../import.ts'
import { getImport, updateImport } from '../queries/imports.ts'
import { lockRegister, tryWithin } from '../queries/plans.ts'
import { countRows, listToRevert, saveReverted } from '../queries/row-lists.ts'
import { openImporter } from './check.ts'

type Taken = {
  readonly number: number
  readonly reverted: Reverted
  readonly leftWhy: Bilingual | null
}

const changedSince = (fields: readonly string[]): Bilingual =>
  both(
    `取り込んだあとに変わったので、そのままにしました（${fields.join('、')}）。`,
    `It was changed after the import and was left as it is (${fields.join(', ')}).`,
  )

const usedSince = both(
  'ほかの記録から使われているので、そのままにしました。',
  'Other records refer to it, so it was left as it is.',
)

const goneSince = both('すでに、ありません。', 'It is no longer there.')

type Context = {
  readonly importer: OpenImporter
  readonly held: ReadonlyMap<string, ImportRecord>
  readonly from: ImportOrigin
}

const labelOf = ({ importer }: Context, field: string): string =>
  (importer.columns.find(({ code }) => code === field)?.label ?? importer.fields?.[field])?.ja ??
  field

/** Fields of what the import wrote that say something else by now. */
const driftOf = (context: Context, written: ImportRecord, now: ImportRecord): readonly string[] =>
  Object.entries(written)
    // An answer that somebody took out is not there any more; a field that is no column is never told of.
    .filter(
      ([field]) => field in now || context.importer.columns.some(({ code }) => code === field),
    )
    .filter(([field, value]) => !saysSame(context.importer, field, [now[field] ?? null, value]))
    .map(([field]) => labelOf(context, field))

const left = ({ number }: ImportRow, leftWhy: Bilingual): Taken => ({
  number,
  reverted: 'left',
  leftWhy,
})

const removeOne = async (scope: Scope, context: Context, row: ImportRow): Promise<Taken> => {
  const id = row.targetId ?? ''
  let stays: ReadonlyMap<string, Bilingual> = new Map()
  const failed = await tryWithin(scope, async () => {
    stays = await context.importer.remove(scope, [id], context.from)
  })
  const why = failed ? usedSince : stays.get(id)
  return why ? left(row, why) : { number: row.number, reverted: 'removed', leftWhy: null }
}

const removeCreated = async (
  scope: Scope,
  context: Context,
  rows: readonly ImportRow[],
): Promise<readonly Taken[]> => {
  const taken: Taken[] = []
  const going: ImportRow[] = []
  for (const row of rows) {
    const now = context.held.get(row.targetId ?? '')
    const drift = now ? driftOf(context, row.record, now) : []
    if (!now) taken.push(left(row, goneSince))
    else if (drift.length > 0) taken.push(left(row, changedSince(drift)))
    else going.push(row)
  }
  let stays: ReadonlyMap<string, Bilingual> = new Map()
  const ids = going.map(({ targetId }) => targetId ?? '')
  const failed = await tryWithin(scope, async () => {
    stays = await context.importer.remove(scope, ids, context.from)
  })
  if (failed) {
    for (const row of going) taken.push(await removeOne(scope, context, row))
    return taken
  }
  for (const row of going) {
    const why = stays.get(row.targetId ?? '')
    taken.push(why ? left(row, why) : { number: row.number, reverted: 'removed', leftWhy: null })
  }
  return taken
}

const setBack = async (
  scope: Scope,
  context: Context,
  rows: readonly ImportRow[],
): Promise<readonly Taken[]> => {
  const taken: Taken[] = []
  const changes: { id: string; record: ImportRecord }[] = []
  for (const row of rows) {
    const id = row.targetId ?? ''
    const now = context.held.get(id)
    const pairs = Object.entries(row.changes)
    const written = Object.fromEntries(pairs.map(([field, [, after]]) => [field, after]))
    const drift = now ? driftOf(context, written, now) : []
    if (!now) taken.push(left(row, goneSince))
    else if (drift.length > 0) taken.push(left(row, changedSince(drift)))
    else {
      const record = Object.fromEntries(pairs.map(([field, [before]]) => [field, before]))
      changes.push({ id, record })
      taken.push({ number: row.number, reverted: 'set-back', leftWhy: null })
    }
  }
  if (changes.length > 0) await context.importer.change(scope, changes, context.from)
  return taken
}

/** Marks the import as being taken back. */
export const beginRevert = async (scope: Scope, one: Import): Promise<void> => {
  await updateImport(scope, one.id, { state: 'reverting', progress: 0 })
  await audit(scope, {
    action: 'imports.revert',
    subjectKind: importKind,
    subjectId: one.id,
    after: { kind: one.kind, file: one.fileName },
  })
}

const finishRevert = async (scope: Scope, one: Import, importer: OpenImporter): Promise<void> => {
  await importer.finish?.(scope)
  await updateImport(scope, one.id, { state: 'reverted', revertedAt: scope.now })
  const counts = await countRows(scope, one.id)
  await audit(scope, {
    action: 'imports.end-revert',
    subjectKind: importKind,
    subjectId: one.id,
    after: {
      removed: counts.reverted('removed'),
      setBack: counts.reverted('set-back'),
      left: counts.reverted('left'),
    },
  })
}

/** Takes back a piece, the last rows first. @returns whether there is more to do */
export const revertPiece = async (scope: Scope, city: City, id: string): Promise<boolean> => {
  await lockRegister(scope, (await getImport(scope, id)).kind)
  // Read once the place is free: the same job may have run beside this one.
  const one = await getImport(scope, id)
  if (one.state !== 'reverting') return false
  const importer = await openImporter(scope, city, one)
  const rows = await listToRevert(scope, id, chunkSize)
  if (rows.length === 0) {
    await finishRevert(scope, one, importer)
    return false
  }
  const ids = rows.map(({ targetId }) => targetId ?? '')
  await importer.hold?.(scope, ids)
  const held = await importer.load(scope, ids)
  const from = {
    importId: id,
    fileName: one.fileName,
    startedAt: one.startedAt ?? one.createdAt,
  }
  const context: Context = { importer, held, from }
  const created = rows.filter(({ result }) => result === 'created')
  const changed = rows.filter(({ result }) => result === 'changed')
  const taken = [
    ...(await setBack(scope, context, changed)),
    ...(await removeCreated(scope, context, created)),
  ]
  await saveReverted(scope, id, taken)
  await updateImport(scope, id, { progress: one.progress + rows.length })
  return true
}
