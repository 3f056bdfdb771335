import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import { searchEntries } from '../publishing/index.ts'
import { addFacility, closeFacility } from './actions/keep.ts'
import { facilitiesDataset } from './datasets.ts'
import { emptyFacts } from './facility.ts'
import { readFacility } from './form.ts'
import { addressKey, idKey, metresBetween, nameKey } from './keys.ts'
import { usualKinds } from './kinds.ts'
import { getFacility } from './queries/facilities.ts'
import { countFacilities, listFacilities } from './queries/lists.ts'

let town: TestCity
beforeAll(async () => {
  town = await openTestCity(await openTestStore())
})

describe('施設の鍵', () => {
  test('所在地は、県名・丁目・番地・全角・漢数字の書き方がちがっても同じ鍵になる', () => {
    const one = addressKey('香川県高松市扇町二丁目8番7号')
    for (const other of ['高松市扇町2丁目8-7', '高松市扇町２－８－７', '高松市 扇町二丁目８番７'])
      expect(addressKey(other)).toBe(one)
    expect(addressKey('高松市扇町二丁目8-17')).not.toBe(one)
    expect(addressKey('京都府京都市中京区二十三番地')).toBe(addressKey('京都市中京区23'))
  })

  test('名前は幅と空白、番号は先頭の0のちがいを見ない', () => {
    expect(nameKey('ｺﾐｭﾆﾃｨ センター')).toBe(nameKey('コミュニティセンター'))
    expect([idKey('0000010947'), idKey('000'), idKey('A01')]).toEqual(['10947', '0', 'A01'])
  })

  test('緯度1度は約111キロメートル', () => {
    const metres = metresBetween({ latitude: 35, longitude: 139 }, { latitude: 36, longitude: 139 })
    expect(Math.round(metres / 1000)).toBe(111)
  })
})

describe('施設の様式', () => {
  const read = (values: Record<string, string>) =>
    readFacility(formOf(values), { city: town.city, kinds: usualKinds })

  test('読めない電話と片方だけの緯度は、その欄に理由を言う', () => {
    const { problems } = read({ name: 'あ', phone: '12', latitude: '35.3' })
    expect(problems.map(({ name }) => name).sort()).toEqual(['latitude', 'phone'])
  })

  test('名称のない施設は保存できず、全角の電話と時刻は読みかえる', () => {
    expect(read({}).problems.map(({ name }) => name)).toEqual(['name'])
    const { facts, problems } = read({
      name: 'あ',
      phone: '０４６７－２３－３０００',
      opensAt: '９時',
    })
    expect([problems.length, facts.phone, facts.opensAt]).toEqual([0, '0467-23-3000', '09:00'])
  })
})

describe('施設の登録', () => {
  test('加えた施設は、一覧・検索・オープンデータに出る。閉じると出なくなり、ページは残る', async () => {
    const office = await town.person('見本 窓口', ['office'])
    const facts = { ...emptyFacts, name: 'かもめ会館', kind: 'culture', address: '由比ガ浜1-1' }
    const id = await town.as(office, (scope) => addFacility(scope, facts))
    const look = () =>
      town.as(visitor, async (scope) => {
        const filter = { q: 'かもめ', kind: 'culture', closed: false, page: 1 }
        const data = await facilitiesDataset.read(scope, town.city, undefined)
        return [
          (await listFacilities(scope, filter)).length,
          (await countFacilities(scope, filter)).found,
          (await searchEntries(scope, { query: 'かもめ会館' })).entries.length,
          data.rows.filter((row) => row.id === id).length,
        ]
      })
    expect(await look()).toEqual([1, 1, 1, 1])
    const facility = await town.as(visitor, (scope) => getFacility(scope, id))
    const closing = { on: '2026-11-19' as const, reason: '建てかえ' }
    expect((await town.as(office, (scope) => closeFacility(scope, facility, closing))).ok).toBe(
      true,
    )
    expect((await town.as(office, (scope) => closeFacility(scope, facility, closing))).ok).toBe(
      false,
    )
    expect(await look()).toEqual([0, 0, 0, 0])
    const after = await town.as(visitor, (scope) => getFacility(scope, id))
    expect([after.state, after.closedOn]).toEqual(['closed', '2026-11-19'])
  })

  test('オープンデータの列は、自治体標準オープンデータセットの公共施設一覧の名前で始まる', () => {
    const names = facilitiesDataset.columns.map(({ name }) => name.ja)
    // 全国地方公共団体コード and 地方公共団体名 stand before every table.
    expect(names.slice(0, 4)).toEqual(['ID', '名称', '名称_カナ', '名称_英語'])
    expect(names).toContain('所在地_連結表記')
    expect(new Set(names).size).toBe(names.length)
  })
})
