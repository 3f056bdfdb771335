import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { cityPreset } from '#capabilities/cities/preset.ts'
import { facilitiesPreset } from '#capabilities/facilities/kinds.ts'
import { formDefinition } from '#capabilities/forms/definition.ts'
import { registrationPreset } from '#capabilities/groups/preset.ts'
import { indicatorsPreset } from '#capabilities/indicators/preset.ts'
import { introductionsPreset } from '#capabilities/introductions/preset.ts'
import { planPreset } from '#capabilities/plans/preset.ts'
import { programmePreset } from '#capabilities/programmes/preset.ts'
import { progressPreset } from '#capabilities/progress/preset.ts'
import { statisticsPreset } from '#capabilities/statistics/preset.ts'
import { printedSurveysPreset } from '#capabilities/tabulations/preset.ts'
import { projectRoot } from '#data/root.ts'

const folder = join(projectRoot(), 'presets')

/** Every preset of the product. */
export const presetNames: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** One figure that the documents state, and the path at which the data holds it. */
export const counts = z.array(
  z.strictObject({
    what: z.string().min(3),
    file: z.string(),
    path: z.string(),
    trace: z.array(z.string().regex(/^[A-Z]\d{3}$/)),
    count: z.union([z.number(), z.string()]),
  }),
)

/** What each file of a preset must look like. A file that fits no line does not belong there. */
export const schemas: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^city\.json$/, cityPreset],
  [/^plans\/[a-z0-9-]+\.json$/, planPreset],
  [/^indicators\/[a-z0-9-]+\.json$/, indicatorsPreset],
  [/^statistics\.json$/, statisticsPreset],
  [/^printed-surveys\.json$/, printedSurveysPreset],
  [/^registration\.json$/, registrationPreset],
  [/^introductions\.json$/, introductionsPreset],
  [/^programmes\/[a-z0-9-]+\.json$/, programmePreset],
  [/^forms\/[a-z0-9-]+\.json$/, formDefinition],
  [/^counts\.json$/, counts],
  [/^facilities\/[a-z-]+\.json$/, facilitiesPreset],
  [/^progress\/[a-z0-9-]+\.json$/, progressPreset],
]

/** All files of a preset, by their path below its folder. */
export const listFiles = (preset: string): string[] =>
  readdirSync(join(folder, preset), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, preset).length + 1))
    .sort()

export const readText = (preset: string, file: string): string =>
  readFileSync(join(folder, preset, file), 'utf8')

export const readJson = (preset: string, file: string): unknown =>
  JSON.parse(readText(preset, file))

/** The files below a folder of the preset, read by their schema. */
export const readAll = <T>(preset: string, below: string, schema: z.ZodType<T>): T[] =>
  listFiles(preset)
    .filter((file) => file.startsWith(`${below}/`))
    .map((file) => schema.parse(readJson(preset, file)))

/** Numbers under which the documents' facts are cited as sources, each once, in order. */
export const listCitedFacts = (preset: string): string[] => {
  const sources = listFiles(preset)
    .filter((file) => file !== 'counts.json')
    .flatMap((file) => [...readText(preset, file).matchAll(/"source": "([^"]*)"/g)])
  return [
    ...new Set(sources.flatMap(([, source]) => source!.match(/\b[A-Z]\d{3}\b/g) ?? [])),
  ].sort()
}
