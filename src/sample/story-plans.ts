import { z } from 'zod'
import { key } from './story-progress.ts'

const written = z.record(z.string(), z.string())

/** The next version of a plan as it is being written today. */
export const planStory = z.strictObject({
  plan: z.string(),
  begunBy: key,
  /** What the plan says of itself from now on, field by field as its form has them. */
  facts: written,
  /** Items that are rewritten: by whom, so many days ago, and the fields that change. */
  changes: z.array(
    z.strictObject({
      by: key,
      daysAgo: z.number().int().min(1),
      item: z.string(),
      fields: written,
    }),
  ),
  added: z.array(
    z.strictObject({
      by: key,
      daysAgo: z.number().int().min(1),
      below: z.string().nullable(),
      fields: written,
    }),
  ),
})
export type PlanStory = z.infer<typeof planStory>

/** What carries items of a published plan out; a proposal stands for the project that came of it. */
export const planLinks = z.array(
  z.strictObject({
    plan: z.string(),
    item: z.string(),
    kind: z.enum(['programme', 'theme', 'survey', 'proposal']),
    target: z.string(),
  }),
)
export type PlanLinkStory = z.infer<typeof planLinks>[number]
