const folder = (city: string): string => `/${city}/open-data`

/** The addresses of open data, under a city; others link to them. */
export const paths = {
  catalogue: folder,
  dcat: (city: string) => `${folder(city)}/catalog.jsonld`,
  dataset: (city: string, code: string) => `${folder(city)}/${code}`,
  csv: (city: string, code: string) => `${folder(city)}/${code}.csv`,
  cp932: (city: string, code: string) => `${folder(city)}/${code}.csv?encoding=cp932`,
  json: (city: string, code: string) => `${folder(city)}/${code}.json`,
  dictionary: (city: string, code: string) => `${folder(city)}/${code}/dictionary.csv`,
  unmappable: (city: string, code: string) => `${folder(city)}/${code}/cp932`,
  codes: (city: string, table: string) => `${folder(city)}/codes/${table}.csv`,
  api: (city: string) => `/${city}/api/3/action`,
  feed: (city: string, format: string) => `/${city}/feed.${format}`,
} as const
