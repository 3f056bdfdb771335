import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '#data/audit.ts'
import { testNow } from '../world/city.ts'
import { type Product, startProduct, waitUntilServing, withClockAt } from '../world/product.ts'
import { listFindings } from './chain/findings.ts'
import { readFootprint } from './chain/footprint.ts'
import { type Insisting, openInsisting } from './chain/insist.ts'
import { openPlace, openProductStore, type Place } from './chain/town.ts'
import { openLedger, scoreAll, signUp, walkChain } from './chain/walks.ts'

const rounds = 50

let product: Product
let place: Place
let insisting: Insisting
let client: pg.Client
const ledger = openLedger()
/** What the first walk left behind, before anything was killed. */
let model: readonly string[]
let unanswered = 0

/** Looks at the city's rows from outside, as the owner of the database. */
const openClient = async (): Promise<pg.Client> => {
  const { owner } = JSON.parse(readFileSync(join(product.dataDir, 'running.json'), 'utf8')) as {
    owner: string
  }
  const opened = new pg.Client({
    connectionString: owner,
    options: `-c app.city_id=${place.city.id}`,
  })
  await opened.connect()
  return opened
}

const began = Date.now()
const clockNow = () => withClockAt(new Date(testNow.getTime() + Date.now() - began))

beforeAll(async () => {
  product = await startProduct(() => ({ TSUNAGU_TEST: 'kill', ...clockNow() }))
  place = await openPlace(product)
  insisting = openInsisting(product, place)
}, 300_000)
afterAll(async () => {
  await client?.end()
  await product?.stop()
})

/** Works at the chain in several places at once until told to stop; whoever is on the way then walks on to its end. */
const keepWorking = (): (() => Promise<void>) => {
  let stopping = false
  const way = { insisting, place, ledger }
  const keep = async (work: (on: typeof way) => Promise<void>): Promise<void> => {
    while (!stopping) await work(way)
  }
  const working = [walkChain, walkChain, walkChain, scoreAll, signUp].map(keep)
  const all = Promise.all(working)
  // A refusal is told at the end; until then the others go on.
  all.catch(() => undefined)
  return async () => {
    stopping = true
    await all
  }
}

const killOnce = async (round: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, randomInt(40, 400)))
  if (round % 2 === 0) {
    await product.killApp()
    await product.restart()
  } else {
    product.killDatabase()
    await waitUntilServing(product.url)
  }
}

const find = () => listFindings(client, { ledger, model, review: place.review })

/** What is found after the database was damaged in that way, which is undone. */
const findAfter = async (damage: string): Promise<string> => {
  await client.query('BEGIN')
  try {
    const { rowCount } = await client.query(damage)
    expect([damage, rowCount]).not.toEqual([damage, 0])
    return (await find()).join('\n')
  } finally {
    await client.query('ROLLBACK')
  }
}

describe('突然の停止', () => {
  test(`アプリとデータベースを合わせて${rounds}回 kill -9 しても、受け付けた一歩は失われず、半端な一歩も、二重の一歩もない`, async () => {
    await walkChain({ insisting, place, ledger })
    client = await openClient()
    model = await readFootprint(client, ledger.walks[0]!)
    await client.end()
    const stopWorking = keepWorking()
    for (let round = 0; round < rounds; round += 1) await killOnce(round)
    await stopWorking()
    unanswered = insisting.unanswered()
    client = await openClient()
    expect(await find()).toEqual([])
  }, 900_000)

  test('止めた時には、いつもだれかが途中にいた（何も失いようのない検査ではない）', () => {
    expect(model.length).toBeGreaterThan(30)
    expect(ledger.walks.length).toBeGreaterThan(3)
    expect(ledger.steps.length).toBeGreaterThan(rounds * 2)
    expect(unanswered).toBeGreaterThan(rounds)
  })

  test('受け付けたと言われたのに無いもの、半端なもの、番号の抜けは、この検査で見つかる', async () => {
    const { group, proposal } = ledger.walks.at(-1)!
    const last = `subject_id = '${proposal}'`
    const damages: readonly (readonly [damage: string, found: string])[] = [
      [`DELETE FROM timeline_events WHERE ${last} AND to_state = 'ready'`, 'its history ends'],
      [`DELETE FROM timeline_events WHERE ${last} AND to_state = 'ready'`, 'lost: history'],
      [`DELETE FROM tasks WHERE ${last}`, 'lost: task'],
      [`DELETE FROM mails WHERE body LIKE '%${group}%'`, 'lost: mail'],
      [`UPDATE sheets SET revision = revision + 1 WHERE ${last}`, 'odd: sheet'],
      [`UPDATE mails SET held_at = NULL, id = id || 'x' WHERE body LIKE '%${group}%'`, 'nobody'],
      [`UPDATE number_counters SET last = last + 1 WHERE series LIKE '課題%'`, '課題{fy}-{n}: '],
      [`UPDATE groups SET receipt_number = NULL WHERE id = '${group}'`, '団登{fy}-{n}: '],
      [`UPDATE score_sheets SET comment = 'x' WHERE submitted_at IS NOT NULL`, 'points '],
      [`DELETE FROM mails WHERE to_address = '${ledger.addresses[0]}'`, 'half: '],
      [`UPDATE accounts SET email = 'x@y' WHERE email = '${ledger.addresses[0]}'`, 'lost: p0@'],
      [`UPDATE idempotency_keys SET location = NULL`, 'not answered'],
    ]
    for (const [damage, found] of damages) expect(await findAfter(damage)).toContain(found)
  })

  test('記録の鎖はつながっていて、ファイルはどれも中身がある', async () => {
    const store = await openProductStore(product)
    try {
      const { id, slug } = place.city
      const opening = store.opening({ id, slug })
      expect((await store.database.read(opening, verifyAudit)).brokenAt).toBeNull()
      const { rows } = await client.query<{ sha256: string }>('SELECT sha256 FROM files')
      expect(rows.length).toBeGreaterThan(10)
      for (const { sha256 } of rows) await store.outside.files.get(sha256)
    } finally {
      await store.close()
    }
  })
})
