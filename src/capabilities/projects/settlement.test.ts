import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxYen } from '#kernel/money.ts'
import { formDefinition } from '../forms/index.ts'
import { isCityLine, settle, settleReport } from './settlement.ts'

const shareOf = (agreed: number, taken = agreed) => ({ agreed, taken })

test('収入と支出が同じなら、残りも不足もない', () => {
  expect(settle(500_000, 500_000, shareOf(300_000))).toEqual({
    income: 500_000,
    expense: 500_000,
    left: 0,
    missing: 0,
    unusedCityShare: 0,
    overShare: 0,
  })
})

test('残りは、市の負担の額までが市に返す額になる', () => {
  expect(settle(500_000, 420_000, shareOf(300_000))).toMatchObject({
    left: 80_000,
    unusedCityShare: 80_000,
  })
  expect(settle(500_000, 100_000, shareOf(300_000))).toMatchObject({
    left: 400_000,
    unusedCityShare: 300_000,
  })
})

test('支出が収入をこえた分は、不足として示す', () => {
  expect(settle(400_000, 410_000, shareOf(300_000))).toMatchObject({
    left: 0,
    missing: 10_000,
    unusedCityShare: 0,
  })
})

test('どんな額でも、返す額は残りも市の負担もこえず、残りと不足が同時にはない', () => {
  const yen = fc.integer({ min: 0, max: maxYen })
  fc.assert(
    fc.property(yen, yen, yen, (income, expense, share) => {
      const { left, missing, unusedCityShare } = settle(income, expense, shareOf(share))
      expect(unusedCityShare).toBeLessThanOrEqual(Math.min(left, share))
      expect(Math.min(left, missing)).toBe(0)
      expect(income - expense).toBe(left - missing)
    }),
  )
})

const table = (code: string) => ({
  code,
  kind: 'table',
  label: { ja: code, en: code },
  columns: [
    { code: 'item', label: { ja: '項目', en: 'Item' }, kind: 'text' },
    { code: 'amount', label: { ja: '金額', en: 'Amount' }, kind: 'money' },
  ],
  sum: 'amount',
})
const definition = formDefinition.parse({
  code: 'report',
  title: { ja: '報告', en: 'Report' },
  sections: [{ title: { ja: 'お金', en: 'Money' }, fields: [table('income'), table('expense')] }],
})

test('報告の収入と支出の行を合計する。まだ読めない金額は数えない', () => {
  const answers = {
    income: [
      { item: '市', amount: 300_000 },
      { item: '会費', amount: 20_000 },
    ],
    expense: [
      { item: '保険', amount: 310_000 },
      { item: '印刷', amount: '約5千' },
    ],
  }
  expect(settleReport(definition, answers, 300_000)).toMatchObject({
    income: 320_000,
    expense: 310_000,
    unusedCityShare: 10_000,
  })
})

test('市の負担金が協定の額（400,000円）をこえた分を示す。ちょうどなら示さない', () => {
  const report = (amount: number) =>
    settleReport(
      definition,
      {
        income: [
          { item: '市の負担金', amount },
          { item: '市民からの寄附', amount: 90_000 },
        ],
        expense: [{ item: '謝金', amount: amount + 90_000 }],
      },
      400_000,
    )
  expect(report(430_000)).toMatchObject({ overShare: 30_000, left: 0, missing: 0 })
  expect(report(400_000)?.overShare).toBe(0)
})

test.each([
  ['市の負担金', true],
  ['市から', true],
  ['茅ヶ崎市負担金', true],
  ['負担金（市）', true],
  ['The city’s share', true],
  ['市民の寄附', false],
  ['会費', false],
])('%s は市が出すお金の行か：%s', (item, is) => {
  expect(isCityLine(item)).toBe(is)
})

test('お金の表がない様式や、まだ何も書いていない報告は、精算しない', () => {
  expect(settleReport(definition, {}, 300_000)).toBeUndefined()
  expect(
    settleReport({ ...definition, sections: [] }, { income: [{ amount: 1 }] }, 1),
  ).toBeUndefined()
})
