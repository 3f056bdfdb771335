import type { Tally } from '#data/tally.ts'
import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Dataset } from '#web/dataset.ts'
import { type Licence, licenceOf } from './licence.ts'
import { paths } from './paths.ts'

/** A data set of a city, before anything was counted. */
export type Offer = { readonly dataset: Dataset; readonly city: City }

/** A data set of a city, as catalogues of every kind describe it. */
export type Entry = Offer & {
  readonly tally: Tally
  /** Address of the site without a path. */
  readonly publicUrl: string
}

/** A file in which the data can be had. */
export type File = {
  readonly key: string
  readonly title: Bilingual
  readonly format: 'CSV' | 'JSON'
  readonly mediaType: string
  readonly url: string
  readonly encoding: string
}

/** The name under which every catalogue knows the data set: unique among all cities. */
export const nameOf = ({ dataset, city }: Offer): string => `${city.slug}-${dataset.code}`

/** The licence of the entry's city. */
export const licenceFor = ({ city }: Pick<Entry, 'city'>): Licence =>
  licenceOf(city.settings.openDataLicence)

/** The files of a data set, the usual one first. */
export const filesOf = ({ dataset, city, publicUrl }: Entry): readonly File[] => [
  {
    key: 'csv',
    title: both('CSV（UTF-8、BOM付き）', 'CSV (UTF-8 with BOM)'),
    format: 'CSV',
    mediaType: 'text/csv',
    url: `${publicUrl}${paths.csv(city.slug, dataset.code)}`,
    encoding: 'UTF-8',
  },
  {
    key: 'csv-cp932',
    title: both('CSV（Shift_JIS、CP932）', 'CSV (Shift_JIS, CP932)'),
    format: 'CSV',
    mediaType: 'text/csv',
    url: `${publicUrl}${paths.cp932(city.slug, dataset.code)}`,
    encoding: 'Windows-31J',
  },
  {
    key: 'json',
    title: both('JSON', 'JSON'),
    format: 'JSON',
    mediaType: 'application/json',
    url: `${publicUrl}${paths.json(city.slug, dataset.code)}`,
    encoding: 'UTF-8',
  },
  {
    key: 'dictionary',
    title: both('データ項目の説明（CSV）', 'Data dictionary (CSV)'),
    format: 'CSV',
    mediaType: 'text/csv',
    url: `${publicUrl}${paths.dictionary(city.slug, dataset.code)}`,
    encoding: 'UTF-8',
  },
]

/** The newest change of all, or nothing where nothing was ever loaded. */
export const lastChange = (entries: readonly Entry[]): Date | null =>
  entries.reduce<Date | null>((last, { tally: { changed } }) => {
    if (!changed) return last
    return last && last > changed ? last : changed
  }, null)
