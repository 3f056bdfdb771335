import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { cleanLine } from '#kernel/text.ts'
import { pageAsked } from '#web/paging.ts'
import { dayKinds } from './facets.ts'

/** Groups on one page of a list. */
export const pageSize = 50

/** Facets of which several values may be chosen: one of them is enough. */
export const listFacets = ['field', 'form', 'area', 'day'] as const
export type ListFacet = (typeof listFacets)[number]

/** Facets that are true or do not matter. */
export const flagFacets = ['recruiting', 'beginners', 'joint'] as const
export type FlagFacet = (typeof flagFacets)[number]

export type Facet = ListFacet | FlagFacet

/** Orders of the list; `match` only where words are looked for. */
export const sorts = ['match', 'reading', 'newest', 'changed', 'members'] as const
export type Sort = (typeof sorts)[number]

/** The list itself, or the map with a table of the districts. */
export type DirectoryView = 'list' | 'map'

/** What is looked for in the directory. */
export type DirectoryFilter = Readonly<Record<ListFacet, readonly string[]>> &
  Readonly<Record<FlagFacet, boolean>> & {
    readonly q: string
    readonly sort: Sort
    readonly view: DirectoryView
    /** From 1. */
    readonly page: number
  }

/** The whole directory, by reading. */
export const wholeDirectory: DirectoryFilter = {
  q: '',
  field: [],
  form: [],
  area: [],
  day: [],
  recruiting: false,
  beginners: false,
  joint: false,
  sort: 'reading',
  view: 'list',
  page: 1,
}

/** The order that an address means which names none. */
export const usualSort = ({ q }: Pick<DirectoryFilter, 'q'>): Sort =>
  q === '' ? 'reading' : 'match'

/** The values that a facet knows in this city, in the city's order. */
export const valuesOf = (facet: ListFacet, city: City): readonly string[] =>
  ({
    field: city.fields,
    form: city.legalForms,
    area: city.areas,
    day: dayKinds.map((code) => ({ code })),
  })[facet].map(({ code }) => code)

const sortAsked = (asked: string | null, q: string): Sort => {
  const sort = sorts.find((one) => one === asked)
  return sort === undefined || (sort === 'match' && q === '') ? usualSort({ q }) : sort
}

/** Reads the address. What this city does not know is left out; values stand in the city's order. */
export const readFilter = (query: URLSearchParams, city: City): DirectoryFilter => {
  const q = cleanLine(query.get('q') ?? '')
    .slice(0, 200)
    .toWellFormed()
  const chosen = (facet: ListFacet): string[] => {
    const asked = new Set(query.getAll(facet))
    return valuesOf(facet, city).filter((value) => asked.has(value))
  }
  return {
    q,
    field: chosen('field'),
    form: chosen('form'),
    area: chosen('area'),
    day: chosen('day'),
    recruiting: query.get('recruiting') === 'yes',
    beginners: query.get('beginners') === 'yes',
    joint: query.get('joint') === 'yes',
    sort: sortAsked(query.get('sort'), q),
    view: query.get('view') === 'map' ? 'map' : 'list',
    page: pageAsked(query),
  }
}

/** The one way in which an address says this: facets in their order, nothing that goes without saying. */
export const filterQuery = (filter: DirectoryFilter): URLSearchParams => {
  const asked = new URLSearchParams()
  if (filter.q !== '') asked.set('q', filter.q)
  for (const facet of listFacets) for (const value of filter[facet]) asked.append(facet, value)
  for (const facet of flagFacets) if (filter[facet]) asked.set(facet, 'yes')
  if (filter.sort !== usualSort(filter)) asked.set('sort', filter.sort)
  if (filter.view !== 'list') asked.set('view', filter.view)
  if (filter.page > 1) asked.set('page', String(filter.page))
  return asked
}

/** How many conditions were chosen besides the words. */
export const countChosen = (filter: DirectoryFilter): number =>
  listFacets.reduce((sum, facet) => sum + filter[facet].length, 0) +
  flagFacets.filter((facet) => filter[facet]).length

/** The district of groups that act in the whole city, in the list of every city that has it. */
export const wholeCity = 'whole'

/** The same with the groups of the whole city beside those of the chosen districts; undefined where that adds nothing. */
export const withWholeCity = (filter: DirectoryFilter, city: City): DirectoryFilter | undefined => {
  const chosen = filter.area
  const knows = city.areas.some(({ code }) => code === wholeCity)
  if (!knows || chosen.length === 0 || chosen.includes(wholeCity)) return undefined
  const area = valuesOf('area', city).filter((one) => one === wholeCity || chosen.includes(one))
  return { ...filter, area, page: 1 }
}

/** True when something is looked for; false for the whole directory. */
export const isFiltering = (filter: DirectoryFilter): boolean =>
  filter.q !== '' || countChosen(filter) > 0

/** The same without one value of a facet. */
export const without = (filter: DirectoryFilter, facet: Facet, value?: string): DirectoryFilter => {
  const page = 1
  if (facet === 'recruiting' || facet === 'beginners' || facet === 'joint')
    return { ...filter, [facet]: false, page }
  return { ...filter, [facet]: filter[facet].filter((one) => one !== value), page }
}

export type ListedGroup = {
  readonly id: string
  readonly name: string
  readonly nameKana: string
  /** The first sign of what it is ordered by: a large kana without marks, where it has a reading. */
  readonly head: string
  readonly recruiting: boolean
  readonly beginners: boolean
  readonly jointProjects: number
  readonly summary: Bilingual
  readonly fields: readonly string[]
  readonly areas: readonly string[]
  readonly days: readonly string[]
}

/**
 * How many groups are found; and for each value of each facet how many would be found if it alone were chosen
 * in this facet, all other facets kept.
 */
export type DirectoryCounts = {
  readonly found: number
  /** Groups that hold the words, whatever else was chosen; all groups where there are none. */
  readonly held: number
  /** True when more hold the words than are counted. */
  readonly more: boolean
  /** All registered groups, whatever is looked for. */
  readonly total: number
  /** Groups that named no district, all other facets kept. */
  readonly unplaced: number
  readonly byValue: Readonly<Record<ListFacet, ReadonlyMap<string, number>>>
  readonly byFlag: Readonly<Record<FlagFacet, number>>
}

/** One registration in the list of the desk. */
export type DeskEntry = {
  readonly id: string
  readonly name: string
  readonly receiptNumber: string | null
  readonly number: string | null
  readonly channel: string
  readonly updatedAt: Date
  /** By when the desk or the group acts. */
  readonly dueOn: PlainDate | null
  /** The last valid day of a registration; null before it is registered, and where it has no end. */
  readonly validUntil: PlainDate | null
}
