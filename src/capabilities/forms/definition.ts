import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'

/** Who may read an answer: everyone; the parties and staff; only the staff who work on it. */
export const visibilities = ['public', 'partial', 'private'] as const
export type Visibility = (typeof visibilities)[number]

const code = z.string().regex(/^[a-z][a-z0-9_]*$/)
const option = z.strictObject({ code: z.string().regex(/^[a-z0-9-]+$/), label: bilingual })

/** Code lists of the city that options may be taken from, instead of being written into the form. */
export const optionSources = ['fields', 'legalForms', 'departments', 'modes', 'areas'] as const

const column = z.strictObject({
  code,
  label: bilingual,
  kind: z.enum(['text', 'textarea', 'number', 'money', 'date']),
  required: z.boolean().default(false),
})

const field = z.strictObject({
  code,
  kind: z.enum([
    'text', // one line
    'kana', // フリガナ, stored as 全角カタカナ
    'textarea', // several lines
    'number', // whole number ≥ 0
    'money', // whole yen
    'date', // 西暦 or 和暦 accepted
    'email',
    'phone',
    'postal', // 郵便番号
    'url',
    'corporate_number', // 法人番号, 13 digits with check digit
    'choice', // exactly one of options
    'choices', // several of options
    'yes_no',
    'declaration', // a statement the person must agree to; its wording is the label, versioned with the form
    'file', // one or more files
    'table', // rows of columns, e.g. 収支予算, 役割分担
  ]),
  label: bilingual,
  hint: bilingual.optional(),
  required: z.boolean().default(false),
  /** A paper of kind `file` that may be brought to the counter instead. */
  byHand: z.boolean().optional(),
  visibility: z.enum(visibilities).default('partial'),
  /** The person may choose the visibility of this answer. */
  visibilityChoosable: z.boolean().default(false),
  max: z.number().int().positive().optional(),
  min: z.number().int().optional(),
  /** What a `number` counts: 人, 年. Shown after the field and after the answer. */
  unit: bilingual.optional(),
  /** The number of which this one is a part: it cannot be more. */
  partOf: code.optional(),
  /** Who may write this answer besides those whose sheet it is: staff who advise, nothing else of the sheet. */
  openTo: z.enum(['centre']).optional(),
  options: z.array(option).optional(),
  optionsFrom: z.enum(optionSources).optional(),
  /** Codes of the city's list that this question does not offer. */
  optionsExcept: z.array(z.string()).optional(),
  columns: z.array(column).optional(),
  /** A `money` column of a table whose sum is shown and stored as `<code>_total`. */
  sum: code.optional(),
})

/** A form: sections of fields. Definitions are versioned; answers always name the version they were given to. */
export const formDefinition = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: bilingual,
  intro: bilingual.optional(),
  sections: z.array(
    z.strictObject({ title: bilingual, intro: bilingual.optional(), fields: z.array(field) }),
  ),
  source: z.string().optional(),
})
export type FormDefinition = z.infer<typeof formDefinition>
export type FormField = z.infer<typeof field>
export type FormColumn = z.infer<typeof column>
