import { expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { takeNumber, takeNumbers } from './number-queries.ts'

/** In fiscal 2025, on the last day of it, and in fiscal 2026. */
const days = ['2026-02-01', '2026-03-31', '2026-04-01', '2027-03-31']

const takeOn = async (town: TestCity, pattern: string): Promise<string[]> => {
  const taken: string[] = []
  for (const day of days)
    taken.push(
      await town.as(visitor, (scope) => takeNumber(scope, pattern), new Date(`${day}T03:00:00Z`)),
    )
  return taken
}

test('年度のない番号は次の年度も続きから、年度のある番号は4月に1から付く', async () => {
  const town = await openTestCity(await openTestStore())
  expect(await takeOn(town, '鎌地つ第{n}号')).toEqual([
    '鎌地つ第1号',
    '鎌地つ第2号',
    '鎌地つ第3号',
    '鎌地つ第4号',
  ])
  expect(await takeOn(town, '団登{fy}-{nnnn}')).toEqual([
    '団登R7-0001',
    '団登R7-0002',
    '団登R8-0001',
    '団登R8-0002',
  ])
})

test('同じ形に印字される番号は、桁のそろえ方が違っても、市の中で二度と付かない', async () => {
  const town = await openTestCity(await openTestStore())
  const taken = []
  for (let round = 0; round < 3; round++)
    taken.push(...(await takeOn(town, '相提-{n}')), ...(await takeOn(town, '相提-{nn}')))
  expect(taken).toHaveLength(24)
  expect(new Set(taken).size).toBe(24)
})

test('いくつもの番号を一度に取っても、ひとつずつ取ったときと同じ続きになる', async () => {
  const town = await openTestCity(await openTestStore())
  const pattern = '市活-{nn}'
  const taken = await town.as(visitor, async (scope) => [
    await takeNumber(scope, pattern),
    ...(await takeNumbers(scope, pattern, 3)),
    ...(await takeNumbers(scope, pattern, 0)),
    await takeNumber(scope, pattern),
  ])
  expect(taken).toEqual(['市活-01', '市活-02', '市活-03', '市活-04', '市活-05'])
})
