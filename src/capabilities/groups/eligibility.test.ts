import { describe, expect, test } from 'vitest'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Answers } from '../forms/index.ts'
import { type Applicant, findViolations, isBlocking } from './eligibility.ts'
import type { EligibilityRule } from './preset.ts'
import { presetNames, settingsOf } from './presets.fixture.ts'

const rule = (part: Pick<EligibilityRule, 'kind'> & Partial<EligibilityRule>): EligibilityRule => ({
  code: part.kind,
  severity: 'block',
  message: { ja: 'だめ', en: 'no' },
  source: 'test',
  ...part,
})

const today: PlainDate = '2026-11-20'
const judged = (answers: Answers, files: readonly string[] = [], on = today): Applicant => ({
  answers,
  files: new Set(files),
  today: on,
})
const fieldsFor = (one: EligibilityRule, applicant: Applicant): readonly string[] =>
  findViolations([one], applicant).flatMap(({ fields }) => fields)

describe('決まりの種類ごと', () => {
  test.each([
    ['min_members', 'members'],
    ['min_households', 'households'],
    ['officers_min', 'officers'],
  ] as const)('%s は、その数ちょうどから満たす', (kind, field) => {
    const one = rule({ kind, value: 5 })
    expect(fieldsFor(one, judged({ [field]: 4 }))).toEqual([field])
    expect(fieldsFor(one, judged({ [field]: 5 }))).toEqual([])
  })

  test('書かれていない数は、満たしたことにならない', () => {
    expect(fieldsFor(rule({ kind: 'min_members', value: 3 }), judged({}))).toEqual(['members'])
    const typed = judged({ members: '十人' })
    expect(fieldsFor(rule({ kind: 'min_members', value: 3 }), typed)).toEqual(['members'])
  })

  test('役員は、表の行でも数えられる', () => {
    const officers = [{ name: '山田' }, { name: '鈴木' }, { name: '佐藤' }]
    const one = rule({ kind: 'officers_min', value: 3 })
    expect(fieldsFor(one, judged({ officers }))).toEqual([])
    expect(fieldsFor(one, judged({ officers: officers.slice(1) }))).toEqual(['officers'])
  })

  test('市内の人の割合は、ちょうど半分で満たし、1人足りないと満たさない', () => {
    const half = rule({ kind: 'residency_percent', value: 50 })
    expect(fieldsFor(half, judged({ members: 7, members_in_city: 4 }))).toEqual([])
    expect(fieldsFor(half, judged({ members: 8, members_in_city: 4 }))).toEqual([])
    expect(fieldsFor(half, judged({ members: 9, members_in_city: 4 }))).toEqual(['members_in_city'])
  })

  test('割合は丸めない：3分の1は33%を満たし、34%を満たさない', () => {
    const third = judged({ members: 3, members_in_city: 1 })
    expect(fieldsFor(rule({ kind: 'residency_percent', value: 33 }), third)).toEqual([])
    expect(fieldsFor(rule({ kind: 'residency_percent', value: 34 }), third)).toHaveLength(1)
  })

  test('会員が0人の答えは割合を示さず、会員より市内の人が多い答えは「足りない」とは言わない', () => {
    const half = rule({ kind: 'residency_percent', value: 50 })
    expect(fieldsFor(half, judged({ members: 5, members_in_city: 6 }))).toEqual([])
    expect(fieldsFor(half, judged({ members: 0, members_in_city: 0 }))).toHaveLength(1)
  })

  test('活動期間は、満了した次の日から満たす', () => {
    const year = rule({ kind: 'activity_months', value: 12 })
    const founded = { founded: '2025-11-20' }
    expect(fieldsFor(year, judged(founded, [], '2026-11-19'))).toEqual(['founded'])
    expect(fieldsFor(year, judged(founded, [], '2026-11-20'))).toEqual([])
  })

  test('2月29日に始めた会の1年は、翌年の2月28日に満了する', () => {
    const year = rule({ kind: 'activity_months', value: 12 })
    const leap = { founded: '2024-02-29' }
    expect(fieldsFor(year, judged(leap, [], '2025-02-28'))).toEqual(['founded'])
    expect(fieldsFor(year, judged(leap, [], '2025-03-01'))).toEqual([])
  })

  test('日付として読めない設立日は、期間を示したことにならない', () => {
    const year = rule({ kind: 'activity_months', value: 12 })
    expect(fieldsFor(year, judged({ founded: '昭和のころ' }))).toEqual(['founded'])
  })

  test('団体の形は、並べたものだけを受け付ける', () => {
    const forms = rule({ kind: 'legal_form_in', codes: ['npo', 'voluntary'] })
    expect(fieldsFor(forms, judged({ legal_form: 'npo' }))).toEqual([])
    expect(fieldsFor(forms, judged({ legal_form: 'company' }))).toEqual(['legal_form'])
    expect(fieldsFor(forms, judged({}))).toEqual(['legal_form'])
  })

  test('必要な項目は、足りないものだけを知らせ、ファイルも答えに数える', () => {
    const needed = rule({ kind: 'field_required', codes: ['purpose', 'fields', 'rules_file'] })
    expect(fieldsFor(needed, judged({ purpose: '山', fields: [] }))).toEqual([
      'fields',
      'rules_file',
    ])
    expect(fieldsFor(needed, judged({ purpose: '山', fields: ['a'] }, ['rules_file']))).toEqual([])
  })

  test('「いいえ」という答えは、書かれていないのとはちがう', () => {
    const needed = rule({ kind: 'field_required', codes: ['recruiting'] })
    expect(fieldsFor(needed, judged({ recruiting: false }))).toEqual([])
  })

  test('満たさない決まりは、一度に全部知らせる', () => {
    const rules = [
      rule({ kind: 'min_members', value: 3 }),
      rule({ kind: 'officers_min', value: 2, severity: 'warn' }),
      rule({ kind: 'legal_form_in', codes: ['npo'] }),
    ]
    const found = findViolations(rules, judged({ members: 2, officers: 2, legal_form: 'person' }))
    expect(found.map((one) => one.rule.kind)).toEqual(['min_members', 'legal_form_in'])
    expect(found.every(isBlocking)).toBe(true)
  })
})

describe('4市の決まり（presets の数字）', () => {
  const codes = (preset: string, answers: Answers, files: readonly string[] = []) => {
    const found = findViolations(settingsOf(preset).rules, judged(answers, files))
    return {
      blocked: found.filter(isBlocking).map((one) => one.rule.code),
      warned: found.filter((one) => !isBlocking(one)).map((one) => one.rule.code),
    }
  }

  test('鎌倉：1人でも登録でき、3人・役員3人・1年に足りないことは注意にとどまる', () => {
    const told = {
      purpose: '里山',
      activities: '手入れ',
      fields: ['environment'],
      area: '市内',
      office_address: '御成町',
      members: 2,
      officers: 2,
      founded: '2025-11-21',
    }
    expect(codes('kamakura', told)).toEqual({
      blocked: [],
      warned: ['few-members', 'joint-project-officers', 'joint-project-record'],
    })
    const grown = { ...told, members: 3, officers: 3, founded: '2025-11-20' }
    expect(codes('kamakura', grown)).toEqual({ blocked: [], warned: [] })
    expect(codes('kamakura', { ...grown, office_address: '' }).blocked).toEqual(['contact-place'])
  })

  test('山口：2人から登録でき、5人から保険の注意がなくなり、会社と個人は登録できない', () => {
    const told = {
      purpose: '里山',
      activities: '手入れ',
      members: 2,
      legal_form: 'voluntary',
    }
    const papers = ['rules_file', 'plan_file']
    expect(codes('yamaguchi', told, papers)).toEqual({ blocked: [], warned: ['insurance-members'] })
    expect(codes('yamaguchi', { ...told, members: 5 }, papers).warned).toEqual([])
    expect(codes('yamaguchi', { ...told, members: 1 }, papers).blocked).toEqual(['organised'])
    for (const legal_form of ['company', 'person'])
      expect(codes('yamaguchi', { ...told, legal_form }, papers).blocked).toEqual([
        'non-profit-form',
      ])
    expect(codes('yamaguchi', told, []).blocked).toEqual(['continuing'])
  })

  test('鎌ケ谷：3人以上で、割合50%と役員2人は注意、会社と個人は登録できない', () => {
    const told = { members: 3, members_in_city: 1, officers: 1, legal_form: 'npo' }
    expect(codes('kamagaya', told)).toEqual({
      blocked: [],
      warned: ['half-in-city', 'two-officers', 'rules-later'],
    })
    const full = { ...told, members_in_city: 2, officers: 2 }
    expect(codes('kamagaya', full, ['rules_file'])).toEqual({ blocked: [], warned: [] })
    expect(codes('kamagaya', { ...full, members: 2 }, ['rules_file']).blocked).toEqual([
      'three-members',
    ])
    expect(codes('kamagaya', { ...full, legal_form: 'company' }, ['rules_file']).blocked).toEqual([
      'group-forms',
    ])
  })

  test('茅ヶ崎：3人以上と2分の1以上が必要で、会則は後からでよい', () => {
    expect(codes('chigasaki', { members: 4, members_in_city: 2 })).toEqual({
      blocked: [],
      warned: ['rules-attached'],
    })
    expect(codes('chigasaki', { members: 2, members_in_city: 0 }, ['rules_file'])).toEqual({
      blocked: ['three-members', 'half-citizens'],
      warned: [],
    })
  })

  test('どの市の決まりも、種類に合う数か項目を持つ', () => {
    for (const preset of presetNames)
      for (const one of settingsOf(preset).rules) {
        const listed = one.kind === 'field_required' || one.kind === 'legal_form_in'
        expect(listed ? (one.codes ?? []).length : (one.value ?? 0)).toBeGreaterThan(0)
      }
  })
})
