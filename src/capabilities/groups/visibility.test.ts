import { describe, expect, test } from 'vitest'
import { type FormDefinition, fieldsOf, findField, formDefinition } from '../forms/index.ts'
import { cityOf, settingsOf } from './presets.fixture.ts'
import { composeProfile, entryOf } from './profile.ts'
import { judgeRegistration, publicFields, withPolicy } from './visibility.ts'

const label = (ja: string) => ({ ja, en: ja })

const form: FormDefinition = formDefinition.parse({
  code: 'registration',
  title: label('登録'),
  sections: [
    {
      title: label('1'),
      fields: [
        { code: 'purpose', kind: 'textarea', label: label('目的'), visibility: 'public' },
        {
          code: 'contact_phone',
          kind: 'phone',
          label: label('電話'),
          visibility: 'partial',
          visibilityChoosable: true,
        },
        {
          code: 'representative_address',
          kind: 'text',
          label: label('住所'),
          visibility: 'private',
          visibilityChoosable: true,
        },
        { code: 'consent_publication', kind: 'declaration', label: label('公開に同意します。') },
      ],
    },
  ],
})

const answers = {
  purpose: '公開カナリア',
  contact_phone: '0467-00-0001',
  representative_address: '住所カナリア',
  consent_publication: true,
}

const open = { alwaysPublic: [], alwaysPrivate: [], onConsent: false }
const sheet = { definition: form, answers, visibility: {} }
const codes = (...given: Parameters<typeof publicFields>) =>
  publicFields(...given).map(({ code }) => code)

describe('項目ごとの公開', () => {
  test('団体が選べる項目は、選んだとおりに公開される', () => {
    expect(codes(sheet, open)).toEqual(['purpose'])
    const chosen = { ...sheet, visibility: { contact_phone: 'public' } as const }
    expect(codes(chosen, open)).toEqual(['purpose', 'contact_phone'])
  })

  test('市が必ず公開しない項目は、団体が公開を選んでいても公開されない', () => {
    const chosen = { ...sheet, visibility: { representative_address: 'public' } as const }
    expect(codes(chosen, open)).toContain('representative_address')
    const rules = { ...open, alwaysPrivate: ['representative_address'] }
    expect(codes(chosen, rules)).not.toContain('representative_address')
    expect(JSON.stringify(composeProfile(chosen, cityOf('kamakura'), rules))).not.toContain(
      '住所カナリア',
    )
  })

  test('市が必ず公開する項目は、団体が公開しないを選んでいても公開される', () => {
    const chosen = { ...sheet, visibility: { contact_phone: 'private' } as const }
    const rules = { ...open, alwaysPublic: ['contact_phone'] }
    const profile = composeProfile(chosen, cityOf('kamakura'), rules)
    expect(entryOf(profile, 'contact_phone')?.text.ja).toBe('0467-00-0001')
  })

  test('両方に挙げられた項目は、公開されない', () => {
    const both = ['contact_phone']
    expect(codes(sheet, { ...open, alwaysPublic: both, alwaysPrivate: both })).toEqual(['purpose'])
  })

  test('市が決めた項目は選べず、そのことが様式に書かれる', () => {
    const shown = withPolicy(form, { alwaysPublic: [], alwaysPrivate: ['contact_phone'] })
    const field = findField(shown, 'contact_phone')
    expect(field).toMatchObject({ visibilityChoosable: false, visibility: 'private' })
    expect(field?.hint?.ja).toContain('公開しません')
    expect(fieldsOf(shown).filter((one) => one.visibilityChoosable)).toHaveLength(1)
  })

  test('同意しない団体は、必ず公開する項目だけが公開される', () => {
    const { consent_publication: _, ...without } = answers
    const silent = { ...sheet, answers: without }
    const rules = { alwaysPublic: ['contact_phone'], alwaysPrivate: [], onConsent: true }
    expect(codes(silent, rules)).toEqual(['contact_phone'])
    expect(codes(sheet, rules)).toEqual(['purpose', 'contact_phone'])
  })
})

describe('公開に同意した団体だけを登録する市', () => {
  const settings = (required: boolean, fields: readonly string[] = []) => ({
    ...settingsOf('kamakura'),
    rules: [],
    publication: { required, fields: [...fields] },
    visibility: { alwaysPublic: [], alwaysPrivate: [] },
  })
  const applicant = {
    answers,
    files: new Set<string>(),
    today: '2026-11-20',
    visibility: {},
  } as const
  const { consent_publication: _, ...without } = answers

  test('同意がなければ登録できず、求めない市なら登録できる', () => {
    const silent = { ...applicant, answers: without }
    expect(judgeRegistration(settings(true), form, silent)).toHaveLength(1)
    expect(judgeRegistration(settings(true), form, applicant)).toEqual([])
    expect(judgeRegistration(settings(false), form, silent)).toEqual([])
  })

  test('公開を求める項目は、公開を選ぶまで登録できない', () => {
    const asked = settings(true, ['contact_phone'])
    expect(judgeRegistration(asked, form, applicant)).toMatchObject([{ fields: ['contact_phone'] }])
    const chosen = { ...applicant, visibility: { contact_phone: 'public' } as const }
    expect(judgeRegistration(asked, form, chosen)).toEqual([])
  })
})
