import { expect, test } from 'vitest'
import { formOf } from '#web/form-data.ts'
import { formDefinition } from '../forms/definition.ts'
import { adviceForm, adviceIn, sentAsAdvice } from './advice.ts'

const field = (code: string, more: object = {}) => ({
  code,
  kind: 'text',
  label: { ja: code, en: code },
  ...more,
})
const withFields = (...fields: object[]) =>
  formDefinition.parse({
    code: 'talks',
    title: { ja: '協議', en: 'Talks' },
    sections: [{ title: { ja: '一', en: 'One' }, fields }],
  })
const definition = withFields(
  field('purpose', { visibilityChoosable: true }),
  field('advice', { openTo: 'centre' }),
)
const stored = {
  answers: { purpose: '川べり', advice: '前の助言' },
  visibility: { purpose: 'private' },
} as const

test('センターに開かれた欄のない協議シートに、センターの書くところはない', () => {
  expect(adviceForm(withFields(field('purpose')))).toBeUndefined()
  expect(adviceForm(definition)?.sections[0]?.fields.map(({ code }) => code)).toEqual(['advice'])
})

test('センターが送ったほかの欄の答えも公開の選びも、読まれない', () => {
  const sent = formOf({ advice: '新しい助言', purpose: '書きかえ', 'purpose.visibility': 'public' })
  const read = sentAsAdvice(definition, stored, sent)
  expect(read.text('advice')).toBe('新しい助言')
  expect(read.text('purpose')).toBe('川べり')
  expect(read.all('purpose')).toEqual(['川べり'])
  expect(read.text('purpose.visibility')).toBe('private')
  expect(read.names()).toEqual(['advice'])
})

test('センターの画面は、助言のほかの答えを持ち歩かない', () => {
  expect(adviceIn(adviceForm(definition)!, stored)).toEqual({
    answers: { advice: '前の助言' },
    visibility: {},
  })
})
