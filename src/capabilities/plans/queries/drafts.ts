import type { Scope } from '#data/scope.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { DraftState, PlanDraft } from '../draft.ts'

const columns = [
  'id',
  'state',
  'series',
  'base_id',
  'department',
  'title_ja',
  'title_en',
  'published_as',
  'created_at',
  'updated_at',
] as const

const draftRows = (scope: Scope) =>
  scope.db.selectFrom('plan_drafts').select(columns).where('city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof draftRows>['execute']>>[number]

const toDraft = (row: Row): PlanDraft => ({
  id: row.id,
  state: row.state as DraftState,
  series: row.series,
  baseId: row.base_id,
  department: row.department,
  title: { ja: row.title_ja, en: row.title_en },
  publishedAs: row.published_as,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export const getDraft = async (scope: Scope, id: string): Promise<PlanDraft> => {
  const row = isId(id) ? await draftRows(scope).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('plan draft')
  return toDraft(row)
}

/** The draft, held until the end of the transaction: nobody else changes it meanwhile. */
export const lockDraft = async (scope: Scope, id: string): Promise<PlanDraft> => {
  const row = isId(id)
    ? await draftRows(scope).where('id', '=', id).forUpdate().executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('plan draft')
  return toDraft(row)
}

/** Drafts that are being written, the one touched last first; there is one for each plan at most. */
export const listDrafts = async (scope: Scope): Promise<PlanDraft[]> => {
  const rows = await draftRows(scope)
    .where('state', '=', 'writing')
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(toDraft)
}

/** The draft in which the next version of a plan is being written. */
export const findDraftOf = async (scope: Scope, series: string): Promise<PlanDraft | undefined> => {
  const row = await draftRows(scope)
    .where('state', '=', 'writing')
    .where('series', '=', series)
    .executeTakeFirst()
  return row && toDraft(row)
}

/** @returns false when somebody has begun the next version of the same plan */
export const insertDraft = async (
  scope: Scope,
  draft: Pick<PlanDraft, 'id' | 'series' | 'baseId' | 'department' | 'title'> & {
    readonly sample: boolean
  },
): Promise<boolean> => {
  const result = await scope.db
    .insertInto('plan_drafts')
    .values({
      city_id: scope.city.id,
      id: draft.id,
      state: 'writing',
      series: draft.series,
      base_id: draft.baseId,
      department: draft.department,
      title_ja: draft.title.ja,
      title_en: draft.title.en,
      sample: draft.sample,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1
}

/** Says that the draft was touched; `facts` where its title or its department changed. */
export const touchDraft = async (
  scope: Scope,
  id: string,
  facts?: Pick<PlanDraft, 'title' | 'department'>,
): Promise<void> => {
  await scope.db
    .updateTable('plan_drafts')
    .set({
      updated_at: scope.now,
      ...(facts
        ? {
            title_ja: facts.title.ja,
            title_en: facts.title.en,
            department: facts.department,
          }
        : {}),
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

export const markPublished = async (scope: Scope, id: string, planId: string): Promise<void> => {
  await scope.db
    .updateTable('plan_drafts')
    .set({ state: 'published', published_as: planId, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', 'writing')
    .execute()
}

/** Throws a draft away, with every wording of it. */
export const deleteDraft = async (scope: Scope, id: string): Promise<void> => {
  await scope.db
    .deleteFrom('plan_drafts')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', 'writing')
    .execute()
}
