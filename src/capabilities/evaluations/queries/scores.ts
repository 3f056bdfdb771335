import type { Scope } from '#data/scope.ts'
import type { Side } from '../../projects/index.ts'
import type { Line, Sheet } from '../scores.ts'

type Row = { item: string; score: number | null; comment: string }

const toSheet = (rows: readonly Row[]): Sheet =>
  new Map(rows.map(({ item, score, comment }): [string, Line] => [item, { score, comment }]))

/** One side's own sheet, finished or not. Only for that side itself. */
export const findOwnSheet = async (scope: Scope, projectId: string, side: Side): Promise<Sheet> => {
  const rows = await scope.db
    .selectFrom('evaluation_scores')
    .select(['item', 'score', 'comment'])
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .where('side', '=', side)
    .execute()
  return toSheet(rows)
}

/** Keeps a side's sheet as it was typed, in place of what stood there. */
export const saveSheet = async (
  scope: Scope,
  key: { readonly projectId: string; readonly side: Side },
  sheet: Sheet,
): Promise<void> => {
  const { projectId, side } = key
  const lines = [...sheet].map(([item, { score, comment }]) => ({
    city_id: scope.city.id,
    project_id: projectId,
    side,
    item,
    score,
    comment,
  }))
  if (lines.length === 0) return
  await scope.db
    .insertInto('evaluation_scores')
    .values(lines)
    .onConflict((same) =>
      same.columns(['city_id', 'project_id', 'side', 'item']).doUpdateSet((row) => ({
        score: row.ref('excluded.score'),
        comment: row.ref('excluded.comment'),
      })),
    )
    .execute()
}

/** Writes explanations in place of earlier ones. */
export const saveExplanations = async (
  scope: Scope,
  projectId: string,
  given: { readonly texts: ReadonlyMap<string, string>; readonly writtenBy: string | null },
): Promise<void> => {
  if (given.texts.size === 0) return
  await scope.db
    .insertInto('evaluation_explanations')
    .values(
      [...given.texts].map(([item, explanation]) => ({
        city_id: scope.city.id,
        project_id: projectId,
        item,
        explanation,
        written_by: given.writtenBy,
        written_at: scope.now,
      })),
    )
    .onConflict((same) =>
      same.columns(['city_id', 'project_id', 'item']).doUpdateSet((row) => ({
        explanation: row.ref('excluded.explanation'),
        written_by: row.ref('excluded.written_by'),
        written_at: row.ref('excluded.written_at'),
      })),
    )
    .execute()
}
