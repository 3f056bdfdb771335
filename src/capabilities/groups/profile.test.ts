import { describe, expect, test } from 'vitest'
import type { Answer, Answers } from '../forms/index.ts'
import { type FormField, fieldsOf, optionsOf } from '../forms/index.ts'
import { cityOf, formOfPreset, presetNames } from './presets.fixture.ts'
import { composeProfile, emptyProfile, entryOf } from './profile.ts'

/** Every field answered with a text that can be recognised. */
const answerFor = (field: FormField, preset: string): Answer => {
  const [first] = optionsOf(field, cityOf(preset))
  if (field.kind === 'choice') return first?.code ?? ''
  if (field.kind === 'choices') return first ? [first.code] : []
  if (field.kind === 'yes_no' || field.kind === 'declaration') return true
  if (field.kind === 'number' || field.kind === 'money') return 5
  return field.kind === 'date' ? '2020-04-01' : `印${field.code}`
}

const filledIn = (preset: string): Answers =>
  Object.fromEntries(
    fieldsOf(formOfPreset(preset)).map((field) => [field.code, answerFor(field, preset)]),
  )

describe.each(presetNames)('%s の公開される紹介', (preset) => {
  const definition = formOfPreset(preset)
  const sheet = { definition, answers: filledIn(preset), visibility: {} }

  test('公開の項目だけでできている', () => {
    const open = fieldsOf(definition)
      .filter(({ visibility }) => visibility === 'public')
      .map(({ code }) => code)
    const shown = composeProfile(sheet, cityOf(preset)).entries.map(({ code }) => code)
    expect(shown.length).toBeGreaterThan(8)
    expect(shown.filter((code) => !open.includes(code))).toEqual([])
  })

  test('公開でない答えは、紹介のどこにも出てこない', () => {
    const profile = composeProfile(sheet, cityOf(preset))
    const everything = JSON.stringify(profile)
    for (const { code, visibility, kind } of fieldsOf(definition))
      if (visibility !== 'public' && kind !== 'number')
        expect(everything).not.toContain(`印${code}`)
  })

  test('選べる項目を公開すると出て、閉じると消える', () => {
    const opened = composeProfile(
      { ...sheet, visibility: { contact_phone: 'public', representative_name: 'private' } },
      cityOf(preset),
    )
    expect(entryOf(opened, 'contact_phone')?.text.ja).toBe('印contact_phone')
    expect(entryOf(opened, 'representative_name')).toBeUndefined()
  })

  test('選べない項目は、公開と送られてきても公開しない', () => {
    const forced = composeProfile(
      { ...sheet, visibility: { representative_kana: 'public', consent_publication: 'public' } },
      cityOf(preset),
    )
    const fixed = fieldsOf(definition).find(({ code }) => code === 'representative_kana')
    if (!fixed?.visibilityChoosable) expect(entryOf(forced, 'representative_kana')).toBeUndefined()
    expect(entryOf(forced, 'consent_publication')).toBeUndefined()
  })
})

test('答えのない項目は出さず、概要は活動の中身の始めを90字までで切る', () => {
  const definition = formOfPreset('kamakura')
  const answers = { activities: `里山の${'手入れ'.repeat(40)}`, purpose: '緑を守る' }
  const profile = composeProfile({ definition, answers, visibility: {} }, cityOf('kamakura'))
  expect(profile.entries.map(({ code }) => code)).toEqual(['purpose', 'activities'])
  expect([...profile.summary.ja]).toHaveLength(90)
  expect(profile.summary.ja.endsWith('…')).toBe(true)
  expect(composeProfile({ definition, answers: {}, visibility: {} }, cityOf('kamakura'))).toEqual(
    emptyProfile,
  )
})
