import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { LinkedData } from '#web/html/json-ld.ts'
import { type Facility, openingText, wholeAddress } from './facility.ts'
import { paths } from './paths.ts'

/** A facility by schema.org. */
export const facilityData = (
  facility: Facility,
  city: City,
  { publicUrl, language }: { readonly publicUrl: string; readonly language: Language },
): LinkedData => ({
  '@context': 'https://schema.org',
  '@type': 'CivicStructure',
  '@id': `${publicUrl}${paths.facility(city.slug, facility.id)}`,
  name: facility.name,
  alternateName: [facility.nameKana, facility.nameEn, facility.nickname].filter(Boolean),
  description: facility.description || undefined,
  telephone: facility.phone || undefined,
  url: facility.url || undefined,
  maximumAttendeeCapacity: facility.capacity ?? undefined,
  openingHours: openingText(facility) || undefined,
  address: {
    '@type': 'PostalAddress',
    postalCode: facility.postalCode || undefined,
    addressRegion: say(city.prefecture, language),
    addressLocality: say(city.name, language),
    streetAddress: wholeAddress(facility) || undefined,
    addressCountry: 'JP',
  },
  geo:
    facility.latitude === null
      ? undefined
      : {
          '@type': 'GeoCoordinates',
          latitude: facility.latitude,
          longitude: facility.longitude ?? undefined,
        },
})
