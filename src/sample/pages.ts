import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#data/root.ts'
import { scenes } from './scenes.ts'

const answers = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]))

/** Something a group put on its page so many days before today. `@+20` in it stands for a day from today. */
const entry = z.strictObject({ days: z.number().int().min(1), answers })
export type StoryEntry = z.infer<typeof entry>

const groupPage = z.strictObject({
  group: z.string(),
  /** How many days before today the introduction was published; one with nothing but its first line is a draft. */
  days: z.number().int().min(1),
  answers,
  photos: z.array(
    z.strictObject({
      scene: z.enum(scenes),
      alt: z.string().endsWith('（見本の絵）'),
      altEn: z.string(),
    }),
  ),
  news: z.array(entry),
  offers: z.array(entry),
  papers: z.array(
    z.strictObject({
      kind: z.enum(['rules', 'officers', 'plan', 'budget', 'report', 'accounts']),
      /** Fiscal years before today's; null for papers without a year. */
      yearsAgo: z.number().int().min(0).nullable(),
      public: z.boolean(),
    }),
  ),
})
export type StoryPage = z.infer<typeof groupPage>

/** What somebody and a group wrote to each other, a day between; the last of them at least a day ago. */
const talk = z
  .strictObject({
    group: z.string(),
    /** The place of the offer on the group's page, from 0; a question to the group where none is named. */
    offer: z.number().int().min(0).optional(),
    /** How many days before today it began. */
    days: z.number().int().min(1),
    said: z.array(z.strictObject({ by: z.string(), text: z.string() })).min(1),
    /** Who asked the desk to look at it, and why. */
    reported: z.strictObject({ by: z.string(), reason: z.string() }).optional(),
  })
  .refine(({ days, said, reported }) => days >= said.length + (reported ? 1 : 0))
export type StoryTalk = z.infer<typeof talk>

const pages = z.strictObject({ pages: z.array(groupPage), talks: z.array(talk) })
type StoryPages = z.infer<typeof pages>

/** `sample/pages/<slug>.json`: what the groups of a city's story tell of themselves, and what they are asked; nothing without a file. */
export const readPages = async (slug: string): Promise<StoryPages> => {
  const file = join(projectRoot(), 'sample', 'pages', `${slug}.json`)
  if (!existsSync(file)) return { pages: [], talks: [] }
  return pages.parse(JSON.parse(await readFile(file, 'utf8')))
}
