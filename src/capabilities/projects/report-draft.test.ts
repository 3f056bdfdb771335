import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#data/root.ts'
import { type FormDefinition, formDefinition } from '../forms/index.ts'
import { draftReport } from './report-draft.ts'

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

const granted = { requested: 300_000, agreed: 300_000 }

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

test('協定の額（210,000円）が求めた額（300,000円）とちがえば、市の行の予算は協定の額で、支出の予算は書き直す', () => {
  const draft = draftReport(formOfCity('kamakura'), proposal, {
    requested: 300_000,
    agreed: 210_000,
  })
  expect(draft.income).toEqual([{ item: '市の負担', budget: 210_000 }])
  expect(draft.expense).toEqual([{ item: '保険料' }, { item: '道具' }])
})

test('様式にない表や列、書かれていない計画は、報告に入らない', () => {
  const form = formOfCity('kamakura')
  const bare = { ...form, sections: form.sections.slice(0, 1) }
  expect(draftReport({ ...bare, sections: [] }, proposal, granted)).toEqual({})
  expect(draftReport(form, { indicators: [{ how: '日誌' }] }, granted)).toEqual({})
})
