import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'

const fieldCode = z.string().regex(/^[a-z][a-z0-9_]*$/)
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** One eligibility rule. `block` refuses the submission, `warn` lets it through and shows the office why. */
export const eligibilityRule = z.strictObject({
  code: z.string(),
  kind: z.enum([
    'min_members',
    'min_households',
    'officers_min',
    'age_min', // the youngest member
    'residency_percent', // 市内の人の割合; with `moreThan` 過半数
    'activity_months', // so long since the foundation
    'active_within_months', // the last activity is not longer ago
    'legal_form_in',
    'fields_in', // at least one of these fields of activity
    'field_required',
    'answer_yes', // 会員を募集すること、代表が市民であること
    'declared', // every one of these declarations
    'published_one_of', // at least one of these answers is public (宇治: a way to be reached)
  ]),
  /** The number of the rule: members, households, percent, months, officers, years of age. */
  value: z.number().optional(),
  /** True where exactly `value` is not enough: 過半数 is more than 50 %. */
  moreThan: z.boolean().optional(),
  codes: z.array(z.string()).optional(),
  /** The rule is for groups of these legal forms only (新宿: NPO法人 10人、ほかは5人). */
  legalForms: z.array(z.string()).optional(),
  severity: z.enum(['block', 'warn']),
  message: bilingual,
  /** The rule as a condition, for those who have not begun; derived from its kind where it is not given. */
  guide: bilingual.optional(),
  source: z.string(),
})
export type EligibilityRule = z.infer<typeof eligibilityRule>

/** 更新: when groups are asked again, with which form, and what becomes of those who do not answer. */
const renewal = z.strictObject({
  /** The shorter form, filled with the answers of last time; its papers are asked anew. */
  form: z.string(),
  /** Usual first and last day of the campaign, in the fiscal year that ends. */
  opens: monthDay,
  closes: monthDay,
  /** So many days before the last day those who have not answered are reminded. */
  reminders: z.array(z.number().int().positive()),
  /** Who does not answer loses the registration the day after; or the desk decides for each. */
  lapses: z.enum(['by_itself', 'by_desk']),
  /** Days after the lapse in which the group may still renew; 0 for none. */
  lateDays: z.number().int().nonnegative(),
  source: z.string(),
})

/** A registration class such as 市民活動団体: what it is for, and its own form, rules, period and number. */
export const registrationClass = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: bilingual,
  /** For whom and for what, where a city has several. */
  purpose: bilingual.optional(),
  /** What it brings; the product's own words where the city says nothing. */
  benefits: z.array(bilingual).default([]),
  /** Form code in `forms/`. It must hold: name, name_kana, legal_form, representative_name, members, fields, purpose, activities. */
  form: z.string(),
  rules: z.array(eligibilityRule),
  validity: z.strictObject({
    kind: z.enum(['fiscal_years', 'unlimited']),
    years: z.number().int().optional(),
  }),
  /** Working days the centre aims to answer in. */
  reviewDays: z.number().int(),
  numberPattern: z.string(),
  /** 仮登録: after the check somebody of the group comes to the counter; what they bring. */
  visit: z.strictObject({ bring: bilingual }).optional(),
  changes: z
    .strictObject({
      /** 変更届 of these answers takes effect when the desk has checked it; of all others at once. */
      approval: z.array(fieldCode),
      /** Whether an answer that more people than before are to read waits for the desk. Closing never waits. */
      openings: z.enum(['at_once', 'by_desk']).default('at_once'),
      reviewDays: z.number().int().positive(),
    })
    .default({
      approval: ['name', 'name_kana', 'legal_form', 'representative_name'],
      openings: 'at_once',
      reviewDays: 7,
    }),
  renewal: renewal.optional(),
  source: bilingual,
})
export type RegistrationClass = z.infer<typeof registrationClass>

/** What the city decides about the visibility of answers; it counts before what a form or a group says. */
export const visibilityPolicy = z.strictObject({
  alwaysPublic: z.array(fieldCode),
  alwaysPrivate: z.array(fieldCode),
})
export type VisibilityPolicy = z.infer<typeof visibilityPolicy>

/** `registration.json`: how groups register in this city. */
export const registrationPreset = z.strictObject({
  classes: z.array(registrationClass).min(1),
  visibility: visibilityPolicy.default({ alwaysPublic: [], alwaysPrivate: [] }),
  publication: z
    .strictObject({
      /** True where a group that does not agree to be published cannot register. */
      required: z.boolean(),
      /** Answers that the group must open to everyone then (笛吹: 責任者氏名・連絡先・活動内容). */
      fields: z.array(fieldCode),
    })
    .default({ required: false, fields: [] }),
  /** Grounds on which a registration is revoked; the office names one and says why. */
  revocationGrounds: z.array(z.strictObject({ code: z.string(), label: bilingual })).min(1),
})
export type RegistrationPreset = z.infer<typeof registrationPreset>

/** One class with what holds for all classes of the city. */
export type RegistrationSettings = RegistrationClass & Omit<RegistrationPreset, 'classes'>
