import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { findPersonById, insertAccount, insertRoleGrant } from '#capabilities/accounts/index.ts'
import { listCities, loadPreset, readPreset } from '#capabilities/cities/index.ts'
import { projectRoot } from '#data/root.ts'
import type { CityKey, Scope } from '#data/scope.ts'
import { type Actor, type CityRole, type Person, visitor } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { presetParts } from '../../src/prepare-world.ts'
import { openStore, type Store } from '../../src/store.ts'

/** The day on which the tests live unless they say otherwise: 2026-11-20 10:00 in Tokyo. */
export const testNow = new Date('2026-11-20T01:00:00Z')

/** A city of a test's own, with real data in the real database. */
export type TestCity = {
  readonly store: Store
  readonly city: City
  readonly key: CityKey
  /** Runs in a writing transaction of this city as that actor, at that moment. */
  as<T>(actor: Actor, work: (scope: Scope) => Promise<T>, now?: Date): Promise<T>
  /** Makes a person with these roles and returns them as an actor. */
  person(
    name: string,
    roles?: readonly (CityRole | { readonly department: string })[],
  ): Promise<Person>
  /** The same person as the database knows them now, with groups joined since. */
  reload(person: Person): Promise<Person>
}

/** Opens the store on the tests' database; closed when the file ends. */
export const openTestStore = async (clock: () => Date = () => testNow): Promise<Store> => {
  const store = await openStore({
    urls: inject('urls'),
    dataDir: inject('filesFolder'),
    publicUrl: 'http://localhost:3000',
    works: false,
    clock,
    onError: () => undefined,
  })
  afterAll(() => store.close())
  return store
}

const givePerson = async (
  scope: Scope,
  name: string,
  roles: readonly (CityRole | { readonly department: string })[],
): Promise<string> => {
  const id = await insertAccount(scope, {
    email: `${scope.requestId}@example.jp`,
    name,
    passwordHash: null,
    language: 'ja',
    state: 'active',
    sample: true,
  })
  for (const role of roles) {
    const grant =
      typeof role === 'string'
        ? { role, department: null }
        : { role: 'department' as const, department: role.department }
    await insertRoleGrant(scope, { accountId: id!, ...grant, grantedBy: null })
  }
  return id!
}

/** Loads a preset as a city of its own, under a code and a slug nobody else has. */
export const openTestCity = async (store: Store, preset = 'kamakura'): Promise<TestCity> => {
  const read = await readPreset(join(projectRoot(), 'presets', preset), presetParts)
  if (!read.preset) throw new Error(JSON.stringify(read.faults))
  const key: CityKey = { id: randomInt(500_000, 999_999), slug: `${preset}-${randomInt(1e9)}` }
  const facts = { ...read.preset, city: { ...read.preset.city, slug: key.slug } }
  const write = <T>(actor: Actor, work: (scope: Scope) => Promise<T>, now = testNow): Promise<T> =>
    store.database.write({ ...store.opening(key, actor), now }, work)
  await write(visitor, (scope) => loadPreset(scope, facts))
  const city = (await store.database.readPublic(listCities)).find((one) => one.id === key.id)!
  const load = (id: string): Promise<Person> =>
    write(visitor, async (scope) => (await findPersonById(scope, city, id))!)
  return {
    store,
    city,
    key,
    as: write,
    person: async (name, roles = []) =>
      load(await write(visitor, (scope) => givePerson(scope, name, roles))),
    reload: (person) => load(person.accountId),
  }
}
