import type { Scope } from '#data/scope.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Import, ImportKind, ImportMode, ImportState } from '../import.ts'
import { type ImportPlan, readPlan, type SheetFacts } from '../plan.ts'

const selectImports = (scope: Scope) =>
  scope.db.selectFrom('imports').selectAll().where('city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof selectImports>['executeTakeFirstOrThrow']>>

const toImport = (row: Row): Import => ({
  id: row.id,
  kind: row.kind as ImportKind,
  state: row.state as ImportState,
  fileId: row.file_id,
  fileName: row.file_name,
  sha256: row.sha256,
  facts: row.facts as SheetFacts,
  plan: readPlan(row.plan),
  header: row.header as string[],
  mode: row.mode as ImportMode | null,
  rowCount: row.row_count,
  progress: row.progress,
  cancelAsked: row.cancel_asked,
  failure: row.failure as Bilingual | null,
  channel: row.channel as Import['channel'],
  accountId: row.account_id,
  actorName: row.actor_name,
  createdAt: row.created_at,
  checkedAt: row.checked_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  revertedAt: row.reverted_at,
  purgedAt: row.purged_at,
})

export const findImport = async (scope: Scope, id: string): Promise<Import | undefined> => {
  if (!isId(id)) return undefined
  const row = await selectImports(scope).where('id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

/** @throws NotFound */
export const getImport = async (scope: Scope, id: string): Promise<Import> => {
  const found = await findImport(scope, id)
  if (!found) throw new NotFound('import')
  return found
}

/** The import, held until the transaction ends. @throws NotFound */
export const lockImport = async (scope: Scope, id: string): Promise<Import> => {
  if (!isId(id)) throw new NotFound('import')
  const row = await selectImports(scope).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('import')
  return toImport(row)
}

/** Imports on one page of the history. */
export const importsPageSize = 30

/** The latest imports first. */
export const listImports = async (
  scope: Scope,
  asked: { readonly kinds: readonly ImportKind[]; readonly page: number },
): Promise<Import[]> => {
  if (asked.kinds.length === 0) return []
  const rows = await selectImports(scope)
    .where('kind', 'in', [...asked.kinds])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(importsPageSize)
    .offset((asked.page - 1) * importsPageSize)
    .execute()
  return rows.map(toImport)
}

export const countImports = async (scope: Scope, kinds: readonly ImportKind[]): Promise<number> => {
  if (kinds.length === 0) return 0
  const row = await scope.db
    .selectFrom('imports')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('kind', 'in', [...kinds])
    .executeTakeFirstOrThrow()
  return row.n
}

/** An earlier import of the same bytes that wrote, and was not taken back. */
export const findSameFile = async (
  scope: Scope,
  one: Pick<Import, 'id' | 'sha256' | 'kind'>,
): Promise<Import | undefined> => {
  const row = await selectImports(scope)
    .where('sha256', '=', one.sha256)
    .where('kind', '=', one.kind)
    .where('id', '<>', one.id)
    .where('state', 'in', ['done', 'cancelled'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toImport(row)
}

export type NewImport = Pick<
  Import,
  'id' | 'kind' | 'fileId' | 'fileName' | 'sha256' | 'facts' | 'plan' | 'header' | 'channel'
>

export const insertImport = async (scope: Scope, one: NewImport): Promise<void> => {
  await scope.db
    .insertInto('imports')
    .values({
      city_id: scope.city.id,
      id: one.id,
      kind: one.kind,
      state: 'uploaded',
      file_id: one.fileId,
      file_name: one.fileName,
      sha256: one.sha256,
      facts: JSON.stringify(one.facts),
      plan: JSON.stringify(one.plan),
      header: JSON.stringify(one.header),
      channel: one.channel,
      account_id: accountOf(scope.actor),
      actor_name: nameOf(scope.actor),
      created_at: scope.now,
    })
    .execute()
}

type Move = {
  readonly state?: ImportState
  readonly kind?: ImportKind
  readonly plan?: ImportPlan
  readonly header?: readonly string[]
  readonly facts?: SheetFacts
  readonly mode?: ImportMode
  readonly rowCount?: number
  readonly progress?: number
  readonly cancelAsked?: boolean
  readonly failure?: Bilingual | null
  readonly checkedAt?: Date
  readonly startedAt?: Date
  readonly finishedAt?: Date
  readonly revertedAt?: Date
  readonly purgedAt?: Date
}

/** Writes what is new about an import. */
export const updateImport = async (scope: Scope, id: string, move: Move): Promise<void> => {
  const { plan, header, facts, failure } = move
  await scope.db
    .updateTable('imports')
    .set({
      state: move.state,
      kind: move.kind,
      mode: move.mode,
      row_count: move.rowCount,
      progress: move.progress,
      cancel_asked: move.cancelAsked,
      checked_at: move.checkedAt,
      started_at: move.startedAt,
      finished_at: move.finishedAt,
      reverted_at: move.revertedAt,
      purged_at: move.purgedAt,
      ...(plan ? { plan: JSON.stringify(plan) } : {}),
      ...(header ? { header: JSON.stringify(header) } : {}),
      ...(facts ? { facts: JSON.stringify(facts) } : {}),
      ...(failure === undefined ? {} : { failure: failure && JSON.stringify(failure) }),
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Imports whose file and copies of rows are older than that. */
export const listPurgeable = async (scope: Scope, before: Date): Promise<readonly Import[]> => {
  const rows = await selectImports(scope)
    .where('purged_at', 'is', null)
    .where('created_at', '<', before)
    .where('state', 'not in', ['checking', 'running', 'reverting'])
    .limit(100)
    .execute()
  return rows.map(toImport)
}
