import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTestCity, openTestStore, type TestCity } from '../../../tests/world/city.ts'
import { capabilities } from '../registry.ts'

let here: TestCity

beforeAll(async () => {
  here = await openTestCity(await openTestStore())
})

const declared = capabilities
  .flatMap(({ holdings = [] }) => holdings)
  .map(({ table, column }) => `${table}.${column}`)

/** Columns called group_id, and whatever else refers to groups by a foreign key. */
const listColumns = async (): Promise<string[]> => {
  const { rows } = await here.store.database.readPublic((db) =>
    sql<{ name: string }>`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'group_id'
      UNION SELECT c.conrelid::regclass::text || '.' || a.attname FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
        WHERE c.contype = 'f' AND c.confrelid = 'groups'::regclass AND a.attname <> 'city_id'
      ORDER BY name`.execute(db),
  )
  return rows.map(({ name }) => name)
}

test('団体を指す列はどれも、まとめるときに移すか、移さない理由を書いてある（capability の holdings）', async () => {
  const columns = await listColumns()
  expect(columns.length).toBeGreaterThan(20)
  expect(columns.filter((column) => !declared.includes(column))).toEqual([])
})

test('holdings に、ない列や、二度書いた列はない', async () => {
  const columns = await listColumns()
  expect(declared.filter((column) => !columns.includes(column))).toEqual([])
  expect(declared.length).toBe(new Set(declared).size)
})
