import { expect, test } from 'vitest'
import { latestOf } from './latest.ts'
import { statisticsOf, tableOf } from './presets.fixture.ts'

test('年ごとの表は、いちばん新しい年の数を、単位と時点といっしょに示す', () => {
  expect(latestOf(tableOf('kamakura', 'registered-groups'), 'ja')).toEqual([
    { label: '登録団体数', value: '390', unit: '団体', when: '令和2年（2020年）3月末' },
  ])
  expect(latestOf(tableOf('kamakura', 'registered-groups'), 'en')).toMatchObject([
    { value: '390', unit: 'groups' },
  ])
})

test('新しい年に数のない行は、数のある最後の年を示す', () => {
  const [survey, centre] = latestOf(tableOf('yamaguchi', 'registered-groups'), 'ja')
  expect(survey?.when).toBe('平成12年9月')
  expect(centre?.when).toBe('平成20年12月末')
})

test('割合は％だけを単位にし、行ごとにちがう単位は付けない', () => {
  expect(latestOf(tableOf('kamagaya', 'settlement'), 'ja')[0]?.unit).toBe('％')
  expect(latestOf(tableOf('kamagaya', 'joint-projects'), 'ja')[0]?.unit).toBe('')
})

test('年の並びではない、行の多い表からは選ばない', () => {
  const { tables } = statisticsOf('kamakura')
  const fields = tables.find(({ id }) => id === 'groups-by-field')!
  expect(latestOf(fields, 'ja')).toEqual([])
})
