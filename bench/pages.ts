import type { FloorQuery } from './references.ts'

/** A page that is measured, with the least its data can be fetched with. */
export type MeasuredPage = {
  readonly name: string
  readonly path: string
  readonly kind: 'list' | 'detail' | 'search'
  readonly floor: FloorQuery
}

const list: FloorQuery = {
  name: 'floor-list',
  text: `SELECT id, name, name_kana, legal_form, members, public_profile FROM groups WHERE city_id = $1 AND state = 'approved' ORDER BY name_kana, id LIMIT 50`,
  values: [142042],
}
const detail: FloorQuery = {
  name: 'floor-detail',
  text: 'SELECT * FROM plans WHERE city_id = $1 AND id = $2',
  values: [142042, 'guideline'],
}
const search: FloorQuery = {
  name: 'floor-search',
  text: `SELECT kind, id, title_ja, summary_ja, url, count(*) OVER () FROM public_entries WHERE city_id = $1 AND position($2 IN folded_body) > 0 ORDER BY happened_on DESC LIMIT 20`,
  values: [142042, '協働'],
}

/** The main pages, in the words of their headings. */
export const pages: readonly MeasuredPage[] = [
  { name: 'portal', path: '/', kind: 'list', floor: list },
  { name: 'city home', path: '/kamakura', kind: 'list', floor: list },
  { name: 'groups', path: '/kamakura/groups', kind: 'list', floor: list },
  { name: 'issues', path: '/kamakura/issues', kind: 'list', floor: list },
  { name: 'programmes', path: '/kamakura/programmes', kind: 'list', floor: list },
  { name: 'programme', path: '/kamakura/programmes/sougo-teian', kind: 'detail', floor: detail },
  { name: 'proposals', path: '/kamakura/proposals', kind: 'list', floor: list },
  { name: 'projects', path: '/kamakura/projects', kind: 'list', floor: list },
  { name: 'plan', path: '/kamakura/plans/guideline', kind: 'detail', floor: detail },
  { name: 'statistics', path: '/kamakura/statistics', kind: 'list', floor: list },
  {
    name: 'search, two signs',
    path: `/kamakura/search?q=${encodeURIComponent('協働')}`,
    kind: 'search',
    floor: search,
  },
]

/** What the product asks of itself: kept pages against (a), fresh ones against (b). */
export const bars = { kept: 0.5, list: 0.3, detail: 0.3, search: 1 } as const
