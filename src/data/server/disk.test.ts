import { spawnSync } from 'node:child_process'
import { readdirSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type OwnServer, startOwnServer } from './index.ts'
import { makeDirectory, patient, startApp, until } from './rig.fixture.ts'

vi.setConfig(patient)

let directory: string
let server: OwnServer | undefined
let isMounted = false
const lines: string[] = []

const start = async (): Promise<OwnServer> => {
  server = await startOwnServer({ directory, log: (line) => lines.push(line) })
  return server
}

beforeEach(() => {
  directory = realpathSync(makeDirectory())
  lines.length = 0
})
afterEach(async () => {
  await server?.stop()
  server = undefined
  // A process that is just ending may still keep it busy.
  if (isMounted) await until(() => spawnSync('umount', [directory]).status === 0)
  isMounted = false
  rmSync(directory, { recursive: true, force: true })
})

/** A disk of its own, small enough to fill. */
const mountDisk = (megabytes: number): boolean => {
  const options = `size=${megabytes}m,mode=711`
  isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory]).status === 0
  return isMounted
}

const fill = (): void => {
  const { bavail, bsize } = statfsSync(directory)
  writeFileSync(join(directory, 'filling'), Buffer.alloc(bavail * bsize))
}

test('空きのないディスクでは、空けるように言い、作りかけを残さない', async (context) => {
  context.skip(!mountDisk(30), 'mounting is not permitted here')
  await expect(start()).rejects.toMatchObject({ code: 'disk-full' })
  const left = readdirSync(join(directory, 'postgres'))
  expect(left.filter((name) => name.startsWith('cluster'))).toEqual([])
})

test('データのあるディスクが満杯でも、空ければ何も失わずに始まる', async (context) => {
  context.skip(!mountDisk(150), 'mounting is not permitted here')
  const app = startApp({ directory, work: 'write' })
  await until(() => app.acknowledged().length > 100)
  app.child.kill('SIGTERM')
  expect(await app.ended).toEqual({ code: 0, signal: null })
  fill()
  await expect(start()).rejects.toMatchObject({ code: 'disk-full' })
  rmSync(join(directory, 'filling'))
  const server = await start()
  const client = new pg.Client({ connectionString: server.url('owner') })
  await client.connect()
  const { rows } = await client.query('SELECT id::int FROM acknowledged')
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(app.acknowledged()))
  await client.end()
})

test('動いている間にディスクが満杯になると、空いたときに自分で戻る', async (context) => {
  context.skip(!mountDisk(150), 'mounting is not permitted here')
  const server = await start()
  const pool = new pg.Pool({ connectionString: server.url('owner'), max: 1 })
  pool.on('error', () => undefined)
  await pool.query('CREATE TABLE acknowledged (id int PRIMARY KEY, weight text)')
  fill()
  const acknowledged: number[] = []
  const insert = async (id: number) => {
    const weight = "(SELECT string_agg(md5(random()::text), '') FROM generate_series(1, 5000))"
    await pool.query(`INSERT INTO acknowledged SELECT $1::int, ${weight}`, [id])
    acknowledged.push(id)
  }
  const insertForever = async () => {
    for (let id = 1; ; id++) await insert(id)
  }
  await expect(insertForever()).rejects.toThrow('No space left on device')
  expect((await pool.query('SELECT 1 AS read')).rows).toEqual([{ read: 1 }])

  // Its own log of changes is full as well: now the server itself has to end, again and again.
  const logForever = async () => {
    for (;;) await pool.query("SELECT pg_logical_emit_message(false, '', repeat('x', 1000000))")
  }
  await expect(logForever()).rejects.toThrow()
  await until(() => lines.some((line) => line.includes('is full')))
  rmSync(join(directory, 'filling'))
  await until(() =>
    insert(0).then(
      () => true,
      () => false,
    ),
  )
  const { rows } = await pool.query('SELECT id FROM acknowledged')
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
  await pool.end()
})
