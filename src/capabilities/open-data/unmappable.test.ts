import { expect, test } from 'vitest'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { addFacility, emptyFacts, facilities } from '../facilities/index.ts'
import { findUnmappable } from './unmappable.ts'

test('Shift_JIS で表せない文字は、長いデータでは、はじめの行だけを調べ、そうと言う', async () => {
  const town = await openTestCity(await openTestStore())
  const office = await town.person('見本 窓口', ['office'])
  const [dataset] = facilities.datasets!
  const place = { city: town.city, publicUrl: 'https://example.jp' }
  const look = (most?: number) =>
    town.as(office, (scope) => findUnmappable(scope, dataset!, place, most))
  await town.as(office, async (scope) => {
    for (const name of ['𠮷の家', '𩸽の家', '𠮟の家'])
      await addFacility(scope, { ...emptyFacts, name, address: '鎌倉市御成町1-1' })
  })
  const few = await look(2)
  expect([few.lookedAt, few.total]).toEqual([2, 2])
  const all = await look()
  expect([all.lookedAt, all.total]).toEqual([undefined, 3])
})
