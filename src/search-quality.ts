import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Found, searchAllCities, searchEntries } from '#capabilities/publishing/index.ts'
import { projectRoot } from '#data/root.ts'
import { visitor } from '#kernel/actor.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Store } from './store.ts'

/** One question of the measured set, and what whoever asks it wants to see first. */
const judged = z.strictObject({
  /** What it tries: a name, a reading, a synonym … */
  class: z.string(),
  /** The city it is asked in; null for all of them at once. */
  city: z.string().nullable(),
  query: z.string().min(1),
  /** Parts of Japanese titles, any of which is right. */
  expect: z.array(z.string().min(1)).min(1),
  /** Parts of titles that must not be found at all. */
  never: z.array(z.string()).optional(),
})
export type Judged = z.infer<typeof judged>

/** How a question fared. */
export type Judgement = Judged & {
  /** Where the first right title stands, from 1; 0 when it is not on the first page. */
  readonly rank: number
  readonly first: string
}

/** Reads the set. @throws Error naming what does not fit */
export const readJudged = async (): Promise<readonly Judged[]> => {
  const path = join(projectRoot(), 'sample', 'search', 'queries.json')
  return z.array(judged).parse(JSON.parse(await readFile(path, 'utf8')))
}

const judge = (question: Judged, { entries }: Found): Judgement => {
  const titles = entries.map(({ title }) => title.ja)
  const holds = (parts: readonly string[]) => (title: string) =>
    parts.some((part) => title.includes(part))
  const isSpoilt = titles.some(holds(question.never ?? []))
  const at = titles.findIndex(holds(question.expect))
  return { ...question, rank: isSpoilt ? 0 : at + 1, first: titles[0] ?? '' }
}

const ask = (store: Store, question: Judged, city: City | undefined): Promise<Found> => {
  const { query } = question
  if (city)
    return store.database.read(store.opening(city, visitor), (scope) =>
      searchEntries(scope, { query }),
    )
  const on: PlainDate = tokyoDayOf(store.opening({ id: 0, slug: '' }, visitor).now)
  return store.database.readPublic((db) => searchAllCities(db, { query, on }))
}

/** Asks every question of the set in the city that `cityOf` gives for its name; those of other cities are left out. */
export const judgeSearch = async (
  store: Store,
  cityOf: (slug: string) => City | undefined,
): Promise<readonly Judgement[]> => {
  const judgements: Judgement[] = []
  for (const question of await readJudged()) {
    const city = question.city === null ? undefined : cityOf(question.city)
    if (question.city !== null && !city) continue
    judgements.push(judge(question, await ask(store, question, city)))
  }
  return judgements
}

/** Mean reciprocal rank: 1 when the right thing always comes first, 0 when it never comes. */
export const meanReciprocalRank = (judgements: readonly Judgement[]): number =>
  judgements.length === 0
    ? 0
    : judgements.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0) / judgements.length

/** The judgements of each class, in the order of the set. */
export const byClass = (
  judgements: readonly Judgement[],
): ReadonlyMap<string, readonly Judgement[]> => Map.groupBy(judgements, (one) => one.class)
