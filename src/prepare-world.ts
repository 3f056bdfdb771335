import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listCities, loadPreset, readPreset } from '#capabilities/cities/index.ts'
import { capabilities } from '#capabilities/registry.ts'
import { projectRoot } from '#data/root.ts'
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

/** Loads the four cities and their sample people, once. */
export const prepareWorld = async (store: Store, say: (line: string) => void): Promise<void> => {
  const known = new Set((await store.database.readPublic(listCities)).map((city) => city.slug))
  const folder = join(projectRoot(), 'presets')
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.filter((one) => one.isDirectory() && !known.has(one.name)))
    say(`${await importPreset(store, join(folder, entry.name))} を用意しました`)
}
