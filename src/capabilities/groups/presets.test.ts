import { expect, test } from 'vitest'
import { parseNumberPattern } from '#kernel/pattern.ts'
import { fieldsOf, findField, optionsOf } from '../forms/index.ts'
import { cityOf, formOfPreset, presetNames, settingsOf } from './presets.fixture.ts'

const needed = [
  'name',
  'name_kana',
  'legal_form',
  'representative_name',
  'members',
  'fields',
  'purpose',
  'activities',
]

test.each(presetNames)('%s の様式は、名簿に要る項目をすべて聞く', (preset) => {
  const asked = fieldsOf(formOfPreset(preset)).map(({ code }) => code)
  expect(needed.filter((code) => !asked.includes(code))).toEqual([])
})

test.each(presetNames)('%s の決まりは、様式にある項目と市の一覧にある形だけを使う', (preset) => {
  const asked = fieldsOf(formOfPreset(preset)).map(({ code }) => code)
  const forms = cityOf(preset).legalForms.map(({ code }) => code)
  for (const rule of settingsOf(preset).rules) {
    const known = rule.kind === 'legal_form_in' ? forms : asked
    expect((rule.codes ?? []).filter((code) => !known.includes(code))).toEqual([])
  }
})

test.each(presetNames)('%s の登録番号の型は正しい', (preset) => {
  expect(parseNumberPattern(settingsOf(preset).numberPattern).ok).toBe(true)
})

test.each(presetNames)('%s では、住所と書類を公開の項目にしない', (preset) => {
  const open = fieldsOf(formOfPreset(preset)).filter(({ visibility }) => visibility === 'public')
  expect(open.filter(({ kind }) => kind === 'file' || kind === 'declaration')).toEqual([])
  expect(open.map(({ code }) => code)).not.toContain('representative_address')
})

test.each(presetNames)('%s の様式は、決まりが断る団体の形を選ばせない', (preset) => {
  const field = findField(formOfPreset(preset), 'legal_form')
  const offered = field ? optionsOf(field, cityOf(preset)).map(({ code }) => code) : []
  for (const rule of settingsOf(preset).rules) {
    if (rule.kind !== 'legal_form_in' || rule.severity !== 'block') continue
    expect(offered.filter((code) => !rule.codes?.includes(code))).toEqual([])
  }
})
