import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Department, hasEnded, type Level } from './department.ts'
import { cityPreset } from './preset.ts'
import { touchDirectory } from './queries.ts'

const selectDepartments = (scope: Scope) =>
  scope.db
    .selectFrom('departments')
    .select(['code', 'name_ja', 'name_en', 'level', 'above', 'source_code', 'phone', 'position'])
    .select(['listed', 'starts_on', 'ends_on'])
    .where('city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof selectDepartments>['executeTakeFirstOrThrow']>>

const toDepartment = (row: Row): Department => ({
  code: row.code,
  name: { ja: row.name_ja, en: row.name_en },
  level: row.level as Level,
  above: row.above === '' ? [] : row.above.split('/'),
  sourceCode: row.source_code,
  phone: row.phone,
  position: row.position,
  listed: row.listed,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
})

/** All departments in the city's order, those that ended too. A city has hundreds, not thousands. */
export const listDepartments = async (scope: Scope): Promise<readonly Department[]> => {
  const rows = await selectDepartments(scope)
    .orderBy('position')
    .orderBy('code')
    .limit(5_000)
    .execute()
  return rows.map(toDepartment)
}

/** @throws NotFound */
export const getDepartment = async (scope: Scope, code: string): Promise<Department> => {
  const row = await selectDepartments(scope).where('code', '=', code).executeTakeFirst()
  if (!row) throw new NotFound('department')
  return toDepartment(row)
}

const toColumns = (one: Omit<Department, 'code'>) => ({
  name_ja: one.name.ja,
  name_en: one.name.en,
  level: one.level,
  above: one.above.join('/'),
  source_code: one.sourceCode,
  phone: one.phone,
  position: one.position,
  listed: one.listed,
  starts_on: one.startsOn,
  ends_on: one.endsOn,
})

export const insertDepartments = async (
  scope: Scope,
  departments: readonly Department[],
): Promise<void> => {
  if (departments.length === 0) return
  await scope.db
    .insertInto('departments')
    .values(
      departments.map((one) => ({
        city_id: scope.city.id,
        code: one.code,
        ...toColumns(one),
        updated_at: scope.now,
      })),
    )
    .execute()
}

export const updateDepartment = async (scope: Scope, one: Department): Promise<void> => {
  await scope.db
    .updateTable('departments')
    .set({ ...toColumns(one), updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('code', '=', one.code)
    .execute()
}

/** Deletes departments that a list brought by mistake. Others that name one keep it from going. */
export const deleteDepartments = async (scope: Scope, codes: readonly string[]): Promise<void> => {
  if (codes.length === 0) return
  await scope.db
    .deleteFrom('departments')
    .where('city_id', '=', scope.city.id)
    .where('code', 'in', [...codes])
    .execute()
}

/** Which of these departments have work waiting; what else names one has a key that keeps it from going. */
export const listUsed = async (
  scope: Scope,
  codes: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (codes.length === 0) return new Set()
  const rows = await scope.db
    .selectFrom('tasks')
    .select('department')
    .distinct()
    .where('city_id', '=', scope.city.id)
    .where('department', 'in', [...codes])
    .execute()
  return new Set(rows.map(({ department }) => department ?? ''))
}

/** True when a list of the city's own has filled the register. */
export const hasOwnList = async (scope: Scope): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('departments')
    .select('code')
    .where('city_id', '=', scope.city.id)
    .where('source_code', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const nameFor = (one: Department, repeated: ReadonlySet<string>): Bilingual =>
  repeated.has(one.name.ja)
    ? both([...one.above, one.name.ja].join(' '), [...one.above, one.name.en].join(' '))
    : one.name

/**
 * Makes the city's list of departments to choose from anew: those of the register that are there today and are meant
 * to be offered. What the city's documents said of one stays with it.
 */
export const refreshDepartments = async (scope: Scope): Promise<void> => {
  const today = tokyoDayOf(scope.now)
  const offered = (await listDepartments(scope)).filter(
    (one) => one.listed && !hasEnded(one, today),
  )
  const names = offered.map(({ name }) => name.ja)
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at))
  const row = await scope.db
    .selectFrom('cities')
    .select('profile')
    .where('id', '=', scope.city.id)
    .executeTakeFirstOrThrow()
  const profile = cityPreset.parse(row.profile)
  const told = new Map(profile.departments.map((one) => [one.code, one]))
  const departments = offered.map((one) => ({
    source: 'register of departments',
    ...told.get(one.code),
    code: one.code,
    name: nameFor(one, repeated),
  }))
  await scope.db
    .updateTable('cities')
    .set({ profile: JSON.stringify({ ...profile, departments }) })
    .where('id', '=', scope.city.id)
    .execute()
  touchDirectory(scope)
}

/** How many departments the register holds. */
export const tallyDepartments = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(d.updated_at) AS changed FROM departments d
    WHERE d.city_id = ${scope.city.id}`
