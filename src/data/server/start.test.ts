import { statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type OwnServer, startOwnServer } from './index.ts'
import { isRoot, makeDirectory, patient, removeDirectory, startApp } from './rig.fixture.ts'

vi.setConfig(patient)

let directory: string
let server: OwnServer
let owner: pg.Pool
let app: pg.Pool
const lines: string[] = []
const log = (line: string) => lines.push(line)

beforeAll(async () => {
  directory = makeDirectory()
  server = await startOwnServer({ directory, log })
  owner = new pg.Pool({ connectionString: server.url('owner') })
  app = new pg.Pool({ connectionString: server.url('app') })
})

afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await server.stop()
  await removeDirectory(directory)
})

test('初回は、どこにデータベースを作るかを伝える', () => {
  expect(lines).toEqual([expect.stringContaining(directory)])
})

test('アプリの役割は何も持たず、行レベルの壁を越えられない', async () => {
  const { rows } = await owner.query(
    `SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole
       FROM pg_roles WHERE rolname = 'tsunagu_app'`,
  )
  expect(rows).toEqual([
    {
      rolcanlogin: true,
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
    },
  ])
  await expect(app.query('CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/)
  await expect(app.query('CREATE TEMP TABLE mine (id int)')).rejects.toThrow(/permission denied/)
  await expect(app.query('CREATE SCHEMA mine')).rejects.toThrow(/permission denied/)
  await expect(app.query('SET ROLE tsunagu_owner')).rejects.toThrow(/permission denied/)
})

test('所有者の役割は特権利用者ではないが、表・役割・必要な拡張機能を作れる', async () => {
  const { rows } = await owner.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user')
  expect(rows).toEqual([{ rolsuper: false }])
  await owner.query('CREATE EXTENSION btree_gist')
  await owner.query('CREATE EXTENSION pg_trgm')
  await owner.query('CREATE TABLE owned (id int PRIMARY KEY)')
  await owner.query('GRANT SELECT ON owned TO tsunagu_app')
  await owner.query('CREATE ROLE other_role; DROP ROLE other_role')
  // Members may be added by a migration, as on a server that others run.
  await owner.query('GRANT tsunagu_app TO current_user')
  expect((await app.query('SELECT * FROM owned')).rows).toEqual([])
  await expect(app.query('INSERT INTO owned VALUES (1)')).rejects.toThrow(/permission denied/)
})

test('特権利用者としては誰も接続できない', async () => {
  const url = server.url('owner').replace('tsunagu_owner', 'postgres')
  const client = new pg.Client({ connectionString: url })
  await expect(client.connect()).rejects.toThrow(/no pg_hba.conf entry|rejects/)
})

test('パスワードが違えば接続できない', async () => {
  const url = new URL(server.url('app'))
  url.password = 'wrong'
  const client = new pg.Client({ connectionString: url.href })
  await expect(client.connect()).rejects.toThrow(/password authentication failed/)
})

test('UTF-8 と日本語の文字種を知り、並び順は符号順で、三文字組も働く', async () => {
  const { rows } = await owner.query(
    `SELECT pg_encoding_to_char(encoding) AS encoding, datctype <> 'C' AS knows_letters,
            lower('ＡＢＣ') AS folded, 'い' > 'あ' AND 'ア' > 'ん' AS by_code_point,
            array_length(show_trgm('市民活動'), 1) > 0 AS has_trigrams
       FROM pg_database WHERE datname = current_database()`,
  )
  expect(rows).toEqual([
    {
      encoding: 'UTF8',
      knows_letters: true,
      folded: 'ａｂｃ',
      by_code_point: true,
      has_trigrams: true,
    },
  ])
})

test.each([
  ['data_checksums', 'on'],
  ['fsync', 'on'],
  ['full_page_writes', 'on'],
  ['synchronous_commit', 'on'],
  ['jit', 'off'],
  ['TimeZone', 'UTC'],
  ['max_connections', '100'],
  ['listen_addresses', ''],
  ['password_encryption', 'scram-sha-256'],
  ['log_error_verbosity', 'terse'],
])('設定 %s は "%s" である', async (name, value) => {
  const { rows } = await app.query('SELECT current_setting($1) AS value', [name])
  expect(rows).toEqual([{ value }])
})

test('秘密の入ったファイルとソケットは、他の利用者から閉じられている', () => {
  const home = join(directory, 'postgres')
  const modes = ['passwords.json', 'postgres.log', 'lock', 'run', 'cluster'].map((name) => [
    name,
    statSync(join(home, name)).mode & 0o077,
  ])
  expect(modes).toEqual(modes.map(([name]) => [name, 0]))
})

test.runIf(isRoot)('root で始めても、PostgreSQL は別の利用者として動く', () => {
  expect(statSync(`/proc/${server.pid()}`).uid).not.toBe(0)
})

test('動いている間は、同じ場所で二つ目を始められない', async () => {
  await expect(startOwnServer({ directory, log })).rejects.toMatchObject({
    code: 'in-use',
    text: { ja: expect.stringContaining(directory), en: expect.stringContaining(directory) },
  })
  const second = startApp({ directory })
  expect(await second.line('refused')).toBe('refused in-use')
  expect(await second.ended).toEqual({ code: 1, signal: null })
  expect((await app.query('SELECT 1 AS still')).rows).toEqual([{ still: 1 }])
})

test('止めて始め直しても、データは残り、二度止めてもよい', async () => {
  const other = makeDirectory()
  const write = await startOwnServer({ directory: other, log })
  const before = new pg.Client({ connectionString: write.url('owner') })
  await before.connect()
  await before.query("CREATE TABLE kept AS SELECT '残る' AS word")
  await before.end()
  await write.stop()
  await write.stop()
  expect(await write.stopped).toEqual({ code: 0, signal: null })
  expect(write.pid()).toBeUndefined()

  const read = await startOwnServer({ directory: other, log })
  const after = new pg.Client({ connectionString: read.url('owner') })
  await after.connect()
  expect((await after.query('SELECT * FROM kept')).rows).toEqual([{ word: '残る' }])
  await after.end()
  await read.stop()
  await removeDirectory(other)
})

test('データベースだけのために、プロセスが終わらずに残ることはない', async () => {
  const other = makeDirectory()
  const idle = startApp({ directory: other, work: 'nothing' })
  await idle.line('ready')
  expect(await idle.ended).toEqual({ code: 0, signal: null })
  await removeDirectory(other)
})
