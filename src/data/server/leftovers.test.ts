import { spawn } from 'node:child_process'
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { accountFor, runningAs } from './account.ts'
import { findBinaries, findNative } from './binary.ts'
import { runToEnd } from './child.ts'
import { type OwnServer, startOwnServer } from './index.ts'
import { makeDirectory, patient, removeDirectory } from './rig.fixture.ts'

vi.setConfig(patient)

let directory: string
let cluster: string
let server: OwnServer | undefined

const start = async (): Promise<OwnServer> => {
  server = await startOwnServer({ directory, log: () => undefined })
  return server
}

beforeAll(async () => {
  directory = realpathSync(makeDirectory())
  cluster = join(directory, 'postgres', 'cluster')
  await (await start()).stop()
})
afterEach(() => server?.stop())
afterAll(() => removeDirectory(directory))

const expectToWork = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: server!.url('owner') })
  await client.connect()
  expect((await client.query('SELECT 1 AS works')).rows).toEqual([{ works: 1 }])
  await client.end()
}

/** The control: what PostgreSQL by itself makes of the same directory. */
const startBare = async (): Promise<string> => {
  const account = accountFor(cluster)
  const { output } = await runToEnd(findBinaries(findNative(), account), account, {
    program: 'postgres',
    args: ['-D', cluster, '-c', 'listen_addresses=', '-c', 'unix_socket_directories='],
  })
  return output
}

test('postmaster.pid の番号が別のプロセスのものになっていても始まる', async () => {
  const stranger = spawn('/bin/sleep', ['600'], runningAs(accountFor(cluster)))
  const text = `${stranger.pid}\n${cluster}\n1700000000\n5432\n\n\n  1234567  7654321\nready\n`
  writeFileSync(join(cluster, 'postmaster.pid'), text)
  expect(await startBare()).toContain('lock file "postmaster.pid" already exists')

  await start()
  await expectToWork()
  expect(stranger.signalCode).toBeNull()
  stranger.kill()
})

test('停電で空になった postmaster.pid があっても始まる', async () => {
  writeFileSync(join(cluster, 'postmaster.pid'), '')
  expect(await startBare()).toContain('is empty')

  await start()
  await expectToWork()
})

test('ソケットの残骸があり、その番号が別のプロセスのものでも始まる', async () => {
  const stranger = spawn('/bin/sleep', ['600'], runningAs(accountFor(cluster)))
  const socket = join(directory, 'postgres', 'run', '.s.PGSQL.5432')
  writeFileSync(socket, '')
  writeFileSync(`${socket}.lock`, `${stranger.pid}\n${cluster}\n1700000000\n5432\n\n`)
  await start()
  await expectToWork()
  stranger.kill()
})

test.each(['消えた', '壊れた'])(
  'パスワードのファイルが%sなら、新しいパスワードに替える',
  async (how) => {
    const old = (await start()).url('app')
    await server!.stop()
    const file = join(directory, 'postgres', 'passwords.json')
    if (how === '消えた') rmSync(file)
    else writeFileSync(file, '{"owner":')
    expect((await start()).url('app')).not.toBe(old)
    await expectToWork()
    await expect(new pg.Client({ connectionString: old }).connect()).rejects.toThrow(/password/)
  },
)

test('運用者の設定は最後に読まれ、起動のたびに残る', async () => {
  const file = join(directory, 'postgres', 'operator.conf')
  writeFileSync(file, 'max_connections = 30\n', { mode: 0o644 })
  const { url } = await start()
  const client = new pg.Client({ connectionString: url('app') })
  await client.connect()
  expect((await client.query('SHOW max_connections')).rows).toEqual([{ max_connections: '30' }])
  await client.end()
  expect(existsSync(file)).toBe(true)
  rmSync(file)
})

test('起動の途中で止まれば、サーバー自身の言葉を添えて伝え、直せば始まる', async () => {
  const file = join(directory, 'postgres', 'operator.conf')
  writeFileSync(file, "shared_buffers = 'many'\n", { mode: 0o644 })
  await expect(start()).rejects.toMatchObject({
    code: 'crashed',
    detail: expect.stringContaining('shared_buffers'),
  })
  rmSync(file)
  await start()
  await expectToWork()
})

test('別の版で作られたデータベースには手を付けない', async () => {
  writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toMatchObject({ code: 'other-version' })
  expect(existsSync(cluster)).toBe(true)
  writeFileSync(join(cluster, 'PG_VERSION'), '18\n')
  await start()
  await expectToWork()
})
