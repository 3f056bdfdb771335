import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'

const source = z.string().min(3)
const coded = z.strictObject({
  code: z.string(),
  label: bilingual,
  meaning: bilingual.optional(),
  source: source.optional(),
})

/** One node of a plan's tree, at any level. */
const planItem = z.strictObject({
  /** The number as printed, unique in the plan: `Ⅰ-(1)-①`. It is also the item's URL part. */
  no: z.string().min(1),
  /** The same item in every version of the plan; the number, where the document has no other way to tell. */
  key: z.string().min(1).optional(),
  level: z.string(),
  parent: z.string().nullable(),
  title: bilingual,
  /** 再掲: the number of the item that this place shows again. Such an item carries no facts of its own. */
  aliasOf: z.string().optional(),
  class: z.string().optional(),
  /** Flags as printed beside the title: 【行政改革大綱推進計画】. */
  flags: z.array(bilingual).default([]),
  /** Department codes of `city.json`; `departmentsAsPrinted` keeps the printed words (全所属, 関係課 …). */
  departments: z.array(z.string()).default([]),
  departmentsAsPrinted: z.string().optional(),
  /** 実施主体, as printed. */
  actors: z.array(bilingual).default([]),
  /** Targets ■ / □ as printed. */
  targets: z
    .array(z.strictObject({ code: z.string(), label: bilingual, checked: z.boolean() }))
    .default([]),
  /** Year marks by fiscal year, western: `{ "2009": "実施", "2010": "→" }`. Values are codes of `marks`. */
  marks: z.record(z.string().regex(/^\d{4}$/), z.string()).default({}),
  grade: z.string().optional(),
  /** Facts in the product's own words: purpose, present state, content, examples (施策例), 完了の目安. */
  purpose: bilingual.optional(),
  present: bilingual.optional(),
  content: bilingual.optional(),
  points: z.array(bilingual).default([]),
  completion: bilingual.optional(),
  /** Articles of ordinances that the item rests on. */
  articles: z
    .array(z.strictObject({ name: bilingual, url: z.url({ protocol: /^https?$/ }).optional() }))
    .default([]),
  /** Sustainable development goals, by their numbers. */
  sdgs: z.array(z.number().int().min(1).max(17)).default([]),
  source,
})

/** `plans/<id>.json`: one guideline or plan as a tree. */
export const planPreset = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  kind: z.enum(['guideline', 'plan', 'direction']),
  status: z.enum(['draft', 'final', 'revised']),
  /** The plan of which this is a version; its own id where left out. Versions count from 1. */
  series: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  version: z.number().int().min(1).default(1),
  /** 主管課: code of the department that keeps the plan. */
  department: z.string().optional(),
  adopted: z.string().optional(),
  /** Fiscal years, western; null where the document sets none. */
  period: z.strictObject({ from: z.number().int(), to: z.number().int().nullable() }).nullable(),
  about: bilingual,
  levels: z.array(z.strictObject({ code: z.string(), name: bilingual })),
  classes: z.array(coded).default([]),
  marks: z.array(coded).default([]),
  /** Fiscal years that the plan's tables print. */
  years: z.array(z.number().int()).default([]),
  grades: z.array(coded.extend({ band: z.string().optional() })).default([]),
  /** The boxes ■ / □ that the sheets of the plan have. */
  targets: z.array(z.strictObject({ code: z.string(), label: bilingual })).default([]),
  /** Figures that the plan's text prints, so that its versions can be compared figure by figure. */
  figures: z
    .array(
      z.strictObject({
        code: z.string(),
        label: bilingual,
        value: z.string().min(1),
        unit: bilingual.optional(),
        source,
      }),
    )
    .default([]),
  /** How opinions on a draft are sent in. */
  opinions: bilingual.optional(),
  items: z.array(planItem),
  warnings: z.array(z.strictObject({ code: z.string(), text: bilingual, source })).default([]),
  source,
})
export type PlanPreset = z.infer<typeof planPreset>
