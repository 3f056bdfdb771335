import { expect, test } from 'vitest'
import type { FormDefinition } from '../forms/index.ts'
import { cityCostsIn, listCostProblems } from './city-costs.ts'

const bounds = { requested: 300_000, typeCap: 500_000, themeCap: 300_000 }

test('市の費用の合計（400,000円）がテーマの上限（300,000円）をこえると、欄のそばで知らせる', () => {
  const [problem] = listCostProblems(400_000, bounds)
  expect(problem?.name).toBe('costs_city')
  expect(problem?.text.ja).toContain('400,000円')
  expect(problem?.text.ja).toContain('このテーマの上限（300,000円）')
})

test('上限がなくても、求めた額をこえると知らせる。同じ額は知らせない', () => {
  const open = { requested: 300_000, typeCap: null, themeCap: null }
  expect(listCostProblems(300_001, open)[0]?.text.ja).toContain('市に求めた額（300,000円）')
  expect(listCostProblems(300_000, open)).toEqual([])
  expect(listCostProblems(undefined, open)).toEqual([])
})

test('市の費用は、協議シートの表の金額を足したもの', () => {
  const definition = {
    sections: [
      {
        fields: [
          {
            code: 'costs_city',
            kind: 'table',
            sum: 'amount',
            columns: [{ code: 'amount', kind: 'money' }],
          },
        ],
      },
    ],
  } as unknown as FormDefinition
  const rows = [{ amount: 250_000 }, { amount: 150_000 }]
  expect(cityCostsIn(definition, { costs_city: rows })).toBe(400_000)
  expect(cityCostsIn(definition, {})).toBeUndefined()
})
