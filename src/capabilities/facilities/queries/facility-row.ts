import type { Scope } from '#data/scope.ts'
import { foldForSearch } from '#kernel/text.ts'
import { type Facility, type FacilityFacts, keysOf } from '../facility.ts'

const columns = [
  'id',
  'state',
  'closed_on',
  'name',
  'name_kana',
  'name_en',
  'nickname',
  'kind',
  'kind_words',
  'municipal_code',
  'source_id',
  'source',
  'postal_code',
  'address',
  'building',
  'lot',
  'latitude',
  'longitude',
  'phone',
  'extension',
  'days',
  'opens_at',
  'closes_at',
  'hours',
  'description',
  'accessibility',
  'url',
  'capacity',
  'corporate_number',
  'department',
  'department_words',
  'note',
  'sample',
  'updated_at',
] as const

/** Every query of whole facilities begins with these columns. */
export const selectFacilities = (scope: Scope) =>
  scope.db.selectFrom('facilities').select(columns).where('city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof selectFacilities>['executeTakeFirstOrThrow']>>

export const toFacility = (row: Row): Facility => ({
  id: row.id,
  state: row.state as Facility['state'],
  closedOn: row.closed_on,
  name: row.name,
  nameKana: row.name_kana,
  nameEn: row.name_en,
  nickname: row.nickname,
  kind: row.kind,
  kindWords: row.kind_words,
  municipalCode: row.municipal_code,
  sourceId: row.source_id,
  source: row.source,
  postalCode: row.postal_code,
  address: row.address,
  building: row.building,
  lot: row.lot,
  latitude: row.latitude,
  longitude: row.longitude,
  phone: row.phone,
  extension: row.extension,
  days: row.days,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  hours: row.hours,
  description: row.description,
  accessibility: row.accessibility,
  url: row.url,
  capacity: row.capacity,
  corporateNumber: row.corporate_number,
  department: row.department,
  departmentWords: row.department_words,
  note: row.note,
  sample: row.sample,
  updatedAt: row.updated_at,
})

/** The words by which the list's search box finds a facility. */
const searchTextOf = (facts: FacilityFacts): string =>
  foldForSearch(
    [
      facts.name,
      facts.nameKana,
      facts.nameEn,
      facts.nickname,
      facts.kindWords,
      facts.address,
      facts.building,
      facts.description,
      facts.accessibility,
      facts.departmentWords,
    ]
      .filter((text) => text !== '')
      .join(' '),
  )

/** A facility's facts as the columns hold them. */
export const toColumns = (facts: FacilityFacts) => {
  const { name, address } = keysOf(facts)
  return {
    name: facts.name,
    name_kana: facts.nameKana,
    name_en: facts.nameEn,
    nickname: facts.nickname,
    kind: facts.kind,
    kind_words: facts.kindWords,
    municipal_code: facts.municipalCode,
    source_id: facts.sourceId,
    source: facts.source,
    postal_code: facts.postalCode,
    address: facts.address,
    building: facts.building,
    lot: facts.lot,
    latitude: facts.latitude,
    longitude: facts.longitude,
    phone: facts.phone,
    extension: facts.extension,
    days: facts.days,
    opens_at: facts.opensAt,
    closes_at: facts.closesAt,
    hours: facts.hours,
    description: facts.description,
    accessibility: facts.accessibility,
    url: facts.url,
    capacity: facts.capacity,
    corporate_number: facts.corporateNumber,
    department: facts.department,
    department_words: facts.departmentWords,
    note: facts.note,
    name_key: name,
    address_key: address,
    search_text: searchTextOf(facts),
  }
}
