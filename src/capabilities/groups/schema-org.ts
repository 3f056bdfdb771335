import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { parseDate } from '#kernel/date-input.ts'
import type { LinkedData } from '#web/html/json-ld.ts'
import type { Group } from './group.ts'
import { paths } from './paths.ts'
import { entryOf } from './profile.ts'

const foundedOf = ({ profile }: Group): string | undefined => {
  const read = parseDate(entryOf(profile, 'founded')?.text.ja ?? '')
  return read.ok ? read.value : undefined
}

/**
 * A registered group by schema.org, from nothing but its public profile; never with names of people. Most groups
 * are no NPO by law, so it says no more than `Organization`.
 */
export const groupData = (
  group: Group,
  city: City,
  { publicUrl, language }: { readonly publicUrl: string; readonly language: Language },
): LinkedData => {
  const textOf = (code: string): string | undefined => entryOf(group.profile, code)?.text[language]
  const website = textOf('website')
  const english = entryOf(group.profile, 'name_en')?.text.en
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': `${publicUrl}${paths.group(city.slug, group.id)}`,
    name: group.name,
    alternateName: [group.nameKana, english].filter(Boolean),
    url: website && /^https?:\/\//.test(website) ? website : undefined,
    mainEntityOfPage: `${publicUrl}${paths.group(city.slug, group.id)}`,
    slogan: group.introduction?.texts.catch?.[language],
    description:
      group.introduction?.texts.what?.[language] ??
      textOf('purpose') ??
      group.profile.summary[language],
    image: group.introduction?.photos
      .slice(0, 3)
      .map(({ id }) => `${publicUrl}${paths.photo(city.slug, group.id, id, 'large')}`),
    sameAs: group.introduction?.links.map(({ url }) => url),
    foundingDate: foundedOf(group),
    telephone: textOf('contact_phone'),
    email: textOf('contact_email'),
    areaServed: { '@type': 'AdministrativeArea', name: say(city.name, language) },
    knowsAbout: group.fields.map((code) => say(nameOfCode(city.fields, code), language)),
  }
}
