import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { LinkedData } from '#web/html/json-ld.ts'
import { type Entry, filesOf, licenceFor } from './catalogue.ts'
import { paths } from './paths.ts'
import { columnsOf } from './table.ts'

const context = 'https://schema.org'

const creatorOf = (city: City, publicUrl: string): LinkedData => ({
  '@type': 'GovernmentOrganization',
  name: city.name.ja,
  alternateName: city.name.en,
  url: `${publicUrl}/${city.slug}`,
})

/** A data set as search engines for data read it. */
export const datasetData = (entry: Entry, language: Language): LinkedData => {
  const { dataset, city, publicUrl, tally } = entry
  const { url, title } = licenceFor(entry)
  return {
    '@context': context,
    '@type': 'Dataset',
    '@id': `${publicUrl}${paths.dataset(city.slug, dataset.code)}`,
    name: `${say(city.name, language)} ${say(dataset.title, language)}`,
    description: say(dataset.description, language),
    identifier: `${city.code}-${dataset.code}`,
    url: `${publicUrl}${paths.dataset(city.slug, dataset.code)}`,
    keywords: dataset.keywords.map((word) => say(word, language)),
    license: url ?? title.ja,
    isAccessibleForFree: true,
    creator: creatorOf(city, publicUrl),
    spatialCoverage: { '@type': 'AdministrativeArea', name: say(city.name, language) },
    ...(tally.changed ? { dateModified: tally.changed.toISOString() } : {}),
    variableMeasured: columnsOf(dataset).map(({ code, name, unit }) => ({
      '@type': 'PropertyValue',
      propertyID: code,
      name: say(name, language),
      ...(unit ? { unitText: say(unit, language) } : {}),
    })),
    includedInDataCatalog: { '@id': `${publicUrl}${paths.catalogue(city.slug)}` },
    distribution: filesOf(entry).map((file) => ({
      '@type': 'DataDownload',
      name: say(file.title, language),
      encodingFormat: file.mediaType,
      contentUrl: file.url,
    })),
  }
}

/** The catalogue of a city. */
export const catalogueData = (
  city: City,
  publicUrl: string,
  entries: readonly Entry[],
): LinkedData => ({
  '@context': context,
  '@type': 'DataCatalog',
  '@id': `${publicUrl}${paths.catalogue(city.slug)}`,
  name: `${city.name.ja}のオープンデータ`,
  url: `${publicUrl}${paths.catalogue(city.slug)}`,
  creator: creatorOf(city, publicUrl),
  dataset: entries.map(({ dataset }) => ({
    '@type': 'Dataset',
    '@id': `${publicUrl}${paths.dataset(city.slug, dataset.code)}`,
    name: `${city.name.ja} ${dataset.title.ja}`,
    description: dataset.description.ja,
    license: licenceFor({ city }).url ?? licenceFor({ city }).title.ja,
  })),
})
