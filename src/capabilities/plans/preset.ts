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
  level: z.string(),
  parent: z.string().nullable(),
  title: bilingual,
  /** 再掲: the number of the item that this place shows again. Such an item carries no facts of its own. */
  aliasOf: z.string().optional(),
  class: z.string().optional(),
  /** Department codes of `city.json`; `departmentsAsPrinted` keeps the printed words (全所属, 関係課 …). */
  departments: z.array(z.string()).default([]),
  departmentsAsPrinted: z.string().optional(),
  /** Targets ■ / □ and actors as printed. */
  targets: z
    .array(z.strictObject({ code: z.string(), label: bilingual, checked: z.boolean() }))
    .default([]),
  /** Year marks by fiscal year, western: `{ "2009": "実施", "2010": "→" }`. Values are codes of `marks`. */
  marks: z.record(z.string().regex(/^\d{4}$/), z.string()).default({}),
  grade: z.string().optional(),
  /** Facts in the product's own words: purpose, present state, content, examples (施策例), completion rule. */
  purpose: bilingual.optional(),
  present: bilingual.optional(),
  content: bilingual.optional(),
  points: z.array(bilingual).default([]),
  source,
})

/** `plans/<id>.json`: one guideline or plan as a tree. */
export const planPreset = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  kind: z.enum(['guideline', 'plan', 'direction']),
  status: z.enum(['draft', 'final']),
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
  items: z.array(planItem),
  indicators: z
    .array(
      z.strictObject({
        code: z.string(),
        title: bilingual,
        unit: z.string(),
        direction: z.enum(['up', 'down']),
        base: z.strictObject({ year: z.number().int(), value: z.number() }),
        targets: z.array(
          z.strictObject({
            year: z.number().int(),
            value: z.number(),
            kind: z.enum(['intermediate', 'final']),
          }),
        ),
        measuredBy: bilingual.optional(),
        source,
      }),
    )
    .default([]),
  warnings: z.array(z.strictObject({ code: z.string(), text: bilingual, source })).default([]),
  source,
})
export type PlanPreset = z.infer<typeof planPreset>
