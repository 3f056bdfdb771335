import { listCities } from '#capabilities/cities/index.ts'
import type { City } from '#kernel/city.ts'
import { listStories, loadSamples, removeSamples } from '../sample/index.ts'
import type { Store } from '../store.ts'
import { findCity } from './city.ts'
import { type Command, type CommandContext, CommandError } from './command.ts'

/** The city that was named, or every city that has a story. */
const chosenCities = async (context: CommandContext, store: Store): Promise<readonly City[]> => {
  const [slug] = context.words
  const stories = new Set(await listStories())
  if (!slug)
    return (await store.database.readPublic(listCities)).filter((city) => stories.has(city.slug))
  const city = await findCity(store, slug)
  if (!stories.has(slug)) throw new CommandError(`There is no sample world for ${slug}.`)
  return [city]
}

const load = async (store: Store, city: City): Promise<boolean> => {
  try {
    return await loadSamples(store, city, 'asked-for')
  } catch (error) {
    throw new CommandError(`${city.slug}: nothing was loaded. ${(error as Error).message}`)
  }
}

export const sampleLoadCommand: Command = {
  name: 'sample load',
  usage: 'sample load [<slug>]',
  about:
    'Loads the sample people, groups and projects (見本) of one city or of all, once. npm start on a loopback address does this by itself the first time.',
  run: async (context) => {
    const store = await context.store()
    for (const city of await chosenCities(context, store))
      context.say(
        (await load(store, city))
          ? `${city.slug}: the sample world was loaded.`
          : `${city.slug}: the sample world is there already.`,
      )
  },
}

const remove = async (store: Store, city: City): Promise<string> => {
  const result = await store.database.write(
    store.opening(city),
    (scope) => removeSamples(scope),
    ({ ok }) => ok,
  )
  if (!result.ok)
    throw new CommandError(
      `${city.slug}: nothing was removed, because samples have a part in real things: ${result.error.join('、')}. End or change these first.`,
    )
  const { people, groups, proposals, projects } = result.value
  return people === 0
    ? `${city.slug}: there are no samples.`
    : `${city.slug}: removed ${people} people, ${groups} groups, ${proposals} proposals and ${projects} projects.`
}

export const sampleRemoveCommand: Command = {
  name: 'sample remove',
  usage: 'sample remove [<slug>]',
  about:
    'Removes everything marked 見本 from one city or from all, with all that was tried out with it. The audit stays.',
  run: async (context) => {
    const store = await context.store()
    for (const city of await chosenCities(context, store)) context.say(await remove(store, city))
  },
}
