import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { countQueries, watchStatements } from '#tests/world/counted-scope.ts'
import { askAlone, askTogether, question } from './together.ts'

let here: TestCity
let statements: ReturnType<typeof watchStatements>

beforeAll(async () => {
  const store = await openTestStore()
  statements = watchStatements(store)
  here = await openTestCity(store)
})

const numbers = (upTo: number) =>
  question(
    sql<{ n: number }>`SELECT n FROM generate_series(${upTo}::int, 1, -1) n ORDER BY n`,
    (rows) => rows.map(({ n }) => n),
  )
const moment = question(
  sql<{ at: Date; on: string; none: null }>`SELECT '2026-11-20T10:00:00+09:00'::timestamptz AS at,
    '2026-11-20'::date AS on, NULL AS none`,
  ([row]) => row && { at: new Date(row.at), on: row.on, none: row.none },
)

describe('いっしょに問い合わせる', () => {
  test('いくつ問い合わせても、送られる文は1つで、答えは問いの順にもどる', async () => {
    const { answers, sent } = await here.as(visitor, async (scope) => {
      statements.forget()
      const cities = question(
        scope.db.selectFrom('cities').select('id').where('id', '=', here.key.id),
        (rows) => rows.map(({ id }) => id),
      )
      const answers = await askTogether(scope, [numbers(3), cities, moment, numbers(0)])
      return { answers, sent: statements.asked() }
    })
    expect(answers).toEqual([
      [1, 2, 3],
      [here.key.id],
      { at: new Date('2026-11-20T01:00:00Z'), on: '2026-11-20', none: null },
      [],
    ])
    expect(sent).toHaveLength(1)
  })

  test('問いがなければ、何も送らない。1つだけでも問い合わせられる', async () => {
    await here.as(visitor, async (scope) => {
      const counted = countQueries(scope)
      expect(await askTogether(counted.scope, [])).toEqual([])
      expect(counted.count()).toBe(0)
      expect(await askAlone(counted.scope, numbers(2))).toEqual([1, 2])
      expect(counted.count()).toBe(1)
    })
  })

  test('市の壁は、いっしょに問い合わせても破れない', async () => {
    const other = await openTestCity(here.store)
    const settings = (cityId: number) =>
      here.as(visitor, (scope) =>
        askAlone(
          scope,
          question(
            scope.db
              .selectFrom('registration_settings')
              .select('city_id')
              .where('city_id', '=', cityId),
            (rows) => rows.length,
          ),
        ),
      )
    expect([await settings(here.key.id), await settings(other.key.id)]).toEqual([1, 0])
  })
})
