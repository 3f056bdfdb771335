import type { Scope } from '#data/scope.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { ProgrammePreset } from '../preset.ts'
import type { Programme } from '../programme.ts'

type ProgrammeRow = {
  id: string
  title_ja: string
  title_en: string
  state: string
  definition: unknown
}

const toProgramme = (row: ProgrammeRow): Programme => ({
  id: row.id,
  title: { ja: row.title_ja, en: row.title_en },
  state: row.state as Programme['state'],
  definition: row.definition as ProgrammePreset,
})

const programmeRows = (scope: Scope) =>
  scope.db
    .selectFrom('programmes')
    .select(['id', 'title_ja', 'title_en', 'state', 'definition'])
    .where('city_id', '=', scope.city.id)

/** The city's programmes, those that run first. */
export const listProgrammes = async (scope: Scope): Promise<Programme[]> => {
  const rows = await programmeRows(scope).orderBy('state', 'desc').orderBy('id').execute()
  return rows.map(toProgramme)
}

export const findProgramme = async (scope: Scope, id: string): Promise<Programme | undefined> => {
  const row = await programmeRows(scope).where('id', '=', id).executeTakeFirst()
  return row && toProgramme(row)
}

/** @throws NotFound */
export const getProgramme = async (scope: Scope, id: string): Promise<Programme> => {
  const found = /^[a-z0-9-]{1,60}$/.test(id) ? await findProgramme(scope, id) : undefined
  if (!found) throw new NotFound('programme')
  return found
}

/** Writes or replaces a programme. Its code is its id, so that its address stays. */
export const saveProgramme = async (scope: Scope, definition: ProgrammePreset): Promise<void> => {
  const content = {
    title_ja: definition.title.ja,
    title_en: definition.title.en,
    definition: JSON.stringify(definition),
  }
  await scope.db
    .insertInto('programmes')
    .values({ city_id: scope.city.id, id: definition.code, ...content })
    .onConflict((same) => same.columns(['city_id', 'id']).doUpdateSet(content))
    .execute()
}
