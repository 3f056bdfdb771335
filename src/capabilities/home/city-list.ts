import type { Bilingual } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'

/** So many cities are shown as cards at once; more are reached over their prefecture. */
export const citiesAtOnce = 24

/** A prefecture with how many of its cities are here. The code is the city code's first two digits. */
export type Prefecture = {
  readonly code: string
  readonly name: Bilingual
  readonly count: number
}

const prefectureOf = (city: Pick<City, 'code'>): string => city.code.slice(0, 2)

/** The prefectures in the order of the country's codes, from north to south. */
export const listPrefectures = (cities: readonly City[]): readonly Prefecture[] => {
  const found = new Map<string, Prefecture>()
  for (const city of cities) {
    const code = prefectureOf(city)
    found.set(code, { code, name: city.prefecture, count: (found.get(code)?.count ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** The cities to show as cards: all where they are few, those of the prefecture asked for otherwise. */
export const citiesToShow = (
  cities: readonly City[],
  prefecture: string,
  page: number,
): { readonly shown: readonly City[]; readonly total: number } => {
  const some =
    prefecture === '' ? cities : cities.filter((city) => prefectureOf(city) === prefecture)
  if (prefecture === '' && some.length > citiesAtOnce) return { shown: [], total: some.length }
  const start = (page - 1) * citiesAtOnce
  return { shown: some.slice(start, start + citiesAtOnce), total: some.length }
}
