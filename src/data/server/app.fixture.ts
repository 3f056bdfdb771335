// A small stand-in for the product's process, for tests that kill it: it starts the database,
// writes rows without pause, and tells each row once the database has acknowledged it.
import { writeSync } from 'node:fs'
import pg from 'pg'
import { ServerStartError, startOwnServer } from './index.ts'

const [directory = '', write = 'idle', ...shelters] = process.argv.slice(2)
// Written at once, not through a buffer that a kill would lose.
const tell = (line: string) => writeSync(1, `${line}\n`)

const refuse = (error: unknown): never => {
  if (!(error instanceof ServerStartError)) throw error
  tell(`refused ${error.code}`)
  process.exit(1)
}

const writeForever = async (pool: pg.Pool): Promise<never> => {
  await pool.query('CREATE TABLE IF NOT EXISTS acknowledged (id bigint PRIMARY KEY)')
  const { rows } = await pool.query('SELECT coalesce(max(id), 0)::int AS last FROM acknowledged')
  for (let id = rows[0].last + 1; ; id++) {
    await pool.query('INSERT INTO acknowledged VALUES ($1)', [id])
    tell(`acknowledged ${id}`)
  }
}

const server = await startOwnServer({
  directory,
  log: (line) => tell(`log ${line}`),
  ...(shelters.length > 0 ? { shelters } : {}),
}).catch(refuse)

let isStopping = false
process.once('SIGTERM', async () => {
  isStopping = true
  await server.stop()
  process.exit(0)
})
tell(`ready ${server.pid()}`)

// Without this the process would end here: the database alone does not keep it running.
if (write !== 'nothing') setInterval(() => undefined, 1_000)
if (write === 'write') {
  const pool = new pg.Pool({ connectionString: server.url('owner') })
  pool.on('error', () => undefined)
  await writeForever(pool).catch((error) => {
    if (!isStopping) throw error
  })
}
