import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { listDeskPages } from './queries/desk.ts'

test('窓口の一覧も、団体の一覧と同じ五十音順で並ぶ', async () => {
  const here = await openTestCity(await openTestStore())
  const readings = [
    ['カワニシ', '川西'],
    ['ガクセイダンタイ', '学生団体'],
    ['エヌピーオーホウジン　カキ', 'NPO法人 柿'],
    ['', 'くらげの会'],
  ] as const
  const names = await here.as(visitor, async (scope) => {
    for (const [at, [kana, name]] of readings.entries())
      await sql`INSERT INTO groups (city_id, id, state, number, name, name_kana, registered_on, created_at, updated_at)
        VALUES (${scope.city.id}, ${`r${at}`}, 'approved', ${`読み${at}`}, ${name}, ${kana}, '2026-04-01',
          ${scope.now}, ${scope.now})`.execute(scope.db)
    const asked = { today: '2026-11-20', newsSince: '2026-10-20', page: 1 } as const
    const { pages } = await listDeskPages(scope, asked)
    return pages.map(({ name }) => name)
  })
  expect(names).toEqual(['NPO法人 柿', '学生団体', '川西', 'くらげの会'])
})
