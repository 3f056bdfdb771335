import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { chunkSize, type Import, type ImportMode, importKind, results } from '../import.ts'
import { findImport, getImport, updateImport } from '../queries/imports.ts'
import { lockRegister, tryWithin } from '../queries/plans.ts'
import { countRows } from '../queries/row-lists.ts'
import { listNext, settleUnwritten } from '../queries/rows.ts'
import { openImporter } from './check.ts'
import { writePiece } from './write.ts'

/** Why a run is not begun. */
export type RunRefusal = 'refused-rows' | 'undecided-rows' | 'nothing-to-do' | 'other-city'

/** What stands against a run in that mode, by the numbers of the check. */
export const findRunRefusal = async (
  scope: Scope,
  one: Pick<Import, 'id' | 'facts'>,
  asked: {
    readonly mode: ImportMode
    /** Somebody said that rows of another municipality are meant. */
    readonly confirmed: boolean
  },
): Promise<RunRefusal | undefined> => {
  const { mode, confirmed } = asked
  const counts = await countRows(scope, one.id)
  if (mode === 'all' && counts.outcome('refused') > 0) return 'refused-rows'
  if (mode === 'all' && counts.undecided > 0) return 'undecided-rows'
  const work = counts.outcome('create') + counts.outcome('change') + counts.outcome('suspect')
  if (work === 0) return 'nothing-to-do'
  return one.facts.elsewhere && !confirmed ? 'other-city' : undefined
}

/** Marks the import as running. The audit has one entry for it, and another for how it ended. */
export const beginRun = async (scope: Scope, one: Import, mode: ImportMode): Promise<void> => {
  await updateImport(scope, one.id, {
    state: 'running',
    mode,
    progress: 0,
    startedAt: scope.now,
    cancelAsked: false,
    failure: null,
  })
  await audit(scope, {
    action: 'imports.run',
    subjectKind: importKind,
    subjectId: one.id,
    after: {
      kind: one.kind,
      file: one.fileName,
      sha256: one.sha256,
      mode,
      rows: one.rowCount,
      // Written although the list seemed to be another city's: somebody has said so.
      ...(one.facts.elsewhere ? { confirmedFrom: one.facts.elsewhere.place } : {}),
    },
  })
}

const originOf = (one: Import) => ({
  importId: one.id,
  fileName: one.fileName,
  startedAt: one.startedAt ?? one.createdAt,
})

/** Ends a run: every row has its result, lists that depend on all of them are made, the audit is told. */
const finishRun = async (
  scope: Scope,
  city: City,
  ending: {
    readonly one: Import
    readonly state: 'done' | 'cancelled' | 'failed'
    readonly failure?: Bilingual
  },
): Promise<void> => {
  const { one, state, failure } = ending
  const importer = await openImporter(scope, city, one)
  if (state !== 'failed') {
    if (state === 'done') await settleUnwritten(scope, one.id)
    await importer.finish?.(scope)
  }
  await updateImport(scope, one.id, { state, finishedAt: scope.now, failure: failure ?? null })
  const counts = await countRows(scope, one.id)
  await audit(scope, {
    action: 'imports.end',
    subjectKind: importKind,
    subjectId: one.id,
    after: { state, ...Object.fromEntries(results.map((name) => [name, counts.result(name)])) },
  })
}

const isCancelled = async (scope: Scope, id: string): Promise<boolean> =>
  (await findImport(scope, id))?.cancelAsked ?? true

/** The import as it stands once its register is free: the same job may have run beside this one. */
const holdRegister = async (scope: Scope, id: string): Promise<Import> => {
  await lockRegister(scope, (await getImport(scope, id)).kind)
  return getImport(scope, id)
}

/** One piece of a run that takes what can be taken. @returns whether there is more to do */
export const runPiece = async (scope: Scope, city: City, id: string): Promise<boolean> => {
  const one = await holdRegister(scope, id)
  if (one.state !== 'running') return false
  if (one.cancelAsked) {
    await finishRun(scope, city, { one, state: 'cancelled' })
    return false
  }
  const rows = await listNext(scope, id, { what: 'write', most: chunkSize })
  if (rows.length === 0) {
    await finishRun(scope, city, { one, state: 'done' })
    return false
  }
  const importer = await openImporter(scope, city, one)
  await writePiece(scope, { importer, importId: id, from: originOf(one) }, rows)
  await updateImport(scope, id, { progress: one.progress + rows.length })
  return true
}

const refusedText = ({
  row,
  text,
}: {
  readonly row: number
  readonly text: Bilingual
}): Bilingual =>
  both(
    `${row}行目を取り込めなかったので、何も書き込みませんでした。理由：${text.ja}`,
    `Row ${row} could not be taken, so nothing was written. Why: ${text.en}`,
  )

const cancelledText = both(
  '途中で止めたので、何も書き込みませんでした。',
  'It was stopped on the way, so nothing was written.',
)

class WholeRefused extends Error {
  readonly text: Bilingual
  constructor(text: Bilingual) {
    super(text.en)
    this.text = text
  }
}

/**
 * The run that takes all rows or none, in the one transaction of its job: nobody sees any of it before its end,
 * and a restart on the way leaves nothing behind.
 */
export const runWhole = async (scope: Scope, city: City, id: string): Promise<void> => {
  const one = await holdRegister(scope, id)
  if (one.state !== 'running') return
  const importer = await openImporter(scope, city, one)
  const failed = await tryWithin(scope, async () => {
    for (;;) {
      if (await isCancelled(scope, id)) throw new WholeRefused(cancelledText)
      const rows = await listNext(scope, id, { what: 'write', most: chunkSize })
      if (rows.length === 0) return
      const refused = await writePiece(scope, { importer, importId: id, from: originOf(one) }, rows)
      if (refused) throw new WholeRefused(refusedText(refused))
    }
  })
  if (failed && !(failed instanceof WholeRefused)) throw failed
  await finishRun(scope, city, {
    one,
    state: failed ? 'failed' : 'done',
    ...(failed ? { failure: failed.text } : {}),
  })
}
