import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#data/root.ts'

const words = z.strictObject({ ja: z.string(), en: z.string(), easy: z.string() })
const count = z.number().int().min(0)

/** A question, and how often each of its answers is given: weights of 100, and how many of 100 say nothing. */
const question = z.strictObject({
  id: z.string(),
  kind: z.enum(['single', 'multiple', 'scale', 'matrix', 'number', 'text', 'date', 'area']),
  text: words,
  choices: z.array(words).default([]),
  rows: z.array(words).default([]),
  required: z.boolean().default(false),
  other: z.boolean().default(false),
  dontKnow: z.boolean().default(false),
  most: count.nullable().default(null),
  least: z.number().int().nullable().default(null),
  greatest: z.number().int().nullable().default(null),
  unit: words.optional(),
  section: words.optional(),
  branches: z.array(z.strictObject({ when: z.array(count), to: z.string() })).default([]),
  weights: z.array(z.number()).default([]),
  numbers: z.array(z.number().int()).default([]),
  lines: z.array(z.string()).default([]),
  none: count,
})
export type StoryQuestion = z.infer<typeof question>

const survey = z.strictObject({
  key: z.string(),
  department: z.string().nullable(),
  ways: z.array(z.enum(['open', 'codes', 'groups', 'staff'])),
  /** Codes sent by letter. */
  letters: count.default(0),
  layout: z.enum(['one', 'sections']),
  /** So many days before today, and for so many days. */
  opened: z.number().int().min(1),
  lasts: z.number().int().min(1),
  /** How many have answered by today; all of them invented. */
  answers: count,
  texts: z.strictObject({ title: words, purpose: words, asked: words, use: words, contact: words }),
  questions: z.array(question),
})
export type StorySurvey = z.infer<typeof survey>

const file = z.strictObject({ surveys: z.array(survey) })

/** The surveys of a city's story: `sample/surveys/<preset>.json`. */
export const readSurveys = async (preset: string): Promise<readonly StorySurvey[]> => {
  try {
    const text = await readFile(join(projectRoot(), 'sample', 'surveys', `${preset}.json`), 'utf8')
    return file.parse(JSON.parse(text)).surveys
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}
