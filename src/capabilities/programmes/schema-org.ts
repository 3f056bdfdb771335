import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { LinkedData } from '#web/html/json-ld.ts'
import { paths } from './paths.ts'
import type { Programme } from './programme.ts'

/** A programme by schema.org: a service of the city for groups. */
export const programmeData = (
  { id, title, definition }: Programme,
  city: City,
  { publicUrl, language }: { readonly publicUrl: string; readonly language: Language },
): LinkedData => ({
  '@context': 'https://schema.org',
  '@type': 'GovernmentService',
  '@id': `${publicUrl}${paths.programme(city.slug, id)}`,
  name: say(title, language),
  description: say(definition.about, language),
  url: `${publicUrl}${paths.programme(city.slug, id)}`,
  provider: {
    '@type': 'GovernmentOrganization',
    name: say(city.name, language),
    url: `${publicUrl}/${city.slug}`,
    telephone: city.contact.phone,
    email: city.contact.email,
  },
  areaServed: { '@type': 'AdministrativeArea', name: say(city.name, language) },
  audience: {
    '@type': 'Audience',
    audienceType: language === 'ja' ? '市民活動団体' : 'Civic groups',
  },
})
