import type { Scope } from '#data/scope.ts'
import type { Survey } from '../../surveys/index.ts'
import type { Base } from '../question.ts'
import { defaultSettings, type RespondentUnit, type Settings } from '../tabulation.ts'

/** How the survey is counted; what goes with its ways of asking where nobody has chosen yet. 1 query. */
export const getSettings = async (
  scope: Scope,
  { id, ways }: Pick<Survey, 'id' | 'ways'>,
): Promise<Settings> => {
  const row = await scope.db
    .selectFrom('tabulation_settings')
    .selectAll()
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', id)
    .executeTakeFirst()
  if (!row) return defaultSettings(ways)
  return {
    threshold: row.threshold,
    base: row.base as Base,
    axes: row.axes,
    population: row.population,
    unit: row.unit as RespondentUnit,
    earlier: row.earlier,
    earlierNote: row.earlier_note,
    notes: row.notes,
    keepsOriginals: row.keeps_originals,
  }
}

export const saveSettings = async (
  scope: Scope,
  surveyId: string,
  settings: Settings,
): Promise<void> => {
  const facts = {
    threshold: settings.threshold,
    base: settings.base,
    axes: [...settings.axes],
    population: settings.population,
    unit: settings.unit,
    earlier: settings.earlier,
    earlier_note: settings.earlierNote,
    notes: settings.notes,
    keeps_originals: settings.keepsOriginals,
  }
  await scope.db
    .insertInto('tabulation_settings')
    .values({ city_id: scope.city.id, survey_id: surveyId, ...facts })
    .onConflict((same) => same.columns(['city_id', 'survey_id']).doUpdateSet(facts))
    .execute()
}
