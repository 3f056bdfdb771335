import { cleanLine } from '#kernel/text.ts'
import { pageAsked } from '#web/paging.ts'

/** Facilities on one page of the list. */
export const pageSize = 50

/** What is looked for. Empty texts ask for nothing. */
export type FacilityFilter = {
  readonly q: string
  readonly kind: string
  readonly closed: boolean
  /** From 1. */
  readonly page: number
}

/** A facility in the list. */
export type ListedFacility = {
  readonly id: string
  readonly state: 'open' | 'closed'
  readonly name: string
  readonly nameKana: string
  readonly kind: string | null
  readonly address: string
  readonly building: string
  readonly phone: string
  readonly latitude: number | null
  readonly longitude: number | null
}

/** How many facilities the words find, and among them (whatever their kind) how many of each kind. */
export type FacilityCounts = {
  readonly found: number
  readonly all: number
  readonly byKind: ReadonlyMap<string, number>
}

/** What the address asks for. Closed facilities are listed for staff alone. */
export const readFilter = (query: URLSearchParams, mayAskClosed: boolean): FacilityFilter => ({
  q: cleanLine(query.get('q') ?? '').slice(0, 100),
  kind: (query.get('kind') ?? '').replace(/[^a-z0-9-]/g, '').slice(0, 60),
  closed: mayAskClosed && query.get('closed') === 'yes',
  page: pageAsked(query),
})
