import { expect, test } from 'vitest'
import { cityOf } from '../groups/presets.fixture.ts'
import { adoptedText, departmentsText, levelCountsText, periodText } from './plan-text.ts'
import { planOf } from './presets.fixture.ts'
import { countLevels } from './tally.ts'

test.each([
  [{ from: 2009, to: 2017 }, '平成21年度（2009年度）から平成29年度（2017年度）まで'],
  [{ from: 2021, to: null }, '令和3年度（2021年度）から'],
  [null, '定めの記載なし'],
])('期間 %j は「%s」', (period, text) => {
  expect(periodText({ period }, 'ja')).toBe(text)
})

test.each([
  ['2009-03', '平成21年（2009年）3月', 'March 2009 (Heisei 21)'],
  ['2021', '令和3年（2021年）', '2021 (Reiwa 3)'],
  [undefined, '年月の記載なし', 'Not printed'],
])('策定 %s は「%s」', (adopted, ja, en) => {
  expect(adoptedText({ adopted }, 'ja')).toBe(ja)
  expect(adoptedText({ adopted }, 'en')).toBe(en)
})

test('項目の数は段階ごとに、再掲の数とともに示す', () => {
  const plan = planOf('yamaguchi', 'plan')
  expect(levelCountsText(plan, countLevels(plan, plan.items), 'ja')).toBe(
    '推進方針 5、推進施策 16、推進項目 52（うち再掲 5）',
  )
})

test('担当課は、印刷された言葉で示す', () => {
  const item = planOf('yamaguchi', 'plan').items.find(({ no }) => no === 'Ⅰ-(1)-①')!
  expect(departmentsText(item, cityOf('yamaguchi'), 'ja')).toBe(
    '協働推進課・生涯学習課・行革推進課',
  )
})

test('英語では課の名を示し、一覧にない言葉があるときだけ印刷の言葉を添える', () => {
  const itemAt = (no: string) => planOf('yamaguchi', 'plan').items.find((item) => item.no === no)!
  const city = cityOf('yamaguchi')
  expect(departmentsText(itemAt('Ⅳ-(3)-①'), city, 'en')).toBe('Collaboration Promotion Division')
  expect(departmentsText(itemAt('Ⅰ-(2)-⑦'), city, 'en')).toBe(
    'Collaboration Promotion Division (協働推進課・関係課)',
  )
})
