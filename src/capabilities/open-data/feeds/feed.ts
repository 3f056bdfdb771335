import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Feed } from '#web/feeds/index.ts'
import { type Entry, type EntryKind, entryKinds, kindName } from '../../publishing/index.ts'
import { sentences } from '../sentences.ts'

/** What is news unless something else is asked for. */
export const newsKinds: readonly EntryKind[] = [
  'group',
  'issue',
  'theme',
  'call',
  'proposal',
  'project',
]

/** How many things a feed holds. */
export const feedLength = 50

/** The kinds that `?kind=` asks for; undefined for a word that is none. */
export const kindsAsked = (query: URLSearchParams): readonly EntryKind[] | undefined => {
  const asked = query.getAll('kind').filter((kind) => kind !== '')
  if (asked.length === 0) return newsKinds
  const kinds = entryKinds.filter((kind) => asked.includes(kind))
  return kinds.length === new Set(asked).size ? kinds : undefined
}

const midnight = (day: string): string => `${day}T00:00:00+09:00`

/** A tag URI (RFC 4151): of this city since the year the product began. */
const tagOf = (city: City, publicUrl: string, rest: string): string =>
  `tag:${new URL(publicUrl).hostname},2026:${city.code}${rest}`

/** Composes the feed of a city. Where nothing is new it is as old as `since`. */
export const composeFeed = (
  entries: readonly Entry[],
  about: {
    readonly city: City
    readonly language: Language
    readonly publicUrl: string
    /** Path and query of the feed itself. */
    readonly path: string
    readonly kinds: readonly EntryKind[]
    readonly since: string
  },
): Feed => {
  const { city, language, publicUrl, path, kinds, since } = about
  const words = sentences[language].feed
  const filtered = kinds !== newsKinds
  const names = kinds.map((kind) => kindName(city, kind, language))
  return {
    title: filtered
      ? words.titleOf(city.name[language], names.join(words.and))
      : words.title(city.name[language]),
    language,
    home: `${publicUrl}/${city.slug}`,
    self: `${publicUrl}${path}`,
    id: tagOf(city, publicUrl, filtered ? `/feed/${kinds.join('+')}` : '/feed'),
    updated: entries[0] ? midnight(entries[0].happenedOn) : since,
    items: entries.map((entry) => ({
      id: tagOf(city, publicUrl, `/${entry.kind}/${encodeURIComponent(entry.id)}`),
      title: entry.title[language],
      summary: entry.summary[language],
      url: `${publicUrl}${entry.url}`,
      kind: kindName(city, entry.kind, language),
      at: midnight(entry.happenedOn),
    })),
  }
}
