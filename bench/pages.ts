import type { FloorQuery } from './references.ts'

/** A page that is measured. */
export type MeasuredPage = {
  readonly name: string
  readonly path: string
  readonly kind: 'list' | 'detail' | 'search'
}

/** The main pages, in the words of their headings. */
export const pages: readonly MeasuredPage[] = [
  { name: 'portal', path: '/', kind: 'list' },
  { name: 'city home', path: '/kamakura', kind: 'list' },
  { name: 'groups', path: '/kamakura/groups', kind: 'list' },
  { name: 'issues', path: '/kamakura/issues', kind: 'list' },
  { name: 'programmes', path: '/kamakura/programmes', kind: 'list' },
  { name: 'programme', path: '/kamakura/programmes/sougo-teian', kind: 'detail' },
  { name: 'proposals', path: '/kamakura/proposals', kind: 'list' },
  { name: 'projects', path: '/kamakura/projects', kind: 'list' },
  { name: 'plan', path: '/kamakura/plans/guideline', kind: 'detail' },
  { name: 'statistics', path: '/kamakura/statistics', kind: 'list' },
  {
    name: 'search, two signs',
    path: `/kamakura/search?q=${encodeURIComponent('協働')}`,
    kind: 'search',
  },
]

/** The city that is measured. */
export const measuredCity = 142042

/** What anyone would write first: every hit is held against the word and counted. */
export const plainSearch: FloorQuery = {
  name: 'floor-search',
  text: `SELECT kind, id, title_ja, summary_ja, url, count(*) OVER () FROM public_entries WHERE city_id = $1 AND position($2 IN folded_body) > 0 ORDER BY happened_on DESC LIMIT 20`,
  values: [measuredCity, '協働'],
}

/** What the product asks of itself: kept pages against (a), fresh ones and writes against (b). */
export const bars = { kept: 0.5, list: 0.3, detail: 0.3, search: 1, write: 0.15 } as const
