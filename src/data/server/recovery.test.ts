import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { startOwnServer } from './index.ts'
import { findServers } from './leftovers.ts'
import { makeDirectory, patient, removeDirectory, until } from './rig.fixture.ts'

vi.setConfig(patient)

const isCalled = (pid: number, name: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name)
  } catch {
    return false
  }
}

// A server that starts again within itself waits for ever after this.
test.runIf(process.platform === 'linux')(
  '復旧の最中に復旧のプロセスまで kill -9 されても、もう一度復旧して戻る',
  async () => {
    const directory = realpathSync(makeDirectory())
    const cluster = join(directory, 'postgres', 'cluster')
    const { url, pid, stop } = await startOwnServer({ directory, log: () => undefined })
    const pool = new pg.Pool({ connectionString: url('owner') })
    pool.on('error', () => undefined)
    await pool.query('CREATE TABLE numbers AS SELECT n FROM generate_series(1, 300000) n')

    const find = (name: string) => findServers(cluster).find((one) => isCalled(one, name))
    const killDuringRecovery = async (): Promise<boolean> => {
      const before = await until(pid)
      process.kill(await until(() => find('walwriter')), 'SIGKILL')
      // Recovery is short: one that was missed is tried again from the beginning.
      const isBack = () => pid() !== undefined && pid() !== before
      const caught = await until(() => find('startup') ?? isBack())
      return typeof caught === 'number' && process.kill(caught, 'SIGKILL')
    }
    await until(killDuringRecovery)

    const count = () => pool.query('SELECT count(*)::int FROM numbers').catch(() => undefined)
    expect((await until(count)).rows).toEqual([{ count: 300_000 }])
    await pool.end()
    await stop()
    await removeDirectory(directory)
  },
)
