import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import type { Plan } from '../../plans/index.ts'
import type { PlanProgress } from '../preset.ts'
import { type ProgressSettings, usualSettings } from '../settings.ts'

/** Writes what a preset says; what the office has changed on screen stays. */
export const loadSettings = async (
  scope: Scope,
  { plan, ...definition }: PlanProgress,
): Promise<void> => {
  assertWriting(scope)
  await scope.db
    .insertInto('progress_settings')
    .values({ city_id: scope.city.id, plan_id: plan, definition: JSON.stringify(definition) })
    .onConflict((same) =>
      same
        .columns(['city_id', 'plan_id'])
        .doUpdateSet((old) => ({ definition: old.ref('excluded.definition') }))
        .where('progress_settings.edited', '=', false),
    )
    .execute()
}

/** How a plan is reported; the usual way where nothing was set. 1 query. */
export const findSettings = async (
  scope: Scope,
  plan: Pick<Plan, 'id' | 'levels'>,
  city: City,
): Promise<ProgressSettings> => {
  const row = await scope.db
    .selectFrom('progress_settings')
    .select(['definition', 'revision'])
    .where('city_id', '=', scope.city.id)
    .where('plan_id', '=', plan.id)
    .executeTakeFirst()
  if (!row) return usualSettings(plan, city)
  return { ...(row.definition as Omit<PlanProgress, 'plan'>), revision: row.revision }
}

/** Keeps what the office has set. @returns false when somebody else has changed it meanwhile */
export const saveSettings = async (
  scope: Scope,
  planId: string,
  { revision, ...definition }: ProgressSettings,
): Promise<boolean> => {
  assertWriting(scope)
  const written = await scope.db
    .insertInto('progress_settings')
    .values({
      city_id: scope.city.id,
      plan_id: planId,
      definition: JSON.stringify(definition),
      edited: true,
    })
    .onConflict((same) =>
      same
        .columns(['city_id', 'plan_id'])
        .doUpdateSet((old) => ({
          definition: old.ref('excluded.definition'),
          edited: true,
          revision: sql<number>`progress_settings.revision + 1`,
        }))
        .where('progress_settings.revision', '=', revision),
    )
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Settings as they are stored, undefined where nothing was set. 1 query. */
export const findStoredSettings = async (
  scope: Scope,
  planId: string,
): Promise<Omit<PlanProgress, 'plan'> | undefined> => {
  const row = await scope.db
    .selectFrom('progress_settings')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  return row?.definition as Omit<PlanProgress, 'plan'> | undefined
}
