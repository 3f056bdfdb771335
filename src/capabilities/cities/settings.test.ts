import { expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { cityPreset } from './preset.ts'
import { getCity, getProfile, saveCity, saveSettings } from './queries.ts'

test('市の資料にあるライセンスと日数は、プリセットのかぎで決まり、書かなければ CC BY 4.0 と365日になる', async () => {
  const town = await openTestCity(await openTestStore())
  const settings = () => town.as(system('tests'), async (scope) => (await getCity(scope)).settings)
  expect(await settings()).toMatchObject({ openDataLicence: 'CC BY 4.0', importKeptDays: 365 })
  await town.as(system('tests'), async (scope) => {
    // What staff decide about something else does not stand in the way of what a new preset says.
    await saveSettings(scope, { staffSecondFactor: true })
    const profile = await getProfile(scope)
    await saveCity(scope, {
      ...profile,
      settings: {
        openDataLicence: { value: 'CC BY 2.1 JP', source: '市のオープンデータ利用規約' },
        importKeptDays: { value: 90, source: '製品の設定' },
      },
    })
  })
  expect(await settings()).toMatchObject({
    openDataLicence: 'CC BY 2.1 JP',
    importKeptDays: 90,
    staffSecondFactor: true,
  })
  await town.as(system('tests'), (scope) => saveSettings(scope, { openDataLicence: 'CC0 1.0' }))
  expect((await settings()).openDataLicence).toBe('CC0 1.0')
})

test('センターの連絡先は、出典のあるものだけを、電話の形で受け取る', async () => {
  const town = await openTestCity(await openTestStore())
  const profile = await town.as(system('tests'), getProfile)
  const withContact = (contact: unknown) =>
    cityPreset.safeParse({ ...profile, centre: { ...profile.centre, contact } }).success
  const source = '市のホームページ「市民活動センター」'
  expect(withContact({ phone: '0467-60-0000', source })).toBe(true)
  expect(withContact({ phone: '0467-60-0000' })).toBe(false)
  expect(withContact({ phone: '内線2', source })).toBe(false)
})
