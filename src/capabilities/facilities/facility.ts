import type { Bilingual } from '#kernel/bilingual.ts'
import { addressKey, nameKey } from './keys.ts'

/** A kind of facility in the words of the city. */
export type FacilityKind = { readonly code: string; readonly name: Bilingual }

/** What is written of a facility, by whoever keeps the list. Empty texts say nothing. */
export type FacilityFacts = {
  readonly name: string
  readonly nameKana: string
  readonly nameEn: string
  readonly nickname: string
  readonly kind: string | null
  readonly kindWords: string
  readonly municipalCode: string | null
  readonly sourceId: string | null
  readonly source: string
  readonly postalCode: string
  readonly address: string
  readonly building: string
  readonly lot: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly phone: string
  readonly extension: string
  readonly days: string
  readonly opensAt: string
  readonly closesAt: string
  readonly hours: string
  readonly description: string
  readonly accessibility: string
  readonly url: string
  readonly capacity: number | null
  readonly corporateNumber: string | null
  readonly department: string | null
  readonly departmentWords: string
  readonly note: string
}

/** 施設: a public place in the city. */
export type Facility = FacilityFacts & {
  readonly id: string
  readonly state: 'open' | 'closed'
  readonly closedOn: string | null
  readonly sample: boolean
  readonly updatedAt: Date
}

/** The kind under which history and search know a facility. */
export const facilityKind = 'facility'

/** A facility of which nothing is known but its name. */
export const emptyFacts: FacilityFacts = {
  name: '',
  nameKana: '',
  nameEn: '',
  nickname: '',
  kind: null,
  kindWords: '',
  municipalCode: null,
  sourceId: null,
  source: '',
  postalCode: '',
  address: '',
  building: '',
  lot: '',
  latitude: null,
  longitude: null,
  phone: '',
  extension: '',
  days: '',
  opensAt: '',
  closesAt: '',
  hours: '',
  description: '',
  accessibility: '',
  url: '',
  capacity: null,
  corporateNumber: null,
  department: null,
  departmentWords: '',
  note: '',
}

/** Address and what stands behind it, as one line. */
export const wholeAddress = ({
  address,
  building,
}: Pick<FacilityFacts, 'address' | 'building'>): string =>
  [address, building].filter((part) => part !== '').join('　')

/** 「9:00～21:30」, with the days before and the remarks behind; empty where nothing is known. */
export const openingText = (
  facts: Pick<FacilityFacts, 'days' | 'opensAt' | 'closesAt' | 'hours'>,
) => {
  const times = facts.opensAt || facts.closesAt ? `${facts.opensAt}～${facts.closesAt}` : ''
  return [facts.days, times, facts.hours].filter((part) => part !== '').join('　')
}

/** A map of the place, by its coordinates; undefined where they are not known. */
export const mapHref = ({
  latitude,
  longitude,
}: Pick<FacilityFacts, 'latitude' | 'longitude'>): string | undefined =>
  latitude === null || longitude === null
    ? undefined
    : `https://maps.gsi.go.jp/#17/${latitude}/${longitude}/&base=std`

/** The keys under which rows of a list find their facility. */
export const keysOf = (facts: Pick<FacilityFacts, 'name' | 'address'>) => ({
  name: nameKey(facts.name),
  address: addressKey(facts.address),
})
