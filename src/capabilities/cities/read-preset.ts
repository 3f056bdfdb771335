import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PresetPart } from '#web/capability.ts'
import { type CityPreset, cityPreset } from './preset.ts'

/** A file of a preset that fits its schema, with what its part will do with it. */
export type PresetFile = {
  readonly path: string
  readonly part: PresetPart
  readonly facts: unknown
}

/** What keeps a preset from being loaded: file, place in it, and what is wrong there. */
export type PresetFault = { readonly path: string; readonly at: string; readonly message: string }

export type Preset = { readonly city: CityPreset; readonly files: readonly PresetFile[] }

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))

const pathsOf = async (folder: string, pattern: string): Promise<string[]> => {
  if (!pattern.includes('*')) return [pattern]
  const [sub = ''] = pattern.split('/*')
  const names = await readdir(join(folder, sub)).catch(() => [] as string[])
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${sub}/${name}`)
}

const readOne = async <T>(
  folder: string,
  path: string,
  schema: { safeParse: PresetPart<T>['schema']['safeParse'] },
  faults: PresetFault[],
): Promise<T | undefined> => {
  try {
    const read = schema.safeParse(await readJson(join(folder, path)))
    if (read.success) return read.data
    for (const issue of read.error.issues)
      faults.push({ path, at: issue.path.join('.') || '(top)', message: issue.message })
  } catch (error) {
    faults.push({ path, at: '(file)', message: (error as Error).message })
  }
  return undefined
}

/** Reads and checks a whole preset folder; nothing is loaded while anything is wrong. */
export const readPreset = async (
  folder: string,
  parts: readonly PresetPart[],
): Promise<{ readonly preset: Preset | undefined; readonly faults: readonly PresetFault[] }> => {
  const faults: PresetFault[] = []
  const city = await readOne(folder, 'city.json', cityPreset, faults)
  const files: PresetFile[] = []
  for (const part of parts)
    for (const path of await pathsOf(folder, part.path)) {
      const facts = await readOne(folder, path, part.schema, faults)
      if (facts !== undefined) files.push({ path, part, facts })
    }
  return { preset: city && faults.length === 0 ? { city, files } : undefined, faults }
}
