import { expect, test } from 'vitest'
import { formOf } from '#web/form-data.ts'
import { formOfPreset, settingsOf } from './presets.fixture.ts'
import { inFormOrder, uploadProblems, violationProblems } from './save-problems.ts'

const definition = formOfPreset('chigasaki')
const [members, residency] = settingsOf('chigasaki').rules
const text = { ja: '書いてください。', en: 'Please write.' }

test('拒む決まりは、直せる項目のまちがいと同じ形になる', () => {
  const found = violationProblems([{ rule: members!, fields: ['members'] }], definition, [])
  expect(found).toEqual([{ name: 'members', text: members!.message }])
})

test('同じ項目がすでに直しを求められていれば、二度は言わない', () => {
  const known = [{ name: 'members', text }]
  expect(violationProblems([{ rule: members!, fields: ['members'] }], definition, known)).toEqual(
    [],
  )
})

test('様式にない項目の決まりは、様式の始めへ案内する', () => {
  const rule = { ...members!, kind: 'min_households' as const }
  expect(violationProblems([{ rule, fields: ['households'] }], definition, [])[0]?.name).toBe(
    'section-1',
  )
})

test('直すところは、様式の順にならぶ', () => {
  const order = fieldNames([
    { name: 'roster_file', text },
    { name: 'members_in_city', text: residency!.message },
    { name: 'name', text },
  ])
  expect(order).toEqual(['name', 'members_in_city', 'roster_file'])
})

const fieldNames = (problems: Parameters<typeof inFormOrder>[0]) =>
  inFormOrder(problems, definition).map(({ name }) => name)

test('下書きでは、いっしょに送られたファイルのまちがいだけを言う', () => {
  const sent = {
    ...formOf({}),
    files: (name: string) =>
      name === 'rules_file' ? [{ name: 'a.exe', type: '', bytes: new Uint8Array(1) }] : [],
  }
  const problems = [
    { name: 'name', text },
    { name: 'rules_file', text },
    { name: 'roster_file', text },
  ]
  expect(uploadProblems(problems, sent).map(({ name }) => name)).toEqual(['rules_file'])
})
