import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { type ProgrammePreset, programmePreset } from './preset.ts'

/** Every programme of every preset, as the loader reads it. */
export const listPresetProgrammes = (): { city: string; definition: ProgrammePreset }[] => {
  const root = join(projectRoot(), 'presets')
  const folders = readdirSync(root, { withFileTypes: true }).filter((one) => one.isDirectory())
  return folders.flatMap(({ name: city }) =>
    readdirSync(join(root, city, 'programmes')).map((file) => ({
      city,
      definition: programmePreset.parse(
        JSON.parse(readFileSync(join(root, city, 'programmes', file), 'utf8')),
      ),
    })),
  )
}

/** The programme of one preset. */
export const presetProgramme = (city: string): ProgrammePreset => {
  const found = listPresetProgrammes().find((one) => one.city === city)
  if (!found) throw new Error(`No programme in presets/${city}`)
  return found.definition
}
