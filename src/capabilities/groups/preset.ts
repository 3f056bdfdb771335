import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'

/** One eligibility rule. `block` refuses the submission, `warn` lets it through and shows the office why. */
export const eligibilityRule = z.strictObject({
  code: z.string(),
  kind: z.enum([
    'min_members',
    'min_households',
    'residency_percent',
    'activity_months',
    'legal_form_in',
    'field_required',
    'officers_min',
  ]),
  /** The number of the rule: members, households, percent, months, officers. */
  value: z.number().optional(),
  codes: z.array(z.string()).optional(),
  severity: z.enum(['block', 'warn']),
  message: bilingual,
  source: z.string(),
})
export type EligibilityRule = z.infer<typeof eligibilityRule>

/** `registration.json`: how groups register in this city. The form's answers named here feed the directory. */
export const registrationPreset = z.strictObject({
  /** A registration class such as 市民活動団体. */
  name: bilingual,
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
  source: bilingual,
})
export type RegistrationPreset = z.infer<typeof registrationPreset>
