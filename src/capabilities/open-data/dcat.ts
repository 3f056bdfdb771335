import type { Bilingual } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { LinkedData } from '#web/html/json-ld.ts'
import { type Entry, type File, filesOf, lastChange, licenceFor } from './catalogue.ts'
import { paths } from './paths.ts'

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const frequency = (name: string): LinkedData => ({
  '@id': `http://publications.europa.eu/resource/authority/frequency/${name}`,
})

const said = ({ ja, en }: Bilingual) => [
  { '@language': 'ja', '@value': ja },
  { '@language': 'en', '@value': en },
]

const instant = (at: Date | null) =>
  at ? { 'dct:modified': { '@type': 'xsd:dateTime', '@value': at.toISOString() } } : {}

const publisherOf = (city: City, publicUrl: string): LinkedData => ({
  '@id': `${publicUrl}/${city.slug}`,
  '@type': 'foaf:Organization',
  'foaf:name': said(city.name),
  'dct:identifier': city.code,
})

const contactOf = ({ contact }: City): LinkedData => ({
  '@type': 'vcard:Organization',
  'vcard:fn': contact.office.ja,
  ...(contact.phone ? { 'vcard:hasTelephone': { '@id': `tel:${contact.phone}` } } : {}),
  ...(contact.email ? { 'vcard:hasEmail': { '@id': `mailto:${contact.email}` } } : {}),
})

const licenceNode = (entry: Pick<Entry, 'city'>) => {
  const { url, title } = licenceFor(entry)
  return { 'dct:license': url ? { '@id': url } : title.ja }
}

const distribution = (entry: Entry, file: File): LinkedData => ({
  '@id': file.url,
  '@type': 'dcat:Distribution',
  'dct:title': said(file.title),
  'dct:format': file.format,
  'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${file.mediaType}` },
  'dcat:accessURL': {
    '@id': `${entry.publicUrl}${paths.dataset(entry.city.slug, entry.dataset.code)}`,
  },
  'dcat:downloadURL': { '@id': file.url },
  ...licenceNode(entry),
})

const datasetNode = (entry: Entry): LinkedData => {
  const { dataset, city, publicUrl, tally } = entry
  const page = `${publicUrl}${paths.dataset(city.slug, dataset.code)}`
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${city.code}-${dataset.code}`,
    'dct:title': said(dataset.title),
    'dct:description': said(dataset.description),
    'dcat:keyword': dataset.keywords.flatMap(said),
    'dct:language': 'ja',
    ...instant(tally.changed),
    'dct:accrualPeriodicity': frequency(
      dataset.changes === 'continually' ? 'UPDATE_CONT' : 'IRREG',
    ),
    'dct:publisher': { '@id': `${publicUrl}/${city.slug}` },
    'dct:spatial': {
      '@type': 'dct:Location',
      'dct:identifier': city.code,
      'dct:title': said(city.name),
    },
    'dcat:contactPoint': contactOf(city),
    'dcat:landingPage': { '@id': page },
    'dcat:distribution': filesOf(entry).map((file) => distribution(entry, file)),
    ...licenceNode(entry),
  }
}

/** The catalogue of a city by DCAT 2, as JSON-LD. */
export const cityCatalogue = (
  city: City,
  publicUrl: string,
  entries: readonly Entry[],
): LinkedData => ({
  '@context': context,
  '@id': `${publicUrl}${paths.dcat(city.slug)}`,
  '@type': 'dcat:Catalog',
  'dct:title': said({ ja: `${city.name.ja}のオープンデータ`, en: `Open data of ${city.name.en}` }),
  'dct:description': said({
    ja: `${city.name.ja}の市民活動と協働についてのオープンデータ`,
    en: `Open data about civic activity and collaboration in ${city.name.en}`,
  }),
  'dct:language': 'ja',
  ...instant(lastChange(entries)),
  'dct:publisher': publisherOf(city, publicUrl),
  'foaf:homepage': { '@id': `${publicUrl}${paths.catalogue(city.slug)}` },
  ...licenceNode({ city }),
  'dcat:dataset': entries.map(datasetNode),
})

/** The catalogue of the whole site: the catalogues of its cities. */
export const siteCatalogue = (cities: readonly City[], publicUrl: string): LinkedData => ({
  '@context': context,
  '@id': `${publicUrl}/open-data/catalog.jsonld`,
  '@type': 'dcat:Catalog',
  'dct:title': said({ ja: 'つなぐのオープンデータ', en: 'Open data of Tsunagu' }),
  'dct:description': said({
    ja: '参加する市のオープンデータの目録',
    en: 'The catalogues of the cities that take part',
  }),
  'dct:language': 'ja',
  'foaf:homepage': { '@id': `${publicUrl}/` },
  'dcat:catalog': cities.map((city) => ({
    '@id': `${publicUrl}${paths.dcat(city.slug)}`,
    '@type': 'dcat:Catalog',
    'dct:title': said({
      ja: `${city.name.ja}のオープンデータ`,
      en: `Open data of ${city.name.en}`,
    }),
    'dct:publisher': publisherOf(city, publicUrl),
    ...licenceNode({ city }),
  })),
})
