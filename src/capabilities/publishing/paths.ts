import type { EntryKind } from './entry.ts'

type Asked = {
  readonly query?: string
  readonly kind?: EntryKind | undefined
  readonly page?: number
}

/** The pages of publishing, under a city. */
export const paths = {
  search: (city: string, { query = '', kind, page = 1 }: Asked = {}) => {
    const asked = new URLSearchParams()
    if (query !== '') asked.set('q', query)
    if (kind) asked.set('kind', kind)
    if (page > 1) asked.set('page', String(page))
    return `/${city}/search${asked.size > 0 ? `?${asked}` : ''}`
  },
  synonyms: (city: string) => `/${city}/desk/synonyms`,
  originalSynonyms: (city: string) => `/${city}/desk/synonyms/original`,
} as const
