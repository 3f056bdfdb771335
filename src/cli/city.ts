import { listCities, readPreset } from '#capabilities/cities/index.ts'
import type { City } from '#kernel/city.ts'
import { importPreset, presetParts } from '../prepare-world.ts'
import type { Store } from '../store.ts'
import { type Command, CommandError } from './command.ts'

/** The city of that slug. @throws CommandError naming the cities there are */
export const findCity = async (store: Store, slug: string): Promise<City> => {
  const cities = await store.database.readPublic(listCities)
  const city = cities.find((one) => one.slug === slug)
  if (city) return city
  throw new CommandError(
    `There is no city "${slug}". Known: ${cities.map((one) => one.slug).join(', ') || 'none (import one first)'}.`,
  )
}

const warningsIn = (
  files: readonly { path: string; part: (typeof presetParts)[number]; facts: unknown }[],
) =>
  files.flatMap(({ path, part, facts }) =>
    (part.warnings?.(facts) ?? []).map((warning) => ({ path, ...warning })),
  )

const check = async (folder: string, say: (line: string) => void): Promise<void> => {
  const { preset, faults } = await readPreset(folder, presetParts)
  for (const fault of faults) say(`error    ${fault.path}  ${fault.at}: ${fault.message}`)
  if (!preset) throw new CommandError(`${faults.length} error(s); nothing would be imported.`)
  const warnings = [
    ...preset.city.warnings.map((warning) => ({ path: 'city.json', ...warning })),
    ...warningsIn(preset.files),
  ]
  for (const warning of warnings)
    say(`warning  ${warning.path}  ${warning.source}: ${warning.text.ja}`)
  say(
    `${preset.files.length + 1} files are right; ${warnings.length} warning(s) about the documents themselves are kept as printed.`,
  )
}

export const importCommand: Command = {
  name: 'city import',
  usage: 'city import [--check] <preset folder>',
  about: 'Imports a city from a preset folder, or replaces its facts. --check only reports.',
  options: { check: { type: 'boolean', about: 'report errors and warnings, change nothing' } },
  run: async ({ words, options, say, store }) => {
    const [folder] = words
    if (!folder) throw new CommandError('Which folder? e.g. city import presets/kamakura')
    if (options.check) return check(folder, say)
    say(`Importing ${folder} …`)
    say(`${await importPreset(await store(), folder)}: done.`)
  },
}

export const listCommand: Command = {
  name: 'city list',
  usage: 'city list',
  about: 'Lists the cities with their codes.',
  run: async ({ say, store }) => {
    for (const city of await (await store()).database.readPublic(listCities))
      say(`${city.code}  ${city.slug}  ${city.name.ja}`)
  },
}
