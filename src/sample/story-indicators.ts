import { z } from 'zod'

const code = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** Indicators that the office takes up, and values of several years with what was corrected of them. */
export const indicators = z.strictObject({
  adopt: z.array(z.strictObject({ definition: code, department: z.string().default('') })),
  values: z.array(
    z.strictObject({
      indicator: code,
      year: z.number().int(),
      value: z.string(),
      source: z.string().endsWith('（見本）'),
      sourceEn: z.string(),
      note: z.string().default(''),
      /** Another source of a year for which a value stands. */
      beside: z.boolean().default(false),
      /** What was written first, and why it was corrected. */
      first: z.tuple([z.string(), z.string()]).optional(),
    }),
  ),
})
export type StoryIndicators = z.infer<typeof indicators>
