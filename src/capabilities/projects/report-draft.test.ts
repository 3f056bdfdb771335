import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#data/root.ts'
import { type FormDefinition, formDefinition } from '../forms/index.ts'
import { budgetBasis, draftReport } from './report-draft.ts'

const formOfCity = (preset: string): FormDefinition =>
  formDefinition.parse(
    JSON.parse(
      readFileSync(join(projectRoot(), 'presets', preset, 'forms', 'report.json'), 'utf8'),
    ),
  )

const proposal = {
  indicators: [{ indicator: '見守りの回数', base: '0回', target: '40回', how: '日誌' }],
  budget_income: [{ item: '市の負担', amount: 300_000, note: '' }],
  budget_expense: [
    { item: '保険料', amount: 45_000, note: '20人分' },
    { item: '道具', amount: 255_000, note: '' },
  ],
}

const granted = { requested: 300_000, agreed: 300_000, lines: [] }

test.each(['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'])(
  '%s の報告は、提案のめやすと予算の行から始まり、結果だけが空いている',
  (preset) => {
    expect(draftReport(formOfCity(preset), proposal, granted)).toEqual({
      indicators: [{ indicator: '見守りの回数', target: '40回' }],
      income: [{ item: '市の負担', budget: 300_000 }],
      expense: [
        { item: '保険料', budget: 45_000 },
        { item: '道具', budget: 255_000 },
      ],
    })
  },
)

const cut = { requested: 300_000, agreed: 210_000 }
const cities = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki']

test.each(cities)(
  '%s で、協定の額（210,000円）が求めた額（300,000円）とちがえば、予算は協定書の費用の行である',
  (preset) => {
    const lines = [
      { item: '保険料', amount: 45_000 },
      { item: '道具（半数）', amount: 165_000 },
    ]
    const draft = draftReport(formOfCity(preset), proposal, { ...cut, lines })
    expect(draft.income).toEqual([{ item: '市の負担', budget: 210_000 }])
    expect(draft.expense).toEqual([
      { item: '保険料', budget: 45_000 },
      { item: '道具（半数）', budget: 165_000 },
    ])
  },
)

test.each(cities)(
  '%s で、協定書に費用の行がなければ、予算は空けたまま、申請時の額をとなりに示す',
  (preset) => {
    const draft = draftReport(formOfCity(preset), proposal, { ...cut, lines: [] })
    expect(draft.income).toEqual([{ item: '市の負担', budget: 210_000 }])
    expect(draft.expense).toEqual([
      { item: '保険料', note: '申請時 45,000円' },
      { item: '道具', note: '申請時 255,000円' },
    ])
  },
)

test('予算の欄が何から書かれたかを、協定の合計（収入の予算の合計）とともに言う', () => {
  const income = {
    ...proposal,
    budget_income: [...proposal.budget_income, { item: '会費', amount: 5_000 }],
  }
  expect(budgetBasis(income, granted)).toBeUndefined()
  expect(budgetBasis(income, { ...cut, lines: [] })).toEqual({ from: 'proposal', total: 215_000 })
  const lines = [{ item: '道具', amount: 210_000 }]
  expect(budgetBasis(income, { ...cut, lines })).toEqual({ from: 'agreement', total: 215_000 })
})

test('様式にない表や列、書かれていない計画は、報告に入らない', () => {
  const form = formOfCity('kamakura')
  const bare = { ...form, sections: form.sections.slice(0, 1) }
  expect(draftReport({ ...bare, sections: [] }, proposal, granted)).toEqual({})
  expect(draftReport(form, { indicators: [{ how: '日誌' }] }, granted)).toEqual({})
})
