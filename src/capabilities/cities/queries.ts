import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { directoryVersionKey } from '#data/city-directory.ts'
import type { Scope } from '#data/scope.ts'
import type { DB } from '#data/tables.ts'
import { everywhereVersionKey, frontVersionKey } from '#data/versions.ts'
import type { bilingual } from '#kernel/bilingual.ts'
import { type City, type CodeEntry, defaultSettings } from '#kernel/city.ts'
import { mailPaces } from '#kernel/mail-pace.ts'
import { type CityPreset, cityPreset } from './preset.ts'

const settings = z
  .object({
    staffSecondFactor: z.boolean(),
    openDataLicence: z.string(),
    recoveryObjectionDays: z.number().int().min(1).max(60),
    importKeptDays: z.number().int().min(30).max(3650),
    digestHour: z.number().int().min(0).max(23),
    digestDays: z.enum(['business', 'every']),
    mailPace: z.object({
      staff: z.enum(mailPaces),
      reviewer: z.enum(mailPaces),
      others: z.enum(mailPaces),
    }),
  })
  .partial()

const codeEntry = (code: string, name: z.infer<typeof bilingual>): CodeEntry => ({ code, name })
const codes = (list: readonly { code: string; name: z.infer<typeof bilingual> }[]): CodeEntry[] =>
  list.map((entry) => codeEntry(entry.code, entry.name))

/** The districts of a preset as every page knows them. */
export const areasOf = ({ areas }: Pick<CityPreset, 'areas'>): City['areas'] =>
  (areas?.list ?? []).map(({ code, name, kana, latitude, longitude }) => ({
    code,
    name,
    kana,
    place: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
  }))

/** What the preset says of the settings, without the sources. */
const decidedIn = ({ settings: decided = {} }: Pick<CityPreset, 'settings'>) =>
  Object.fromEntries(
    Object.entries(decided).flatMap(([name, said]) => (said ? [[name, said.value]] : [])),
  )

const toCity = (row: {
  id: number
  slug: string
  host: string | null
  profile: unknown
  settings: unknown
}): City => {
  const profile = row.profile as CityPreset
  return {
    id: row.id,
    slug: row.slug,
    host: row.host,
    code: profile.code,
    name: profile.name,
    prefecture: profile.prefecture,
    motto: profile.motto,
    hue: profile.hue,
    contact: profile.contact,
    centre: profile.centre.name,
    centreContact: profile.centre.contact,
    words: profile.words,
    departments: codes(profile.departments),
    fields: profile.fields.map((field) => codeEntry(field.code, field.short ?? field.name)),
    legalForms: codes(profile.legalForms),
    modes: codes(profile.modes),
    areas: areasOf(profile),
    settings: {
      ...defaultSettings,
      ...decidedIn(profile),
      ...settings.parse(row.settings),
    } as City['settings'],
  }
}

/** What a city knows itself by; the long rest of its profile is read by the page that shows it. */
const known = sql<unknown>`profile - ARRAY['terms', 'principles', 'ordinances', 'history', 'bodies', 'warnings']`

/** Every city, for the directory that each process keeps. Cities' master data is public. */
export const listCities = async (db: Kysely<DB>): Promise<City[]> => {
  const rows = await db
    .selectFrom('cities')
    .select(['id', 'slug', 'host', known.as('profile'), 'settings'])
    .orderBy('id')
    .execute()
  return rows.map(toCity)
}

/** The scope's city as every page knows it: for jobs and listeners, which are given no page. */
export const getCity = async (scope: Scope): Promise<City> =>
  toCity(
    await scope.db
      .selectFrom('cities')
      .select(['id', 'slug', 'host', known.as('profile'), 'settings'])
      .where('id', '=', scope.city.id)
      .executeTakeFirstOrThrow(),
  )

/** The whole profile of the scope's city: terms, principles, ordinances, history with their sources. */
export const getProfile = async (scope: Scope): Promise<CityPreset> => {
  const row = await scope.db
    .selectFrom('cities')
    .select('profile')
    .where('id', '=', scope.city.id)
    .executeTakeFirstOrThrow()
  return cityPreset.parse(row.profile)
}

/** Writes or replaces the city's master data. */
export const saveCity = async (scope: Scope, preset: CityPreset): Promise<void> => {
  const profile = JSON.stringify(preset)
  await scope.db
    .insertInto('cities')
    .values({ id: scope.city.id, slug: preset.slug, profile })
    .onConflict((same) => same.column('id').doUpdateSet({ slug: preset.slug, profile }))
    .execute()
}

/** Replaces the settings of the city. */
export const saveSettings = async (
  scope: Scope,
  value: Partial<City['settings']>,
): Promise<void> => {
  await scope.db
    .updateTable('cities')
    .set({ settings: sql`settings || ${JSON.stringify(value)}::jsonb` })
    .where('id', '=', scope.city.id)
    .execute()
}

/** Lets every process know, once this is committed, that the directory of cities changed. */
export const touchDirectory = (scope: Scope): void => {
  scope.touch(directoryVersionKey)
  scope.touch(everywhereVersionKey)
  scope.touch(frontVersionKey)
}

/**
 * Writes the departments of the city's documents in their order. Those that the new list no longer holds stay, because
 * others refer to them, but are offered no longer, unless they came from a list of their own.
 */
export const saveDepartments = async (
  scope: Scope,
  departments: CityPreset['departments'],
): Promise<void> => {
  if (departments.length === 0) return
  await scope.db
    .updateTable('departments')
    .set({ listed: false })
    .where('city_id', '=', scope.city.id)
    .where('source_code', 'is', null)
    .execute()
  await scope.db
    .insertInto('departments')
    .values(
      departments.map(({ code, name }, at) => ({
        city_id: scope.city.id,
        code,
        name_ja: name.ja,
        name_en: name.en,
        position: at + 1,
        updated_at: scope.now,
      })),
    )
    .onConflict((same) =>
      same.columns(['city_id', 'code']).doUpdateSet((old) => ({
        name_ja: old.ref('excluded.name_ja'),
        name_en: old.ref('excluded.name_en'),
        position: old.ref('excluded.position'),
        listed: true,
      })),
    )
    .execute()
}

/** Replaces the warnings that one file of the preset gave. */
export const saveWarnings = async (
  scope: Scope,
  file: string,
  warnings: readonly { code: string; text: { ja: string; en: string }; source: string }[],
): Promise<void> => {
  await scope.db
    .deleteFrom('import_warnings')
    .where('city_id', '=', scope.city.id)
    .where('file', '=', file)
    .execute()
  if (warnings.length === 0) return
  await scope.db
    .insertInto('import_warnings')
    .values(
      warnings.map(({ code, text, source }) => ({
        city_id: scope.city.id,
        file,
        code,
        text_ja: text.ja,
        text_en: text.en,
        source,
      })),
    )
    .execute()
}

/** What the documents themselves get wrong, as noticed at import. */
export const listWarnings = (scope: Scope) =>
  scope.db
    .selectFrom('import_warnings')
    .select(['file', 'code', 'text_ja', 'text_en', 'source'])
    .where('city_id', '=', scope.city.id)
    .orderBy('file')
    .orderBy('code')
    .execute()
