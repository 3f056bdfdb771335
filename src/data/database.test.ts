import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { openTestStore, testNow } from '#tests/world/city.ts'

const store = await openTestStore()

const opening = (unseen: boolean) => ({
  ...store.opening({ id: randomInt(500_000, 999_999), slug: 'a-city' }, system('test')),
  now: testNow,
  unseen,
})

test.each([true, false])(
  '失敗した問い合わせが見過ごされても、書けなかったものを書けたとは言わない (unseen: %s)',
  async (unseen) => {
    const overlooked = store.database.write(opening(unseen), async (scope) => {
      await sql`SELECT 1/0`.execute(scope.db).catch(() => undefined)
      return 'done'
    })
    await expect(overlooked).rejects.toThrow()
  },
)

test.each([true, false])('失敗のない取引は、最後まで進む (unseen: %s)', async (unseen) => {
  const done = store.database.write(opening(unseen), async (scope) => {
    await sql`SELECT 1`.execute(scope.db)
    return 'done'
  })
  await expect(done).resolves.toBe('done')
})
