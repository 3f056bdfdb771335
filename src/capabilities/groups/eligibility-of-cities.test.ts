import { describe, expect, test } from 'vitest'
import type { Answers } from '../forms/index.ts'
import { findViolations } from './eligibility.ts'
import type { EligibilityRule } from './preset.ts'

const today = '2026-11-20'

const rule = (part: Pick<EligibilityRule, 'kind'> & Partial<EligibilityRule>): EligibilityRule => ({
  code: part.kind,
  severity: 'block',
  message: { ja: 'だめ', en: 'no' },
  source: 'test',
  ...part,
})

const isMet = (
  rules: readonly EligibilityRule[],
  answers: Answers,
  published: readonly string[] = [],
): boolean =>
  findViolations(rules, {
    answers,
    files: new Set<string>(),
    today,
    published: new Set(published),
  }).length === 0

type City = {
  readonly name: string
  readonly rules: readonly EligibilityRule[]
  readonly fits: Answers
  readonly not: readonly Answers[]
  readonly published?: readonly string[]
}

const members = (value: number) => rule({ kind: 'min_members', value })

/** The rules of real cities (municipal-practice §1.1), each with the last that fits and the first that does not. */
const cities: readonly City[] = [
  {
    name: '三鷹・草津・宗像・山陽小野田は3人から',
    rules: [members(3)],
    fits: { members: 3 },
    not: [{ members: 2 }, {}],
  },
  {
    name: '草津は法人のうちNPO法人だけ',
    rules: [members(3), rule({ kind: 'legal_form_in', codes: ['voluntary', 'npo'] })],
    fits: { members: 3, legal_form: 'npo' },
    not: [
      { members: 3, legal_form: 'company' },
      { members: 2, legal_form: 'npo' },
    ],
  },
  {
    name: '野洲は2人からで、市民が2分の1以上',
    rules: [members(2), rule({ kind: 'residency_percent', value: 50 })],
    fits: { members: 4, members_in_city: 2 },
    not: [
      { members: 5, members_in_city: 2 },
      { members: 1, members_in_city: 1 },
    ],
  },
  {
    name: '新宿は5人から、NPO法人は10人から',
    rules: [
      rule({ kind: 'min_members', value: 10, legalForms: ['npo'] }),
      rule({ kind: 'min_members', value: 5, legalForms: ['voluntary'] }),
      rule({ kind: 'declared', codes: ['pledge'] }),
    ],
    fits: { members: 5, legal_form: 'voluntary', pledge: true },
    not: [
      { members: 9, legal_form: 'npo', pledge: true },
      { members: 4, legal_form: 'voluntary', pledge: true },
      { members: 5, legal_form: 'voluntary' },
    ],
  },
  {
    name: '海津は5人からで、1年以上の活動',
    rules: [members(5), rule({ kind: 'activity_months', value: 12 })],
    fits: { members: 5, founded: '2025-11-20' },
    not: [
      { members: 5, founded: '2025-11-21' },
      { members: 4, founded: '2025-11-20' },
    ],
  },
  {
    name: '姫路は5人からで過半数が地域の人、6か月の内に活動',
    rules: [
      members(5),
      rule({ kind: 'residency_percent', value: 50, moreThan: true }),
      rule({ kind: 'active_within_months', value: 6 }),
    ],
    fits: { members: 6, members_in_city: 4, last_activity: '2026-05-21' },
    not: [
      { members: 6, members_in_city: 3, last_activity: '2026-11-01' },
      { members: 6, members_in_city: 4, last_activity: '2026-05-20' },
      { members: 6, members_in_city: 4, last_activity: '2026-11-21' },
    ],
  },
  {
    name: '港区は10人からで70％が区民、15歳以上',
    rules: [
      members(10),
      rule({ kind: 'residency_percent', value: 70 }),
      rule({ kind: 'age_min', value: 15 }),
    ],
    fits: { members: 10, members_in_city: 7, youngest_age: 15 },
    not: [
      { members: 10, members_in_city: 6, youngest_age: 15 },
      { members: 10, members_in_city: 7, youngest_age: 14 },
      { members: 9, members_in_city: 9, youngest_age: 15 },
    ],
  },
  {
    name: '函館は市内の所在地、会員の募集、公開への同意',
    rules: [
      rule({ kind: 'field_required', codes: ['office_address'] }),
      rule({ kind: 'answer_yes', codes: ['recruiting'] }),
      rule({ kind: 'declared', codes: ['consent_publication'] }),
    ],
    fits: { office_address: '函館市', recruiting: true, consent_publication: true },
    not: [
      { office_address: '函館市', recruiting: false, consent_publication: true },
      { recruiting: true, consent_publication: true },
      { office_address: '函館市', recruiting: true },
    ],
  },
  {
    name: '松浪コミュニティセンターは5世帯からで、代表と過半数が住民',
    rules: [
      rule({ kind: 'min_households', value: 5 }),
      rule({ kind: 'answer_yes', codes: ['representative_in_city'] }),
      rule({ kind: 'residency_percent', value: 50, moreThan: true }),
    ],
    fits: { households: 5, representative_in_city: true, members: 9, members_in_city: 5 },
    not: [
      { households: 4, representative_in_city: true, members: 9, members_in_city: 5 },
      { households: 5, representative_in_city: false, members: 9, members_in_city: 5 },
      { households: 5, representative_in_city: true, members: 10, members_in_city: 5 },
    ],
  },
  {
    name: '草津は法の分野のうちどれか一つ',
    rules: [rule({ kind: 'fields_in', codes: ['environment', 'welfare'] })],
    fits: { fields: ['hobby', 'welfare'] },
    not: [{ fields: ['hobby'] }, {}],
  },
  {
    name: '宇治は公開する連絡先が一つは要る',
    rules: [rule({ kind: 'published_one_of', codes: ['contact_phone', 'contact_email'] })],
    fits: { contact_phone: '0774-00-0000', contact_email: 'a@example.jp' },
    not: [{ contact_phone: '0774-00-0000' }, {}],
    published: ['contact_email'],
  },
]

describe('各地の登録の決まり', () => {
  test.each(cities)('$name', ({ rules, fits, not, published = [] }) => {
    expect(isMet(rules, fits, published)).toBe(true)
    for (const answers of not)
      expect([answers, isMet(rules, answers, published)]).toEqual([answers, false])
  })

  test('満たさない決まりは、順にすべて示される', () => {
    const { rules } = cities.find(({ name }) => name.startsWith('港区'))!
    const found = findViolations(rules, {
      answers: { members: 9, members_in_city: 6, youngest_age: 14 },
      files: new Set<string>(),
      today,
    })
    expect(found.map(({ rule: one }) => one.kind)).toEqual([
      'min_members',
      'residency_percent',
      'age_min',
    ])
  })
})
