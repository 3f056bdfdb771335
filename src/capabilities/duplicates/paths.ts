import { pairOf } from './suspicion.ts'

const pairPath = (city: string, a: string, b: string): string =>
  `/${city}/desk/duplicates/${pairOf(a, b).join('/')}`

/** The desk's pages about registrations that may be of one group, under a city. */
export const duplicatePaths = {
  list: (city: string, page = 1) => `/${city}/desk/duplicates${page > 1 ? `?page=${page}` : ''}`,
  pair: pairPath,
  verdict: (city: string, a: string, b: string) => `${pairPath(city, a, b)}/verdict`,
  handing: (city: string, a: string, b: string) => `${pairPath(city, a, b)}/handing-on`,
  merge: (city: string, pair: readonly [string, string], keep?: string) =>
    `${pairPath(city, ...pair)}/merge${keep ? `?keep=${keep}` : ''}`,
} as const
