import { expect, test } from 'vitest'
import { fieldsOf, findField, formDefinition } from '../forms/index.ts'
import { type Asking, findChanges, mergeRevised, narrowForm, splitChanges } from './asked.ts'

const label = (ja: string) => ({ ja, en: ja })
const form = formDefinition.parse({
  code: 'registration',
  title: label('登録'),
  sections: [
    {
      title: label('団体'),
      fields: [
        { code: 'name', kind: 'text', label: label('名前') },
        { code: 'fee', kind: 'text', label: label('会費') },
        { code: 'fields', kind: 'choices', label: label('分野'), optionsFrom: 'fields' },
        { code: 'rules_file', kind: 'file', label: label('規約'), required: true },
      ],
    },
    {
      title: label('約束'),
      fields: [{ code: 'pledge', kind: 'declaration', label: label('新しい文言'), required: true }],
    },
  ],
})

const asking = (kind: Asking['kind'], agreed: boolean, held: readonly string[] = []): Asking => ({
  kind,
  hasAgreed: () => agreed,
  held: new Set(held),
})
const codes = (given: Asking) => fieldsOf(narrowForm(form, given)).map(({ code }) => code)

test('同じ文言に同意した約束は更新で聞かれず、文言が変わると聞かれる', () => {
  expect(codes(asking('renewal', true))).not.toContain('pledge')
  expect(codes(asking('renewal', false))).toContain('pledge')
  expect(narrowForm(form, asking('renewal', true)).sections).toHaveLength(1)
})

test('変更届では、約束はもう一度聞かれない', () => {
  expect(codes(asking('change', false))).not.toContain('pledge')
})

test('すでに出した書類は変更届では要らず、更新では要る', () => {
  const required = (given: Asking) => findField(narrowForm(form, given), 'rules_file')?.required
  expect(required(asking('change', true, ['rules_file']))).toBe(false)
  expect(required(asking('change', true))).toBe(true)
  expect(required(asking('renewal', true, ['rules_file']))).toBe(true)
})

test('変わったところは、答えと新しい書類で、様式の順', () => {
  const before = { name: '緑の会', fee: '1,000円', pledge: true }
  const after = { name: '新緑の会', fee: '1,000円', pledge: false }
  const files = new Set(['rules_file'])
  expect(findChanges(form, { before, after, files })).toEqual(['name', 'rules_file'])
  expect(findChanges(form, { before, after: before, files: new Set() })).toEqual([])
})

test('市が挙げた項目だけが、確認を待つ', () => {
  expect(splitChanges(['name', 'fee', 'rules_file'], ['name', 'rules_file'])).toEqual({
    atOnce: ['fee'],
    waiting: ['name', 'rules_file'],
  })
  expect(splitChanges(['name'], [])).toEqual({ atOnce: ['name'], waiting: [] })
})

test('聞かれて空にした答えは消え、聞かれない答えは残る', () => {
  const before = { name: '緑の会', fee: '1,000円', purpose: '緑を守る' }
  expect(mergeRevised(before, { asked: ['name', 'fee'], answers: { name: '新緑の会' } })).toEqual({
    name: '新緑の会',
    purpose: '緑を守る',
  })
})

test('選んだものの順だけがちがうときは、変わったところではない', () => {
  const files = new Set<string>()
  const before = { name: '緑の会', fields: ['town', 'environment'] }
  const same = { name: '緑の会', fields: ['environment', 'town'] }
  expect(findChanges(form, { before, after: same, files })).toEqual([])
  const fewer = { name: '緑の会', fields: ['environment'] }
  expect(findChanges(form, { before, after: fewer, files })).toEqual(['fields'])
})
