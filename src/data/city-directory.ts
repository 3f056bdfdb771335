import type { City } from '#kernel/city.ts'

/** All cities in memory, by their place in the address. */
export type CityDirectory = {
  /** Brings the directory to the given version, loading it again when that is newer. */
  refresh(version: number): Promise<void>
  find(slug: string): City | undefined
  all(): readonly City[]
}

/** The version key under which changes of any city's master data are counted. */
export const directoryVersionKey = 0

export const openCityDirectory = (load: () => Promise<readonly City[]>): CityDirectory => {
  let known = -1
  let list: readonly City[] = []
  let bySlug = new Map<string, City>()
  let loading: Promise<void> | undefined

  const reload = async (version: number): Promise<void> => {
    list = await load()
    bySlug = new Map(list.map((city) => [city.slug, city]))
    known = version
  }

  return {
    refresh: async (version) => {
      while (known < version) {
        loading ??= reload(version).finally(() => {
          loading = undefined
        })
        await loading
      }
    },
    find: (slug) => bySlug.get(slug),
    all: () => list,
  }
}
