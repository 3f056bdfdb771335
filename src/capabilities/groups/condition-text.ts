import { type Bilingual, type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { type FormDefinition, findField } from '../forms/index.ts'
import type { EligibilityRule } from './preset.ts'

/** What a condition is told with: names of the form's fields and of the city's codes. */
type Around = { readonly city: City; readonly definition: FormDefinition }

const joined = (names: readonly Bilingual[]): Bilingual => ({
  ja: names.map((name) => name.ja).join('・'),
  en: names.map((name) => name.en).join(', '),
})

const labelsOf = ({ codes = [] }: EligibilityRule, { definition }: Around): Bilingual =>
  joined(codes.map((code) => findField(definition, code)?.label ?? { ja: code, en: code }))

/** 12 months are a year. */
const timeOf = (months: number): Bilingual =>
  months % 12 === 0
    ? { ja: `${months / 12}年`, en: months === 12 ? '1 year' : `${months / 12} years` }
    : { ja: `${months}か月`, en: `${months} months` }

type Telling = (rule: EligibilityRule, around: Around) => Bilingual

const number =
  (ja: (n: number) => string, en: (n: number) => string): Telling =>
  ({ value = 0 }) => ({ ja: ja(value), en: en(value) })

const tellings: Readonly<Record<EligibilityRule['kind'], Telling>> = {
  min_members: number(
    (n) => `会員が${n}人以上いること`,
    (n) => `At least ${n} members`,
  ),
  min_households: number(
    (n) => `入っている世帯が${n}以上あること`,
    (n) => `At least ${n} households`,
  ),
  officers_min: number(
    (n) => `代表者を入れて、役員が${n}人以上いること`,
    (n) => `At least ${n} officers, the leader among them`,
  ),
  age_min: number(
    (n) => `会員がみな${n}歳以上であること`,
    (n) => `All members are ${n} or older`,
  ),
  residency_percent: ({ value = 0, moreThan }) => ({
    ja: `会員の${value}％${moreThan ? 'をこえる人' : '以上'}が、市内に住む・働く・学ぶ人であること`,
    en: `${moreThan ? 'More than' : 'At least'} ${value}% of the members live, work or study in the city`,
  }),
  activity_months: ({ value = 0 }) => ({
    ja: `${timeOf(value).ja}以上続けて活動していること`,
    en: `Active for at least ${timeOf(value).en}`,
  }),
  active_within_months: ({ value = 0 }) => ({
    ja: `この${timeOf(value).ja}のうちに活動していること`,
    en: `Active within the last ${timeOf(value).en}`,
  }),
  legal_form_in: ({ codes = [] }, { city }) => {
    const names = joined(codes.map((code) => nameOfCode(city.legalForms, code)))
    return { ja: `団体の形：${names.ja}`, en: `Legal form: ${names.en}` }
  },
  fields_in: ({ codes = [] }, { city }) => {
    const names = joined(codes.map((code) => nameOfCode(city.fields, code)))
    return { ja: `活動の分野：${names.ja}のどれか`, en: `Field of activity: one of ${names.en}` }
  },
  field_required: labelsOf,
  answer_yes: labelsOf,
  declared: labelsOf,
  published_one_of: (rule, around) => {
    const { ja, en } = labelsOf(rule, around)
    return { ja: `${ja}のどれかを公開すること`, en: `One of these is public: ${en}` }
  },
}

/** A rule as a condition, for people who have not begun to write: not as something that they lack. */
export const conditionText = (rule: EligibilityRule, around: Around, lang: Language): string =>
  say(rule.guide ?? tellings[rule.kind](rule, around), lang)
