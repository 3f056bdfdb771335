import type { Scope } from '#data/scope.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { publishEntries, withdrawEntry } from '../publishing/index.ts'
import { type Facility, type FacilityKind, facilityKind, wholeAddress } from './facility.ts'
import { paths } from './paths.ts'

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

const summaryOf = (facility: Facility, kinds: readonly FacilityKind[]): Bilingual => {
  const kind = kinds.find(({ code }) => code === facility.kind)?.name
  const place = wholeAddress(facility)
  return both(
    joined([kind?.ja ?? facility.kindWords, place, facility.phone]),
    joined([kind?.en ?? facility.kindWords, place, facility.phone]),
  )
}

/** Puts open facilities where everyone searches; those that were closed are taken out. */
export const publishFacilities = async (
  scope: Scope,
  facilities: readonly Facility[],
  kinds: readonly FacilityKind[],
): Promise<void> => {
  const open = facilities.filter(({ state }) => state === 'open')
  await publishEntries(
    scope,
    open.map((facility) => ({
      kind: facilityKind,
      id: facility.id,
      title: { ja: facility.name, en: facility.nameEn || facility.name },
      reading: facility.nameKana || undefined,
      summary: summaryOf(facility, kinds),
      body: joined([
        facility.nickname,
        facility.description,
        facility.accessibility,
        facility.departmentWords,
      ]),
      url: paths.facility(scope.city.slug, facility.id),
      happenedOn: tokyoDayOf(facility.updatedAt),
    })),
  )
  for (const { id } of facilities.filter(({ state }) => state === 'closed'))
    await withdrawEntry(scope, facilityKind, id)
}

/** Takes a facility that was deleted out of the search. */
export const unpublishFacility = (scope: Scope, id: string): Promise<void> =>
  withdrawEntry(scope, facilityKind, id)
