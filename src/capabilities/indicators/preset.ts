import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'
import { isPlainDate } from '#kernel/calendar.ts'
import { roundings } from '#kernel/ratio.ts'
import { findScaleProblems, sayScaleProblem, scale } from '#kernel/scale.ts'
import { definitionCodes } from './shared-definitions.ts'

const source = z.string().min(3)
const code = z.string().regex(/^[a-z0-9-]{1,40}$/)
const year = z.number().int().min(1900).max(2200)

/** A value with the decimals with which it was printed: `45.0` and `100` are not the same print. */
export const printedNumber = z.string().regex(/^-?\d{1,11}(\.\d{1,6})?$/)

export const directions = ['up', 'down', 'keep'] as const
export const bounds = ['at-least', 'at-most'] as const

const bound = z.enum(bounds).optional()

/** By which rule a value is held against its target. */
export const judgementRule = z
  .strictObject({
    /** `of-target`: what part of the target the value is. `of-way`: what part of the way from the base to it was made. */
    measure: z.enum(['of-target', 'of-way']),
    /** The best grade is the target reached. */
    scale,
    source: bilingual,
  })
  .superRefine((rule, context) => {
    if (rule.scale.measure !== 'percent')
      context.addIssue({ code: 'custom', path: ['scale'], message: '割合の境目が必要です。' })
    for (const problem of findScaleProblems(rule.scale))
      context.addIssue({ code: 'custom', path: ['scale'], message: sayScaleProblem(problem).ja })
  })
export type JudgementRule = z.infer<typeof judgementRule>

/** Another source that gives another number for the same. */
const claim = z.strictObject({ value: printedNumber, year, when: bilingual, source })

const target = z.strictObject({
  year,
  value: printedNumber,
  kind: z.enum(['intermediate', 'final']),
})

/** A value that a document prints. */
const printedValue = z.strictObject({
  year,
  value: printedNumber,
  bound,
  measuredOn: z.string().refine(isPlainDate).optional(),
  note: z.string().default(''),
  source,
})

/** What fills in the values: a counter of the product, or answers of a survey with published results. */
const filling = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('counter'), code }),
  z.strictObject({
    kind: z.literal('results'),
    survey: z.string().min(1).max(100),
    /** Code of the question: of a printed survey, the id of its table. */
    question: z.string().min(1).max(100),
    /** Their shares are added as they are printed. */
    choices: z.array(z.string()).min(1),
    /** The year of a wave by its key; a survey made here counts for the fiscal year in which it was counted. */
    years: z.record(z.string(), year).default({}),
  }),
])
export type Filling = z.infer<typeof filling>

/** 指標の定義: one number, how it is measured, where it stood and where it is to go. */
export const indicatorRecord = z.strictObject({
  code,
  title: bilingual,
  /** Id of the plan that sets it. */
  plan: z.string().optional(),
  /** Numbers of the plan's items that serve it. */
  items: z.array(z.string()).default([]),
  /** Code of the shared definition that the city follows. */
  shared: z.enum(definitionCodes).optional(),
  /** In what the city's way differs from it. */
  difference: bilingual.optional(),
  numerator: bilingual.optional(),
  denominator: bilingual.optional(),
  unit: bilingual,
  direction: z.enum(directions),
  measuredBy: bilingual.optional(),
  frequency: bilingual.optional(),
  calendar: z.enum(['fiscal', 'calendar']).default('fiscal'),
  rounding: z
    .strictObject({ decimals: z.number().int().min(0).max(6), rounding: z.enum(roundings) })
    .default({ decimals: 1, rounding: 'half_up' }),
  department: z.string().optional(),
  base: z
    .strictObject({ year, value: printedNumber, others: z.array(claim).default([]) })
    .optional(),
  targets: z.array(target).default([]),
  /** The plan's own rule; the product's where it prints none. */
  rule: judgementRule.optional(),
  values: z.array(printedValue).default([]),
  fills: filling.optional(),
  notes: z.array(bilingual).default([]),
  source,
})
export type IndicatorRecord = z.infer<typeof indicatorRecord>

/** `indicators/<name>.json` of a preset. */
export const indicatorsPreset = z
  .strictObject({ indicators: z.array(indicatorRecord) })
  .superRefine(({ indicators }, context) => {
    const codes = indicators.map((one) => one.code)
    for (const twice of codes.filter((one, at) => codes.indexOf(one) !== at))
      context.addIssue({ code: 'custom', message: `${twice}: code used twice` })
  })
export type IndicatorsPreset = z.infer<typeof indicatorsPreset>
