import { expect, test } from 'vitest'
import type { FormDefinition } from '../definition.ts'
import { summaryOf } from './form-fields.tsx'

const field = (code: string, ja: string, en: string) => ({
  code,
  type: 'phone',
  label: { ja, en },
})
const definition = {
  code: 'registration',
  title: { ja: '登録', en: 'Registration' },
  sections: [
    {
      title: { ja: '2 代表者', en: '2 Representative' },
      fields: [field('rep_phone', '電話番号', 'Phone'), field('rep_name', '氏名', 'Name')],
    },
    {
      title: { ja: '3 連絡先になる方', en: '3 Contact' },
      fields: [field('contact_phone', '電話番号', 'Phone')],
    },
  ],
} as unknown as FormDefinition
const problem = (name: string) => ({
  name,
  text: { ja: '記入してください', en: 'Please fill this in' },
})

test('同じ名前の項目が二つあるときは、まとめの文がどの欄の項目かを言う', () => {
  expect(summaryOf([problem('rep_phone'), problem('contact_phone')], 'ja', definition)).toEqual([
    { id: 'rep_phone', message: '2 代表者：記入してください' },
    { id: 'contact_phone', message: '3 連絡先になる方：記入してください' },
  ])
  expect(summaryOf([problem('contact_phone')], 'en', definition)[0]?.message).toBe(
    '3 Contact: Please fill this in',
  )
})

test('名前が一つしかない項目には、欄の名前を付けない', () => {
  expect(summaryOf([problem('rep_name')], 'ja', definition)[0]?.message).toBe('記入してください')
})
