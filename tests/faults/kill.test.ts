import { randomInt } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Product, startProduct, waitUntilServing } from '../world/product.ts'

const rounds = 50

let product: Product

beforeAll(async () => {
  product = await startProduct({ TSUNAGU_TEST: 'kill' })
})
afterAll(() => product.stop())

const signUp = async (email: string): Promise<boolean> => {
  const body = new FormData()
  for (const [name, value] of Object.entries({
    name: '倒れない人',
    email,
    password: 'つゆのあとのあじさい',
    consent: 'yes',
  }))
    body.append(name, value)
  try {
    const response = await fetch(`${product.url}/kamakura/sign-up`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin: product.url },
    })
    return response.status === 303
  } catch {
    return false
  }
}

/** Signs people up, three at a time, until told to stop; every address that was acknowledged is kept. */
const keepWriting = (acknowledged: string[]): (() => Promise<void>) => {
  let stopping = false
  const write = async (): Promise<void> => {
    while (!stopping) {
      const email = `p${acknowledged.length}-${randomInt(1e9)}@example.jp`
      if (await signUp(email)) acknowledged.push(email)
      else await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const writers = [write(), write(), write()]
  return async () => {
    stopping = true
    await Promise.all(writers)
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

type Wholeness = { email: string; audits: number; tokens: number; mails: number; jobs: number }

/** For each account: everything that signing up writes with it. */
const listWholeness = async (): Promise<Wholeness[]> => {
  const client = new pg.Client({
    connectionString: product.databaseUrl(),
    options: '-c app.city_id=142042',
  })
  await client.connect()
  const { rows } = await client.query<Wholeness>(`
    SELECT a.email,
      (SELECT count(*) FROM audit_entries e WHERE e.subject_id = a.id AND e.action = 'accounts.sign-up')::int AS audits,
      (SELECT count(*) FROM account_tokens t WHERE t.account_id = a.id)::int AS tokens,
      (SELECT count(*) FROM mails m WHERE m.to_address = a.email)::int AS mails,
      (SELECT count(*) FROM pgboss.job j JOIN mails m ON m.id = j.data->>'mailId' WHERE m.to_address = a.email)::int AS jobs
    FROM accounts a WHERE NOT a.sample`)
  await client.end()
  return rows
}

describe('突然の停止', () => {
  test(`アプリとデータベースを合わせて${rounds}回 kill -9 しても、受け付けたものは失われず、半端なものは残らない`, async () => {
    const acknowledged: string[] = []
    const stopWriting = keepWriting(acknowledged)
    for (let round = 0; round < rounds; round += 1) await killOnce(round)
    await stopWriting()
    const kept = await listWholeness()
    // The control: there was something to lose, and rows that were never acknowledged do occur.
    expect(acknowledged.length).toBeGreaterThan(rounds)
    const lost = acknowledged.filter((email) => !kept.some((account) => account.email === email))
    expect(lost).toEqual([])
    const half = kept.filter(
      (account) =>
        account.audits !== 1 || account.tokens !== 1 || account.mails !== 1 || account.jobs !== 1,
    )
    expect(half).toEqual([])
  }, 600_000)
})
