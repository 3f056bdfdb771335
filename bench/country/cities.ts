import { join } from 'node:path'
import { type CityPreset, loadPreset, readPreset } from '#capabilities/cities/index.ts'
import { projectRoot } from '#data/root.ts'
import { presetParts } from '../../src/prepare-world.ts'
import type { Store } from '../../src/store.ts'
import type { Municipality } from './municipalities.ts'

type Preset = NonNullable<Awaited<ReturnType<typeof readPreset>>['preset']>

const readTemplate = async (): Promise<Preset> => {
  const { preset, faults } = await readPreset(join(projectRoot(), 'presets/kamakura'), presetParts)
  if (!preset) throw new Error(`presets/kamakura: ${faults.length} faults`)
  return preset
}

/** Hosts and slugs are latin; a code is as good as a name for a city that nobody visits by hand. */
export const slugOf = ({ code }: Pick<Municipality, 'code'>): string => `city-${code}`

const presetFor = (municipality: Municipality, template: Preset): Preset => {
  const { code, name, kana, prefecture } = municipality
  const city: CityPreset = {
    ...template.city,
    slug: slugOf(municipality),
    code,
    name: { ja: name, en: name, kana },
    prefecture: { ja: prefecture, en: prefecture },
  }
  return { ...template, city }
}

/** Gives every municipality the rooms of a real city: its plan, statistics, programme and forms. */
export const makeCities = async (
  store: Store,
  municipalities: readonly Municipality[],
  onCity: (done: number) => void,
): Promise<void> => {
  const template = await readTemplate()
  for (const [at, municipality] of municipalities.entries()) {
    const preset = presetFor(municipality, template)
    const city = { id: Number(municipality.code), slug: slugOf(municipality) }
    await store.database.write(store.opening(city), (scope) => loadPreset(scope, preset))
    onCity(at + 1)
  }
}
