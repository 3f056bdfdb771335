import { z } from 'zod'

/** What a story calls its people by. */
export const key = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** Two years of a plan: one published, one for which departments report today. */
export const progress = z.strictObject({
  plan: z.string(),
  /** Fiscal years that the plan's own table of marks prints. */
  published: z.number().int(),
  open: z.number().int(),
  /** Grade, results and next step of each item, as its leading department writes them. */
  reports: z.record(z.string(), z.tuple([z.string(), z.string(), z.string()])),
  /** What the results of the later year begin with: nobody reports last year's words as this year's. */
  further: z.string(),
  /** What every other department writes. */
  helping: z.string(),
  helpingNext: z.string(),
  /** The number of every figure that is asked for. */
  figure: z.number(),
  /** Who reports for a department; the office does for the rest. */
  departments: z.record(z.string(), key),
  /** Departments that never report, and those that do after the deadline. */
  missing: z.array(z.string()),
  late: z.array(z.string()),
  comments: z.array(
    z.strictObject({
      by: key,
      item: z.string().nullable(),
      text: z.string(),
      answer: z.string(),
    }),
  ),
  correction: z.strictObject({ department: z.string(), reason: z.string() }),
})
