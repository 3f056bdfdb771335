import { beforeAll, expect, test } from 'vitest'
import type { City } from '#kernel/city.ts'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import { formDefinition } from './definition.ts'
import { readForm } from './form.ts'
import { summaryOf } from './views/form-fields.tsx'

const definition = formDefinition.parse({
  code: 'accounts',
  title: { ja: '決算', en: 'Accounts' },
  sections: [
    {
      title: { ja: '一', en: 'One' },
      fields: [
        {
          code: 'expense',
          kind: 'table',
          required: true,
          label: { ja: '出たお金', en: 'Spending' },
          columns: [
            { code: 'item', kind: 'text', required: true, label: { ja: '何の費用か', en: 'Item' } },
            {
              code: 'amount',
              kind: 'money',
              required: true,
              label: { ja: '決算（円）', en: 'Actual (yen)' },
            },
          ],
        },
      ],
    },
  ],
})

let city: City
beforeAll(async () => {
  city = (await openTestCity(await openTestStore())).city
})

const summary = (sent: Readonly<Record<string, string>>, lang: 'ja' | 'en' = 'ja') =>
  summaryOf(readForm(definition, formOf(sent), city).problems, lang, definition)

test('表の行の誤りは、どの表の何行目の何かを言い、その欄へ導く', () => {
  const sent = {
    'expense.0.item': '保険料',
    'expense.0.amount': '45,000',
    'expense.1.item': '道具',
    'expense.2.item': '会場',
    'expense.2.amount': 'たくさん',
  }
  expect(summary(sent)).toEqual([
    {
      id: 'expense.1.amount',
      message: '「出たお金」の2行目「道具」：「決算（円）」を記入してください。',
    },
    {
      id: 'expense.2.amount',
      message:
        '「出たお金」の3行目「会場」：「決算（円）」は、円単位の数字で記入してください（例：150,000）。',
    },
  ])
  expect(summary(sent, 'en')[0]?.message).toBe(
    '“Spending”, row 2 (道具): Please fill in “Actual (yen)”.',
  )
})

test('行の名がまだないときは何行目かだけを言い、長い名は初めの20字で言う', () => {
  expect(summary({ 'expense.0.amount': '1000' })).toEqual([
    {
      id: 'expense.0.item',
      message: '「出たお金」の1行目：「何の費用か」を記入してください。',
    },
  ])
  const long = 'あ'.repeat(21)
  expect(summary({ 'expense.0.item': long })[0]?.message).toContain(`「${'あ'.repeat(20)}…」：`)
  expect(summary({ 'expense.0.item': 'あ'.repeat(20) })[0]?.message).toContain(
    `「${'あ'.repeat(20)}」：`,
  )
})
