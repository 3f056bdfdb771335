import { beforeAll, expect, test } from 'vitest'
import { writeMail } from '#capabilities/mails/index.ts'
import { audit, verifyAudit } from '#data/audit.ts'
import { openVersions } from '#data/versions.ts'
import { system } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import type { Store } from './store.ts'
import { sealAll } from './work.ts'

let store: Store
let town: TestCity

beforeAll(async () => {
  store = await openTestStore()
  town = await openTestCity(store)
})

const change = (subjectId: string): Promise<void> =>
  town.as(system('test'), (scope) =>
    audit(scope, { action: 'test.change', subjectKind: 'test', subjectId }),
  )

const verdict = () => store.database.read(store.opening(town.key), verifyAudit)
const version = (): Promise<number> => openVersions(store.database.pool)(town.key.id)

/** How many writing transactions the sealing opens. */
const countWrites = async (): Promise<number> => {
  let writes = 0
  const database: Store['database'] = {
    ...store.database,
    write: (opening, work, keep) => {
      if (opening.city.id === town.key.id) writes += 1
      return store.database.write(opening, work, keep)
    },
  }
  await sealAll({ ...store, database })
  return writes
}

test('記録は後から鎖につながれ、待つものがない市には触れない', async () => {
  await sealAll(store)
  const before = (await verdict()).sealed
  await change('1')
  await change('2')
  expect((await verdict()).unsealed).toBe(2)
  expect(await countWrites()).toBe(1)
  expect(await verdict()).toEqual({ sealed: before + 2, unsealed: 0, brokenAt: null })
  expect(await countWrites()).toBe(0)
})

test('鎖につないでも、見える内容は変わらないので、市の版は進まない', async () => {
  await change('3')
  const before = await version()
  await sealAll(store)
  expect((await verdict()).unsealed).toBe(0)
  expect(await version()).toBe(before)
})

test('何も見えないと断った書き込みだけが、版を進めない', async () => {
  const write = (unseen: boolean) =>
    store.database.write({ ...store.opening(town.key), unseen }, (scope) =>
      writeMail(scope, { to: 'a@example.jp', subject: '題', body: '本文' }),
    )
  const before = await version()
  await write(true)
  expect(await version()).toBe(before)
  await write(false)
  expect(await version()).toBe(before + 1)
})
