import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listCities, loadPreset, readPreset } from '#capabilities/cities/index.ts'
import { capabilities } from '#capabilities/registry.ts'
import { projectRoot } from '#data/root.ts'
import type { City } from '#kernel/city.ts'
import { listStories, loadSamples } from './sample/index.ts'
import type { Store } from './store.ts'

/** The preset parts of every capability, in the order of the registry. */
export const presetParts = capabilities.flatMap((capability) => capability.presets ?? [])

/** Imports one preset folder. @throws Error with one line for each fault */
export const importPreset = async (store: Store, folder: string): Promise<string> => {
  const { preset, faults } = await readPreset(folder, presetParts)
  if (!preset)
    throw new Error(
      faults.map((fault) => `${folder}/${fault.path} ${fault.at}: ${fault.message}`).join('\n'),
    )
  const city = { id: Number(preset.city.code), slug: preset.city.slug }
  await store.database.write(store.opening(city), (scope) => loadPreset(scope, preset))
  return preset.city.name.ja
}

/** Loads the four cities, once. */
export const prepareWorld = async (store: Store, say: (line: string) => void): Promise<void> => {
  const known = new Set((await store.database.readPublic(listCities)).map((city) => city.slug))
  const folder = join(projectRoot(), 'presets')
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.filter((one) => one.isDirectory() && !known.has(one.name)))
    say(`${await importPreset(store, join(folder, entry.name))} を用意しました`)
}

/**
 * Loads the sample world of every city that has a story and never had it: side by side, each in a
 * transaction of its own. A city in which it cannot be told is named, and goes without.
 */
export const prepareSamples = async (store: Store, say: (line: string) => void): Promise<void> => {
  const stories = new Set(await listStories())
  const cities = await store.database.readPublic(listCities)
  const load = async (city: City): Promise<void> => {
    try {
      if (await loadSamples(store, city, 'first-start'))
        say(`${city.name.ja}の見本の世界を用意しました`)
    } catch (error) {
      say(`${city.name.ja}の見本の世界は用意できませんでした: ${(error as Error).message}`)
    }
  }
  await Promise.all(cities.filter(({ slug }) => stories.has(slug)).map(load))
}
