import { getCity } from '#capabilities/cities/index.ts'
import { type Answers, getForm } from '#capabilities/forms/index.ts'
import { facetsOf } from '#capabilities/groups/facets.ts'
import { composeProfile } from '#capabilities/groups/profile.ts'
import { entryOfGroup } from '#capabilities/groups/publication.ts'
import { getRegistrationPreset } from '#capabilities/groups/queries/settings.ts'
import { publicRulesOf } from '#capabilities/groups/visibility.ts'
import { publishEntries } from '#capabilities/publishing/index.ts'
import type { CityKey, Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City, CodeEntry } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import type { Store } from '../../src/store.ts'
import { fieldWords, type Word } from './fields.ts'
import { type InventedGroup, inventGroup } from './group.ts'
import { type Random, seededRandom } from './random.ts'

type Ground = {
  readonly scope: Scope
  readonly city: City
  readonly form: Awaited<ReturnType<typeof getForm>>
  readonly rules: ReturnType<typeof publicRulesOf>
}

/** Codes of one list in the place of another's: the same where the city has it, else the one at its place. */
const inList = (codes: readonly CodeEntry[], code: string, place: number): string =>
  codes.some((one) => one.code === code) ? code : codes[place % codes.length]!.code

const dayKinds = ['weekday-day', 'weekday-evening', 'saturday', 'sunday', 'irregular'] as const

const answersIn = (city: City, group: InventedGroup, random: Random): Answers => {
  const fields = (group.answers.fields as readonly string[]).map((code) =>
    inList(
      city.fields,
      code,
      fieldWords.findIndex((one) => one.code === code),
    ),
  )
  return {
    ...group.answers,
    fields: [...new Set(fields)],
    legal_form: inList(city.legalForms, String(group.answers.legal_form), random.between(0, 2)),
    areas: city.areas.length > 0 ? [random.pick(city.areas).code] : [],
    day_kinds: [random.pick(dayKinds)],
    beginners: random.chance(0.6),
  } as Answers
}

const composeRow = (ground: Ground, group: InventedGroup, random: Random, number: string) => {
  const { scope, city, form, rules } = ground
  const answers = answersIn(city, group, random)
  const sheet = { definition: form.definition, answers, visibility: {} }
  const profile = composeProfile(sheet, city, rules)
  const facets = facetsOf(profile, answers)
  const [id, name] = [newId(), String(answers.name)]
  const registered = new Date(`${group.registeredOn}T03:00:00Z`)
  const cityId = scope.city.id
  return {
    group: {
      city_id: cityId,
      id,
      state: 'approved',
      receipt_number: `見本-${number}`,
      number,
      name,
      name_kana: String(answers.name_kana),
      legal_form: String(answers.legal_form),
      members: Number(answers.members),
      recruiting: facets.recruiting,
      public_profile: JSON.stringify(profile),
      fields: [...facets.fields],
      areas: [...facets.areas],
      days: [...facets.days],
      beginners: facets.beginners,
      public_members: facets.publicMembers,
      public_legal_form: facets.legalForm,
      joint_projects: random.chance(0.05) ? 1 : 0,
      face_changed_at: registered,
      registered_on: group.registeredOn,
      created_at: registered,
      updated_at: registered,
    },
    fields: facets.fields.map((field) => ({ city_id: cityId, group_id: id, field })),
    sheet: {
      city_id: cityId,
      id: newId(),
      subject_kind: 'group',
      subject_id: id,
      purpose: 'registration',
      form: form.definition.code,
      version: form.version,
      answers: JSON.stringify(answers),
      updated_at: registered,
      sent_at: registered,
    },
    period: {
      city_id: cityId,
      id: newId(),
      group_id: id,
      class: 'standard',
      number,
      how: 'new',
      began_on: group.registeredOn,
      created_at: registered,
    },
    known: { city_id: cityId, group_id: id, made_at: scope.now },
    entry: entryOfGroup(city, {
      id,
      name,
      nameKana: String(answers.name_kana),
      facets,
      profile,
      registeredOn: group.registeredOn as PlainDate,
    }),
  }
}

type Row = ReturnType<typeof composeRow>

const insertRows = async ({ scope }: Ground, rows: readonly Row[]): Promise<void> => {
  const { db } = scope
  await db
    .insertInto('groups')
    .values(rows.map(({ group }) => group))
    .execute()
  await db
    .insertInto('group_fields')
    .values(rows.flatMap(({ fields }) => fields))
    .execute()
  await db
    .insertInto('sheets')
    .values(rows.map(({ sheet }) => sheet))
    .execute()
  await db
    .insertInto('registration_periods')
    .values(rows.map(({ period }) => period))
    .execute()
  await db
    .insertInto('group_key_times')
    .values(rows.map(({ known }) => known))
    .execute()
  await publishEntries(
    scope,
    rows.map(({ entry }) => entry),
  )
}

const atOnce = 200

/** Registers so many invented groups in a city: rows, answers, periods, what everyone finds. */
export const registerGroups = async (
  store: Store,
  key: CityKey,
  { town, count }: { readonly town: Word; readonly count: number },
): Promise<void> => {
  const random = seededRandom(key.id)
  for (let from = 0; from < count; from += atOnce)
    await store.database.write(store.opening(key), async (scope) => {
      const city = await getCity(scope)
      const rules = publicRulesOf(await getRegistrationPreset(scope))
      const form = await getForm(scope, 'registration')
      const ground = { scope, city, form, rules }
      const rows = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) =>
        composeRow(ground, inventGroup(random, town), random, `B${from + at + 1}`),
      )
      await insertRows(ground, rows)
    })
}
