import { expect, test } from 'vitest'
import { checkFigures, type Figures, type Limits, listFigureWarnings } from './figures.ts'

const figures: Figures = {
  requested: 300_000,
  years: 2,
  income: [300_000, 60_000],
  expense: [240_000, 120_000],
}
const limits: Limits = { typeCap: 300_000, themeCap: null, maxYears: 2 }
const namesOf = (given: Partial<Figures>, within: Partial<Limits> = {}) =>
  checkFigures({ ...figures, ...given }, { ...limits, ...within }).map(({ name }) => name)

test('上限と同じ額までは求められる', () => {
  expect(namesOf({})).toEqual([])
})

test('区分の上限を1円でも超えると、求める額の欄で断る', () => {
  expect(namesOf({ requested: 300_001 })).toEqual(['requested_amount'])
})

test('テーマの上限が区分の上限より低いときは、テーマの上限で断る', () => {
  const [problem] = checkFigures(
    { ...figures, requested: 250_000 },
    { ...limits, themeCap: 200_000 },
  )
  expect(problem?.text.ja).toContain('このテーマの上限は200,000円')
})

test('テーマの上限が高くても、区分の上限は超えられない', () => {
  expect(namesOf({ requested: 400_000 }, { themeCap: 500_000 })).toEqual(['requested_amount'])
})

test('上限のない区分では、額を断らない', () => {
  expect(namesOf({ requested: 20_000_000 }, { typeCap: null })).toEqual([])
})

test('収入と支出の合計が合わないときは、両方の合計と差を伝えて断る', () => {
  const [problem] = checkFigures({ ...figures, expense: [240_000] }, limits)
  expect(problem).toMatchObject({ name: 'budget_expense' })
  expect(problem?.text.ja).toContain('360,000円')
  expect(problem?.text.ja).toContain('240,000円')
  expect(problem?.text.ja).toContain('120,000円ちがいます')
  expect(problem?.text.en).toContain('¥120,000')
})

test('収支の表がない様式では、合計を比べない', () => {
  expect(namesOf({ income: null, expense: [1] })).toEqual([])
})

test('年数は1年から制度の最長まで', () => {
  expect(namesOf({ years: 0 })).toEqual(['years'])
  expect(namesOf({ years: 1 })).toEqual([])
  expect(namesOf({ years: 3 })).toEqual(['years'])
  expect(namesOf({ years: null })).toEqual([])
})

test('直すところは、いちどに全部伝える', () => {
  expect(namesOf({ requested: 300_001, years: 5, expense: [1] })).toEqual([
    'years',
    'budget_expense',
    'requested_amount',
  ])
})

test('求める額が収入の行に見当たらないときは、注意だけする', () => {
  expect(listFigureWarnings({ ...figures, requested: 200_000 })).toHaveLength(1)
  expect(listFigureWarnings(figures)).toEqual([])
  expect(listFigureWarnings({ ...figures, requested: 0 })).toEqual([])
})
