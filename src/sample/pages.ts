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

const pages = z.strictObject({ pages: z.array(groupPage) })

/** `sample/pages/<slug>.json`: what the groups of a city's story tell of themselves; none where there is no file. */
export const readPages = async (slug: string): Promise<readonly StoryPage[]> => {
  const file = join(projectRoot(), 'sample', 'pages', `${slug}.json`)
  if (!existsSync(file)) return []
  return pages.parse(JSON.parse(await readFile(file, 'utf8'))).pages
}
