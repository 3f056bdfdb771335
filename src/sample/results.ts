import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#data/root.ts'

const heading = z.strictObject({ title: z.string(), answer: z.string() })

const counting = z.strictObject({
  /** Key of the survey in the city's story. */
  survey: z.string(),
  /** Id of the question by which the others are crossed. */
  axis: z.string(),
  unit: z.enum(['people', 'groups']),
  threshold: z.number().int(),
  /** Code of a printed survey. */
  earlier: z.string().nullable(),
  earlierNote: z.string(),
})
export type StoryCounting = z.infer<typeof counting>

const file = z.strictObject({
  /** Texts in which one of the words stands belong here. */
  headings: z.array(heading.extend({ words: z.array(z.string()) })),
  others: heading,
  surveys: z.record(z.string(), counting),
})
export type StoryResults = z.infer<typeof file>

/** How the sample surveys were counted and what the city said to what was written: `sample/tabulations/counted.json`. */
export const readResults = async (): Promise<StoryResults> =>
  file.parse(
    JSON.parse(
      await readFile(join(projectRoot(), 'sample', 'tabulations', 'counted.json'), 'utf8'),
    ),
  )
