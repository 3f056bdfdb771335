import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'
import { choiceRoles } from './question.ts'

/**
 * How a printed table of `statistics.json` is read as a question. The numbers stand there and nowhere else: here is
 * only which table, which of its columns, and what its rows are.
 */
const question = z.strictObject({
  /** Id of a table in `statistics.json`. */
  table: z.string(),
  /** Keys of its columns that are waves, oldest first; the last is shown as the result. */
  columns: z.array(z.string()).min(1),
  kind: z.enum(['single', 'multiple', 'shares']),
  order: z.enum(['frequency', 'questionnaire']),
  /** Rows that are no common answers; `other`, `unknown` and `no-answer` are known by their codes. */
  roles: z.record(z.string(), z.enum(choiceRoles)).default({}),
  /** Rows that the city prints as sums of others. */
  sums: z.array(z.strictObject({ row: z.string(), of: z.array(z.string()).min(2) })).default([]),
})

const printedSurvey = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  lead: bilingual,
  when: bilingual,
  /** What one respondent is. */
  unit: bilingual,
  /** Whom the answers speak for, where the city's documents give the number. */
  population: z.number().int().positive().optional(),
  n: z.number().int().positive().optional(),
  questions: z.array(question).min(1),
  notes: z.array(bilingual).default([]),
  source: z.string().min(3),
})

/** `printed-surveys.json` of a preset. */
export const printedSurveysPreset = z.strictObject({ surveys: z.array(printedSurvey) })
export type PrintedSurveysPreset = z.infer<typeof printedSurveysPreset>
export type PrintedSurvey = z.infer<typeof printedSurvey>
export type PrintedQuestion = z.infer<typeof question>
