import pg from 'pg'
import type { Store } from '../../src/store.ts'
import { say } from '../figures.ts'
import { makeCities, slugOf } from './cities.ts'
import type { Municipality } from './municipalities.ts'
import { registerGroups } from './register.ts'

const ask = async <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Fills tables without the indexes that are dearest to keep, and makes these anew at the end as the
 * migrations wrote them: hours become minutes, and the index is as it would be.
 */
const withoutIndexes = async (
  ownerUrl: string,
  names: readonly string[],
  fill: () => Promise<void>,
): Promise<void> => {
  const definitions = await ask(ownerUrl, async (client) => {
    const { rows } = await client.query<{ indexdef: string }>(
      'SELECT indexdef FROM pg_indexes WHERE indexname = ANY ($1)',
      [names],
    )
    for (const name of names) await client.query(`DROP INDEX ${pg.escapeIdentifier(name)}`)
    return rows.map(({ indexdef }) => indexdef)
  })
  await fill()
  await ask(ownerUrl, async (client) => {
    await client.query("SET maintenance_work_mem = '2GB'")
    for (const definition of definitions) await client.query(definition)
  })
}

/** Brings what the planner knows up to date, as autovacuum does within minutes. */
export const analyse = (ownerUrl: string): Promise<void> =>
  ask(ownerUrl, async (client) => {
    await client.query('VACUUM ANALYZE')
  })

const progress = (what: string, total: number): ((done: number) => void) => {
  let told = 0
  return (done) => {
    const tenth = Math.floor((done / total) * 10)
    if (tenth === told) return
    told = tenth
    say(`  ${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`)
  }
}

export type Country = {
  readonly store: Store
  readonly ownerUrl: string
  readonly municipalities: readonly Municipality[]
  /** Groups by the municipality's code. */
  readonly groups: ReadonlyMap<string, number>
}

/** Makes the cities, and their groups in them. */
export const growCountry = async (country: Country): Promise<void> => {
  const { store, ownerUrl, municipalities, groups } = country
  const total = municipalities.reduce((sum, { code }) => sum + (groups.get(code) ?? 0), 0)
  await withoutIndexes(ownerUrl, ['public_entries_grams'], async () => {
    await makeCities(store, municipalities, progress('cities', municipalities.length))
    const tell = progress('groups', total)
    let done = 0
    for (const municipality of municipalities) {
      const { code, name, kana } = municipality
      const count = groups.get(code) ?? 0
      const key = { id: Number(code), slug: slugOf(municipality) }
      await registerGroups(store, key, { town: [name, kana], count })
      done += count
      tell(done)
    }
    say('  index of the search …')
  })
  await analyse(ownerUrl)
}
