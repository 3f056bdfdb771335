import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { assertMigrated, migrate } from './migrate.ts'

const name = `migrate_${newId()}`
const owner = new pg.Client({ connectionString: inject('urls').owner })
const url = (() => {
  const own = new URL(inject('urls').owner)
  own.pathname = `/${name}`
  return own.toString()
})()

beforeAll(async () => {
  await owner.connect()
  await owner.query(`CREATE DATABASE ${name}`)
})
afterAll(async () => {
  await owner.query(`DROP DATABASE ${name}`)
  await owner.end()
})

const tablesThere = async (): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  await client.end()
  return rows.map((row) => row.name)
}

test('移行していないデータベースは、変えずに、先に移行するよう伝える', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await writeFile(join(folder, '0001-one.sql'), 'CREATE TABLE one (id integer)')
  await expect(assertMigrated(url, folder)).rejects.toThrow('tsunagu migrate')
  expect(await tablesThere()).toEqual([])
  expect(await migrate(url, folder)).toEqual(['0001-one.sql'])
  await assertMigrated(url, folder)
  await writeFile(join(folder, '0002-two.sql'), 'CREATE TABLE two (id integer)')
  await expect(assertMigrated(url, folder)).rejects.toThrow('1 step(s) to go')
  await writeFile(join(folder, '0001-one.sql'), 'CREATE TABLE one (id bigint)')
  await expect(assertMigrated(url, folder)).rejects.toThrow('was changed after')
})
