import { type Kysely, type RawBuilder, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DB } from '#data/tables.ts'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { publishEntries } from './actions.ts'
import { type EntryDraft, frontKinds } from './entry.ts'
import { everywhere, latest, openAt } from './queries/lists.ts'

let here: TestCity
const others = 600

const entry = (id: string, more: Partial<EntryDraft>): EntryDraft => ({
  kind: 'group',
  id,
  title: { ja: id, en: id },
  summary: { ja: '', en: '' },
  url: `/x/${id}`,
  happenedOn: '2026-11-20',
  ...more,
})

/** Many newer things that the front does not show, many that begin and end on one day, many that have not begun. */
const crowd = Array.from({ length: others }, (_, at) => [
  entry(`crowd-group-${at}`, { happenedOn: '2027-01-01' }),
  entry(`crowd-call-${at}`, { kind: 'call', opensOn: '2026-11-01', closesOn: '2026-12-28' }),
  entry(`crowd-later-${at}`, { kind: 'theme', opensOn: '2026-12-01', closesOn: '2026-12-02' }),
]).flat()

beforeAll(async () => {
  here = await openTestCity(await openTestStore(), 'chigasaki')
  await here.as(visitor, (scope) => publishEntries(scope, crowd))
})

type Node = {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Node[]
}

const readBy = (node: Node): number => {
  const own = node['Relation Name']
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0
  return own + (node.Plans ?? []).reduce((sum, one) => sum + readBy(one), 0)
}

/** How many rows of the table a statement reads where the planner takes an index whenever there is one. */
const rowsRead = (db: Kysely<DB>, statement: RawBuilder<unknown>): Promise<number> =>
  db.connection().execute(async (one) => {
    await sql`SELECT set_config(name, 'off', true) FROM unnest(ARRAY['enable_seqscan', 'enable_bitmapscan']) AS name`.execute(
      one,
    )
    const { rows } = await sql<{ 'QUERY PLAN': readonly { Plan: Node }[] }>`
      EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`.execute(one)
    return readBy(rows[0]!['QUERY PLAN'][0]!.Plan)
  })

const read = (statement: RawBuilder<unknown>): Promise<number> =>
  here.store.database.readPublic((db) => rowsRead(db, statement))

const most = 8
const bound = frontKinds.length * most

test('入口の新しい動きは、市がどれだけあっても、種類ごとに出す数だけを読む', async () => {
  expect(await read(latest(everywhere, { kinds: frontKinds, most }))).toBeLessThanOrEqual(bound)
})

test('入口の募集は、同じ日に締め切るもの、まだ始まらないものがどれだけあっても、出す数だけを読む', async () => {
  const asked = { kinds: frontKinds, most, now: testNow }
  expect(await read(openAt(everywhere, asked))).toBeLessThanOrEqual(bound)
})

test('種類を分けずに読むと、見せないものまで読むことが、この数え方で分かる', async () => {
  const kinds = [...frontKinds]
  const statement = sql`SELECT id FROM public_entries WHERE kind = ANY (${kinds})
    AND closes_on >= '2026-11-20' AND opens_on <= '2026-11-20' ORDER BY closes_on, id LIMIT ${most}`
  expect(await read(statement)).toBeGreaterThan(bound)
})
