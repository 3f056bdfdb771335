import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTestStore } from '#tests/world/city.ts'
import { assertSameKey, KeyMismatch, replaceKey } from './key-check.ts'
import { secretsUnder } from './secrets.ts'

const other = secretsUnder(randomBytes(32))

test('ちがう鍵では始まらず、もとの鍵にもどすか、替えると決めれば始まる', async () => {
  const { database, outside } = await openTestStore()
  await assertSameKey(database, outside.secrets)
  await assertSameKey(database, outside.secrets)
  await expect(assertSameKey(database, other)).rejects.toThrow(KeyMismatch)
  await replaceKey(database, other)
  await assertSameKey(database, other)
  await expect(assertSameKey(database, outside.secrets)).rejects.toThrow(/SECRET_KEY/)
  await replaceKey(database, outside.secrets)
})
