import { expect, test } from 'vitest'
import type { City } from '#kernel/city.ts'
import type { Plan, PlanItem } from '../plans/index.ts'
import { commonScale } from './common-scale.ts'
import type { ProgressSettings } from './settings.ts'
import { readSettings } from './settings-form.ts'

const figure = (item: string, label: string, code: string) => ({
  item,
  code,
  label: { ja: label, en: label },
  unit: { ja: '件', en: 'cases' },
})

const before: ProgressSettings = {
  levels: ['item'],
  scale: commonScale,
  fallback: 'kyodo',
  figures: [figure('1', '相談', 'figure-1'), figure('1', '講座', 'figure-2')],
  source: { ja: '設定', en: 'Settings' },
  revision: 3,
}

const city = { departments: [{ code: 'kyodo', name: { ja: '協働課', en: 'Co-production' } }] }

/** The form with these rows of figures, each item, label and unit. */
const readRows = (rows: readonly (readonly [string, string])[]) => {
  const fields = new Map<string, string>([
    ['levels', 'item'],
    ['fallback', 'kyodo'],
    ['scale_title', commonScale.title.ja],
    ['measure', 'words'],
    ['revision', '3'],
    ...commonScale.grades.flatMap(({ code, label }, at): [string, string][] => [
      [`grades.${at}.code`, code],
      [`grades.${at}.label`, label.ja],
    ]),
    ...rows.flatMap(([item, label], at): [string, string][] => [
      [`figures.${at}.item`, item],
      [`figures.${at}.label`, label],
      [`figures.${at}.unit`, label === '' ? '' : '件'],
    ]),
  ])
  return readSettings(
    {
      text: (name) => fields.get(name) ?? '',
      all: (name) => [fields.get(name) ?? ''],
      has: (name) => fields.has(name),
    },
    {
      before,
      city: city as unknown as City,
      known: {
        plan: { levels: [{ code: 'item' }] } as unknown as Plan,
        items: [{ no: '1' }, { no: '2' }] as unknown as PlanItem[],
        counters: [],
      },
    },
  )
}

test('数値の行を消して別の行を足しても、残った数値の記号は変わらず、同じ記号は二つできない', () => {
  const { value, problems } = readRows([
    ['1', '講座'],
    ['1', '新しい数値'],
    ['2', '相談'],
  ])
  expect(problems).toEqual([])
  const codes = value.figures.map(({ code }) => code)
  expect(codes[0]).toBe('figure-2')
  expect(new Set(codes).size).toBe(3)
})

test('同じ項目に同じ名称の数値が二つあると、断られる', () => {
  const { problems } = readRows([
    ['1', '講座'],
    ['1', '講座'],
  ])
  expect(problems.map(({ name }) => name)).toEqual(['figures.1.label'])
})

test('誤りは何行目のどの数値かを言い、空いた行をつめて返す表のその行へ導く', () => {
  const { problems } = readRows([
    ['', ''],
    ['9', '講座'],
  ])
  expect(problems).toMatchObject([
    { name: 'figures.0.item', text: { ja: expect.stringMatching(/の1行目「講座」：/) } },
  ])
})
