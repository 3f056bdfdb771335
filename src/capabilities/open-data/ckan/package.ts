import { createHash } from 'node:crypto'
import type { City } from '#kernel/city.ts'
import { type Entry, filesOf, licenceFor, nameOf, type Offer } from '../catalogue.ts'
import { paths } from '../paths.ts'

/** A UUID that is always the same for the same thing. */
export const stableId = (...parts: readonly string[]): string => {
  const hex = createHash('sha1').update(parts.join('/')).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** The id of a data set, by the code of its city: it stays when the city's address changes. */
export const packageId = ({ city, dataset }: Offer): string =>
  stableId('package', String(city.id), dataset.code)

/** Moments as CKAN writes them: UTC, without a zone. */
const moment = (at: Date | null): string | null =>
  at ? `${at.toISOString().slice(0, 23)}000` : null

const organizationOf = (city: City) => ({
  id: stableId('organization', String(city.id)),
  name: city.slug,
  title: city.name.ja,
  type: 'organization',
  description: '',
  image_url: '',
  is_organization: true,
  approval_status: 'approved',
  state: 'active',
})

const tagsOf = (entry: Entry) =>
  entry.dataset.keywords.map(({ ja }) => ({
    id: stableId('tag', ja),
    name: ja,
    display_name: ja,
    state: 'active',
    vocabulary_id: null,
  }))

const resourcesOf = (entry: Entry) =>
  filesOf(entry).map((file, position) => ({
    id: stableId('resource', String(entry.city.id), entry.dataset.code, file.key),
    package_id: packageId(entry),
    name: file.title.ja,
    description: '',
    format: file.format,
    mimetype: file.mediaType,
    url: file.url,
    url_type: null,
    position,
    state: 'active',
    last_modified: moment(entry.tally.changed),
    created: moment(entry.tally.changed),
    hash: '',
    size: null,
    character_encoding: file.encoding,
  }))

/** A data set as `package_show` answers it. */
export const toPackage = (entry: Entry) => {
  const { dataset, city, publicUrl, tally } = entry
  const licence = licenceFor(entry)
  const changed = moment(tally.changed)
  const resources = resourcesOf(entry)
  const tags = tagsOf(entry)
  return {
    id: packageId(entry),
    name: nameOf(entry),
    title: `${city.name.ja} ${dataset.title.ja}`,
    notes: dataset.description.ja,
    url: `${publicUrl}${paths.dataset(city.slug, dataset.code)}`,
    type: 'dataset',
    state: 'active',
    private: false,
    isopen: licence.open,
    license_id: licence.id,
    license_title: licence.title.ja,
    ...(licence.url ? { license_url: licence.url } : {}),
    author: city.name.ja,
    author_email: null,
    maintainer: city.contact.office.ja,
    maintainer_email: city.contact.email ?? null,
    version: null,
    metadata_created: changed,
    metadata_modified: changed,
    owner_org: stableId('organization', String(city.id)),
    organization: organizationOf(city),
    num_resources: resources.length,
    num_tags: tags.length,
    resources,
    tags,
    groups: [],
    extras: [
      { key: 'local_government_code', value: city.code },
      { key: 'records', value: String(tally.n) },
    ],
    relationships_as_subject: [],
    relationships_as_object: [],
  }
}
