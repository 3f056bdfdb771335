import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type OwnServer, startOwnServer } from './index.ts'
import { findServers } from './leftovers.ts'
import { makeDirectory, patient, removeDirectory, startApp, until } from './rig.fixture.ts'

vi.setConfig(patient)

let directory: string
let cluster: string
let server: OwnServer | undefined
const lines: string[] = []

// One directory for all: each test finds what the kill before it has left.
beforeAll(() => {
  directory = realpathSync(makeDirectory())
  cluster = join(directory, 'postgres', 'cluster')
})
afterEach(async () => {
  await server?.stop()
  server = undefined
})
afterAll(() => removeDirectory(directory))

const start = async (): Promise<OwnServer> => {
  server = await startOwnServer({ directory, log: (line) => lines.push(line) })
  return server
}

const readAcknowledged = async (): Promise<number[]> => {
  const client = new pg.Client({ connectionString: server!.url('owner') })
  await client.connect()
  const { rows } = await client.query('SELECT id::int FROM acknowledged ORDER BY id')
  await client.end()
  return rows.map(({ id }) => Number(id))
}

const readJournal = () => readFileSync(join(directory, 'postgres', 'postgres.log'), 'utf8')

const killGroup = (pid: number): boolean => process.kill(-pid, 'SIGKILL')

const isWatchdog = (pid: number): boolean => {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return words.includes('tsunagu-watchdog') && words.includes(cluster)
  } catch {
    return false
  }
}

const findWatchdogs = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(isWatchdog)

const findUnfinished = (): string | undefined => {
  const home = join(directory, 'postgres')
  return existsSync(home)
    ? readdirSync(home).find((name) => name.startsWith('cluster.making-'))
    : undefined
}

test('作りかけで kill -9 されたデータベースは、次に始めるときに作り直される', async () => {
  const app = startApp({ directory })
  await until(findUnfinished)
  killGroup(app.child.pid!)
  await app.ended
  expect(findUnfinished()).toBeDefined()
  expect(existsSync(cluster)).toBe(false)

  await start()
  expect(findUnfinished()).toBeUndefined()
  expect(existsSync(cluster)).toBe(true)
})

test('書き込みの最中にアプリが kill -9 されても、確認済みの書き込みは残り、すぐ始め直せる', async () => {
  const app = startApp({ directory, work: 'write' })
  await until(() => app.acknowledged().length > 200)
  killGroup(app.child.pid!)
  expect((await app.ended).signal).toBe('SIGKILL')

  await start()
  const kept = await readAcknowledged()
  expect(kept).toEqual(kept.map((_, index) => index + 1))
  expect(kept.slice(0, app.acknowledged().length)).toEqual(app.acknowledged())
})

test('アプリが kill -9 されると、残されたデータベースは自分で止まる', async () => {
  const app = startApp({ directory })
  await app.line('ready')
  expect(findServers(cluster).length).toBeGreaterThan(1)
  killGroup(app.child.pid!)
  await until(() => findServers(cluster).length === 0)
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
})

test.runIf(process.platform === 'linux')(
  '見張りもろとも kill -9 されて残ったデータベースは、次に始めるときに止められる',
  async () => {
    const app = startApp({ directory, work: 'write' })
    const orphan = Number((await app.line('ready')).slice('ready '.length))
    await until(() => app.acknowledged().length > 20)
    for (const pid of [...findWatchdogs(), app.child.pid!]) process.kill(pid, 'SIGKILL')
    await app.ended
    expect(findServers(cluster)).toContain(orphan)

    await start()
    expect(findServers(cluster)).not.toContain(orphan)
    expect(lines.some((line) => line.includes('an earlier start'))).toBe(true)
    expect(await readAcknowledged()).toEqual(expect.arrayContaining(app.acknowledged()))
  },
)

test.runIf(process.platform === 'linux')('見張りが先に死ぬと、新しい見張りが付く', async () => {
  await start()
  const [first] = findWatchdogs()
  process.kill(first!, 'SIGKILL')
  expect(await until(() => findWatchdogs().find((pid) => pid !== first))).toBeTypeOf('number')
})

/** Writes until told to end, trying a row again for as long as the database is away. */
const writeThrough = (pool: pg.Pool) => {
  const acknowledged: number[] = []
  let isOver = false
  const insert = async (id: number): Promise<boolean> => {
    try {
      await pool.query('INSERT INTO acknowledged VALUES ($1) ON CONFLICT DO NOTHING', [id])
      acknowledged.push(id)
      return true
    } catch {
      return isOver
    }
  }
  const done = (async () => {
    await pool.query('DROP TABLE IF EXISTS acknowledged')
    await pool.query('CREATE TABLE acknowledged (id bigint PRIMARY KEY)')
    for (let id = 1; !isOver; id++) await until(() => insert(id))
  })()
  const end = () => {
    isOver = true
    return done
  }
  return { acknowledged, end }
}

test.each([
  { who: '親だけ', victims: () => [server!.pid()!] },
  {
    who: '子の一つ',
    victims: () => [findServers(cluster).findLast((one) => one !== server!.pid())!],
  },
  { who: '全プロセス', victims: () => findServers(cluster) },
])(
  'データベースが kill -9 されても（$who）、同じ接続先で戻り、確認済みの書き込みは残る',
  async ({ victims }) => {
    const { url, pid } = await start()
    const first = pid()
    const pool = new pg.Pool({ connectionString: url('owner') })
    pool.on('error', () => undefined)
    const writer = writeThrough(pool)
    await until(() => writer.acknowledged.length > 200)
    const quiet = readJournal().split('not properly shut down').length
    for (const victim of victims()) process.kill(victim, 'SIGKILL')
    await until(() => pid() !== undefined && pid() !== first)
    const before = writer.acknowledged.length
    await until(() => writer.acknowledged.length > before + 200)
    await writer.end()
    await pool.end()
    expect(readJournal().split('not properly shut down').length).toBe(quiet + 1)
    expect(await readAcknowledged()).toEqual(expect.arrayContaining(writer.acknowledged))
  },
)

test('データベースが戻る前に止めてもよい', async () => {
  const { pid, stop, stopped } = await start()
  process.kill(pid()!, 'SIGKILL')
  await until(() => pid() === undefined)
  await stop()
  expect(await stopped).toMatchObject({ signal: 'SIGKILL' })
  await until(() => findServers(cluster).length === 0)
})

test('アプリを SIGTERM で終えると、データベースは書き終えてから止まる', async () => {
  const app = startApp({ directory })
  await app.line('ready')
  app.child.kill('SIGTERM')
  expect(await app.ended).toEqual({ code: 0, signal: null })
  expect(findServers(cluster)).toEqual([])
  expect(readJournal().trim().endsWith('database system is shut down')).toBe(true)
})
