/** A page that is asked for at both sizes. `city` is the slug of the measured city. */
export type GrowthPage = { readonly name: string; readonly path: (city: string) => string }

const q = encodeURIComponent

/** The pages of groups, of search and the doors of the site; words from rare to common, one to three. */
export const growthPages: readonly GrowthPage[] = [
  { name: 'portal', path: () => '/' },
  { name: 'city home', path: (city) => `/${city}` },
  { name: 'directory', path: (city) => `/${city}/groups` },
  { name: 'directory, facets', path: (city) => `/${city}/groups?field=children&recruiting=yes` },
  { name: 'directory, a word', path: (city) => `/${city}/groups?q=${q('子ども')}` },
  { name: 'directory, map', path: (city) => `/${city}/groups?view=map` },
  { name: 'statistics by field', path: (city) => `/${city}/statistics/groups-by-field` },
  { name: 'plan', path: (city) => `/${city}/plans/guideline` },
  { name: 'open data', path: (city) => `/${city}/open-data` },
  { name: 'search, rare word', path: (city) => `/${city}/search?q=${q('古文書')}` },
  { name: 'search, common word', path: (city) => `/${city}/search?q=${q('活動')}` },
  { name: 'search, one sign', path: (city) => `/${city}/search?q=${q('会')}` },
  { name: 'search, two words', path: (city) => `/${city}/search?q=${q('子ども 学習')}` },
  { name: 'search, three words', path: (city) => `/${city}/search?q=${q('高齢者 見守り 地域')}` },
]

/** Searches through every city at once. */
export const portalSearches: readonly GrowthPage[] = [
  { name: 'all cities, rare', path: () => `/?q=${q('被爆体験')}` },
  { name: 'all cities, common', path: () => `/?q=${q('活動')}` },
  { name: 'all cities, one sign', path: () => `/?q=${q('会')}` },
  { name: 'all cities, two words', path: () => `/?q=${q('子ども 学習')}` },
  { name: 'all cities, three', path: () => `/?q=${q('高齢者 見守り 地域')}` },
]
