import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { pageSizes } from '../lists.ts'
import type { Moderation } from '../moderation.ts'
import type { Paper } from '../paper.ts'
import type { PaperKind } from '../preset.ts'

const selectPapers = (scope: Scope) =>
  scope.db
    .selectFrom('group_papers as p')
    .innerJoin('files as f', (on) =>
      on.onRef('f.city_id', '=', 'p.city_id').onRef('f.id', '=', 'p.file_id'),
    )
    .select([
      'p.id',
      'p.group_id',
      'p.kind',
      'p.fiscal_year',
      'p.public',
      'p.added_at',
      'p.moderation',
      'p.hidden_reason',
      'f.id as file_id',
      'f.name',
      'f.media_type',
      'f.bytes',
      'f.sha256',
    ])
    .where('p.city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof selectPapers>['executeTakeFirstOrThrow']>>

const toPaper = (row: Row): Paper => ({
  id: row.id,
  groupId: row.group_id,
  kind: row.kind as PaperKind,
  fiscalYear: row.fiscal_year,
  public: row.public,
  fileName: row.name,
  mediaType: row.media_type,
  bytes: Number(row.bytes),
  addedAt: row.added_at,
  moderation: row.moderation as Moderation,
  hiddenReason: row.hidden_reason,
})

/** One page of the papers of a group, the newest year first. */
export const listPapers = async (
  scope: Scope,
  groupId: string,
  page: number,
): Promise<readonly Paper[]> => {
  const rows = await selectPapers(scope)
    .where('p.group_id', '=', groupId)
    .orderBy('p.fiscal_year', 'desc')
    .orderBy('p.kind')
    .orderBy('p.added_at', 'desc')
    .orderBy('p.id')
    .limit(pageSizes.papers)
    .offset((page - 1) * pageSizes.papers)
    .execute()
  return rows.map(toPaper)
}

/** Those papers of a group that have these ids. */
export const listPapersById = async (
  scope: Scope,
  groupId: string,
  ids: readonly string[],
): Promise<readonly Paper[]> => {
  if (ids.length === 0) return []
  const rows = await selectPapers(scope)
    .where('p.group_id', '=', groupId)
    .where('p.id', 'in', [...ids])
    .execute()
  return rows.map(toPaper)
}

/** Papers that the desk has taken out of sight or is to look at again. */
export const listUnsettledPapers = async (
  scope: Scope,
  groupId: string,
): Promise<readonly Paper[]> => {
  const rows = await selectPapers(scope)
    .where('p.group_id', '=', groupId)
    .where('p.moderation', '<>', 'shown')
    .orderBy('p.added_at', 'desc')
    .orderBy('p.id')
    .execute()
  return rows.map(toPaper)
}

/** Of which kinds and years a group has given papers, and how many there are in all. */
export const listGivenPapers = async (
  scope: Scope,
  groupId: string,
): Promise<{
  readonly given: readonly Pick<Paper, 'kind' | 'fiscalYear'>[]
  readonly total: number
}> => {
  const rows = await scope.db
    .selectFrom('group_papers')
    .select(['kind', 'fiscal_year', (count) => count.fn.countAll<number>().as('n')])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .groupBy(['kind', 'fiscal_year'])
    .execute()
  return {
    given: rows.map((row) => ({ kind: row.kind as PaperKind, fiscalYear: row.fiscal_year })),
    total: rows.reduce((sum, { n }) => sum + n, 0),
  }
}

/** A paper with where its bytes lie. */
export const findPaper = async (
  scope: Scope,
  asked: { readonly groupId: string; readonly id: string },
): Promise<(Paper & { readonly sha256: string }) | undefined> => {
  const row = await selectPapers(scope)
    .where('p.group_id', '=', asked.groupId)
    .where('p.id', '=', asked.id)
    .executeTakeFirst()
  return row && { ...toPaper(row), sha256: row.sha256 }
}

export const insertPaper = async (
  scope: Scope,
  paper: Pick<Paper, 'groupId' | 'kind' | 'fiscalYear' | 'public'> & { readonly fileId: string },
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('group_papers')
    .values({
      city_id: scope.city.id,
      id,
      group_id: paper.groupId,
      kind: paper.kind,
      fiscal_year: paper.fiscalYear,
      file_id: paper.fileId,
      public: paper.public,
      added_at: scope.now,
    })
    .execute()
  return id
}

/** Opens or closes papers to everyone. */
export const openPapers = async (
  scope: Scope,
  groupId: string,
  opened: readonly Pick<Paper, 'id' | 'public'>[],
): Promise<void> => {
  for (const paper of opened)
    await scope.db
      .updateTable('group_papers')
      .set({ public: paper.public })
      .where('city_id', '=', scope.city.id)
      .where('group_id', '=', groupId)
      .where('id', '=', paper.id)
      .execute()
}

/** Takes papers off. @returns the files that were behind them */
export const deletePapers = async (
  scope: Scope,
  groupId: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const rows = await scope.db
    .deleteFrom('group_papers')
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .where('id', 'in', [...ids])
    .returning('file_id')
    .execute()
  return rows.map(({ file_id }) => file_id)
}
