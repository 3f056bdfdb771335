import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '../world/city.ts'

/** Tables without a city wall, each with its reason. */
const unwalled: Readonly<Record<string, string>> = {
  audit_waiting: 'holds numbers only; one look tells in which cities entries wait to be chained',
  cities: 'master data of every city is public',
  city_versions: 'holds numbers only, read before any city is chosen',
  key_check: 'one known text of the installation, locked under its key',
  public_indicators:
    'holds nothing but public values of shared definitions; all cities are compared',
  public_entries: 'holds nothing but what everyone may find; the portal searches all of it',
  schema_migrations: 'names of migrations',
}

let here: TestCity
let there: TestCity

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'kamakura')
  there = await openTestCity(store, 'chigasaki')
})

const listTables = async () => {
  const { rows } = await here.store.database.readPublic((db) =>
    sql<{ name: string; walled: boolean; forced: boolean; has_city: boolean }>`
      SELECT c.relname AS name, c.relrowsecurity AS walled, c.relforcerowsecurity AS forced,
        EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'city_id' AND a.attnotnull) AS has_city
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY c.relname`.execute(db),
  )
  return rows
}

describe('市の壁', () => {
  test('市に属する表はすべて、強制された行単位の壁で守られている', async () => {
    const tables = await listTables()
    expect(tables.length).toBeGreaterThan(30)
    const open = tables
      .filter((table) => !(table.walled && table.forced && table.has_city))
      .map((table) => table.name)
    expect(open.sort()).toEqual(Object.keys(unwalled).sort())
  })

  test('アプリの役割は壁を越えられない', async () => {
    const { rows } = await here.store.database.readPublic((db) =>
      sql<{ super: boolean; bypass: boolean; owns: number }>`
        SELECT rolsuper AS super, rolbypassrls AS bypass,
          (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns
        FROM pg_roles r WHERE rolname = current_user`.execute(db),
    )
    expect(rows).toEqual([{ super: false, bypass: false, owns: 0 }])
  })

  test('主キーは市から始まり、ほかの市の行を指す外部キーは作れない', async () => {
    const { rows } = await here.store.database.readPublic((db) =>
      sql<{ name: string; first: string }>`
        SELECT c.relname AS name, a.attname AS first FROM pg_index i
        JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
        WHERE n.nspname = 'public' AND i.indisprimary`.execute(db),
    )
    const others = rows.filter((row) => row.first !== 'city_id').map((row) => row.name)
    expect(others.sort()).toEqual(['cities', 'key_check', 'schema_migrations'])
  })

  test('市を決めずに読むと、1行も見えない', async () => {
    const tables = (await listTables()).filter((table) => !(table.name in unwalled))
    for (const { name } of tables) {
      const { rows } = await here.store.database.readPublic((db) =>
        sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)}`.execute(db),
      )
      expect([name, rows[0]?.n]).toEqual([name, 0])
    }
  })

  test('ほかの市の人は、条件を忘れた問い合わせにも出てこない', async () => {
    const other = await there.person('よその市の人')
    const seen = await here.as(visitor, async (scope) =>
      scope.db.selectFrom('accounts').select('id').execute(),
    )
    const own = await there.as(visitor, async (scope) =>
      scope.db.selectFrom('accounts').select('id').execute(),
    )
    expect(seen.map((row) => row.id)).not.toContain(other.accountId)
    // The control: the same query in the right city does find the person.
    expect(own.map((row) => row.id)).toContain(other.accountId)
  })

  test('ほかの市の行は書けない', async () => {
    const write = here.as(visitor, (scope) =>
      scope.db
        .insertInto('number_counters')
        .values({ city_id: there.key.id, series: 'x', fiscal_year: 2026, last: 1 })
        .execute(),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })

  test('監査の記録は、書き足せても、変えたり消したりできない', async () => {
    const change = here.as(visitor, (scope) =>
      scope.db.updateTable('audit_entries').set({ action: 'x' }).execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
    const erase = here.as(visitor, (scope) => scope.db.deleteFrom('audit_entries').execute())
    await expect(erase).rejects.toThrow(/permission denied/)
  })

  test('見るだけの画面からは、何も書けない', async () => {
    const read = here.store.database.read(here.store.opening(here.key, visitor), (scope) =>
      scope.db.updateTable('accounts').set({ name: 'x' }).execute(),
    )
    await expect(read).rejects.toThrow(/read-only transaction/)
  })
})
