import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'
import { findScaleProblems, sayScaleProblem, scale } from '#kernel/scale.ts'

const code = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** A figure that is asked for with an item. */
export const figure = z.strictObject({
  item: z.string().min(1),
  code,
  label: bilingual,
  unit: bilingual,
  /** Code of a counter that proposes the number. */
  counter: code.optional(),
})
export type Figure = z.infer<typeof figure>

/** How one plan is reported, year by year. */
export const planProgress = z.strictObject({
  /** Id of the plan. */
  plan: z.string().regex(/^[a-z0-9-]+$/),
  /** Levels whose items are reported. */
  levels: z.array(z.string()).min(1),
  scale,
  /** Reports items for which the document prints no department. */
  fallback: z.string(),
  figures: z.array(figure).default([]),
  source: bilingual,
})
export type PlanProgress = z.infer<typeof planProgress>

/** `progress/<plan>.json`: how a plan of the city is reported. Bands with gaps or overlaps are refused. */
export const progressPreset = planProgress.superRefine((one, context) => {
  for (const problem of findScaleProblems(one.scale))
    context.addIssue({ code: 'custom', path: ['scale'], message: sayScaleProblem(problem).ja })
})
