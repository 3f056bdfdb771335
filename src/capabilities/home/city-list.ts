import type { Bilingual } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { foldForSearch, listBigrams } from '#kernel/text.ts'

/** So many cities are shown as cards at once; more are reached over their prefecture. */
export const citiesAtOnce = 24

/** A prefecture with how many of its cities are here. The code is the city code's first two digits. */
export type Prefecture = {
  readonly code: string
  readonly name: Bilingual
  readonly count: number
}

/** What the portal looks up among all cities, so that no page goes through them one by one. */
export type KnownCities = {
  readonly all: readonly City[]
  readonly byId: ReadonlyMap<number, City>
  /** In the order of the country's codes, from north to south. */
  readonly prefectures: readonly Prefecture[]
  readonly byPrefecture: ReadonlyMap<string, readonly City[]>
  /** Cities by every sign and every pair of signs of their names. */
  readonly bySigns: ReadonlyMap<string, readonly NamedCity[]>
}

type NamedCity = { readonly city: City; readonly names: readonly string[] }

const prefectureOf = (city: Pick<City, 'code'>): string => city.code.slice(0, 2)

const toPrefectures = (byPrefecture: ReadonlyMap<string, readonly City[]>): readonly Prefecture[] =>
  [...byPrefecture]
    .map(([code, cities]) => ({ code, name: cities[0]!.prefecture, count: cities.length }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))

const nameOf = (city: City): NamedCity => {
  const { name, prefecture, slug } = city
  const names = [name.ja, name.en, name.kana, slug, `${prefecture.ja}${name.ja}`]
  return { city, names: names.map(foldForSearch) }
}

const signsOf = ({ names }: NamedCity): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [...name, ...listBigrams(name)]))

const toSigns = (cities: readonly City[]): ReadonlyMap<string, readonly NamedCity[]> => {
  const bySigns = new Map<string, NamedCity[]>()
  for (const named of cities.map(nameOf))
    for (const signs of signsOf(named)) {
      const known = bySigns.get(signs)
      if (known) known.push(named)
      else bySigns.set(signs, [named])
    }
  return bySigns
}

const makeKnown = (cities: readonly City[]): KnownCities => {
  const byPrefecture = Map.groupBy(cities, prefectureOf)
  return {
    all: cities,
    byId: new Map(cities.map((city) => [city.id, city])),
    prefectures: toPrefectures(byPrefecture),
    byPrefecture,
    bySigns: toSigns(cities),
  }
}

// The directory gives the same list until a city changes, and what was made of it goes when the list goes.
const known = new WeakMap<readonly City[], KnownCities>()

/** The cities of the directory, made ready to be looked up once for each state of it. */
export const knowCities = (cities: readonly City[]): KnownCities => {
  const before = known.get(cities)
  if (before) return before
  const made = makeKnown(cities)
  known.set(cities, made)
  return made
}

/** The cities to show as cards: all where they are few, those of the prefecture asked for otherwise. */
export const citiesToShow = (
  { all, byPrefecture }: KnownCities,
  prefecture: string,
  page: number,
): { readonly shown: readonly City[]; readonly total: number } => {
  const some = prefecture === '' ? all : (byPrefecture.get(prefecture) ?? [])
  if (prefecture === '' && some.length > citiesAtOnce) return { shown: [], total: some.length }
  const start = (page - 1) * citiesAtOnce
  return { shown: some.slice(start, start + citiesAtOnce), total: some.length }
}

const mostFound = 20

const partsOf = (wanted: string): readonly string[] =>
  [...wanted].length === 1 ? [wanted] : listBigrams(wanted)

/** Cities whose name in any writing holds what was asked for, 20 at most. */
export const findCities = ({ bySigns }: KnownCities, asked: string): readonly City[] => {
  const wanted = foldForSearch(asked)
  const held = partsOf(wanted).map((signs) => bySigns.get(signs) ?? [])
  const fewest = held.toSorted((a, b) => a.length - b.length)[0] ?? []
  const found: City[] = []
  for (const { city, names } of fewest) {
    if (names.some((name) => name.includes(wanted))) found.push(city)
    if (found.length === mostFound) break
  }
  return found
}
