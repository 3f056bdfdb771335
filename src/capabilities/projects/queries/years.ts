import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { YearState } from '../project-year.ts'

type YearKey = { readonly projectId: string; readonly fiscalYear: number }

/** Opens a fiscal year of a project. */
export const insertYear = async (scope: Scope, key: YearKey): Promise<void> => {
  await scope.db
    .insertInto('project_years')
    .values({
      city_id: scope.city.id,
      project_id: key.projectId,
      fiscal_year: key.fiscalYear,
      state: 'running',
    })
    .execute()
}

/** What a step adds to the year's row. */
export type YearFacts = {
  readonly interim_at?: Date
  readonly interim_answer?: string
  readonly interim_answered_at?: Date
  readonly reported_at?: Date
  readonly correction_due?: PlainDate | null
  readonly accepted_at?: Date
}

/** Stores the new state where the old one still stands. @returns false when somebody was faster */
export const moveYear = async (
  scope: Scope,
  key: YearKey,
  move: { readonly from: YearState; readonly to: YearState; readonly facts: YearFacts },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('project_years')
    .set({ ...move.facts, state: move.to })
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', key.projectId)
    .where('fiscal_year', '=', key.fiscalYear)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
