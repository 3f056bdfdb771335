import { findPersonById } from '#capabilities/accounts/index.ts'
import type { Call } from '#capabilities/programmes/index.ts'
import type { Scope } from '#data/scope.ts'
import { type Actor, type Person, system } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import type { Result } from '#kernel/result.ts'
import type { Moment } from './moment.ts'
import type { Story, StoryGroup, StoryPerson } from './story.ts'

/**
 * The calls of the story: one whose project was evaluated to the end, one whose project is evaluated today, one
 * whose project is under way, and the one that is open today.
 */
export type StoryCall = 'finished' | 'evaluating' | 'last' | 'current'

/** What the story has made so far: the city, its calls, and the id behind every key. */
export type World = {
  readonly city: City
  readonly story: Story
  /** Today. */
  readonly now: Date
  readonly calls: Readonly<Record<StoryCall, Call>>
  readonly ids: Map<string, string>
}

/** The kinds of things that have a key in the story. */
export type Kind =
  | 'person'
  | 'group'
  | 'issue'
  | 'theme'
  | 'proposal'
  | 'consultation'
  | 'review'
  | 'project'
  | 'campaign'
  | 'offer'
  | 'talk'
  | 'survey'
  | 'plan-draft'

/** Keeps the id behind a key. */
export const setId = (world: World, kind: Kind, key: string, id: string): void => {
  world.ids.set(`${kind}:${key}`, id)
}

/** The id behind a key. @throws Error for a key that nothing was made of */
export const idOf = (world: Pick<World, 'ids'>, kind: Kind, key: string): string => {
  const id = world.ids.get(`${kind}:${key}`)
  if (!id) throw new Error(`The sample story has no ${kind} "${key}" yet.`)
  return id
}

export const groupOf = (story: Story, key: string): StoryGroup => {
  const found = story.groups.find((group) => group.key === key)
  if (!found) throw new Error(`The sample story has no group "${key}".`)
  return found
}

/** The first person with that role: who acts for the desk unless the story names somebody. */
export const firstWith = (story: Story, role: 'office' | 'centre' | 'city_admin'): string => {
  const found = story.people.find((person) => person.roles.includes(role))
  if (!found) throw new Error(`The sample story has nobody with the role ${role}.`)
  return found.key
}

/** The members of the committee, in the order of the story. */
export const reviewersOf = (story: Story): readonly StoryPerson[] =>
  story.people.filter(({ roles }) => roles.includes('reviewer'))

/** What an action gave back. @throws Error with the reason when it refused */
export const must = <T>(result: Result<T, unknown>, doing: string): T => {
  if (result.ok) return result.value
  throw new Error(`The sample story cannot go on (${doing}): ${JSON.stringify(result.error)}`)
}

/** The person who acts in this scope. @throws Error when nobody does */
export const actingPerson = (scope: Scope): Person => {
  if (scope.actor.kind !== 'person') throw new Error('Only a person does this.')
  return scope.actor
}

/** The person of that key as the database knows them now, or the product itself. */
export const actorOf = async (
  scope: Scope,
  world: Pick<World, 'city' | 'ids'>,
  by: string,
): Promise<Actor> => {
  if (by === 'system') return system('sample')
  const person = await findPersonById(scope, world.city, idOf(world, 'person', by))
  if (!person) throw new Error(`The sample person "${by}" is not there.`)
  return person
}

/** Lets a moment of the story happen in the transaction of `scope`. */
export const live = async (scope: Scope, world: World, moment: Moment): Promise<void> => {
  const { at, by, deed } = moment
  const actor = await actorOf(scope, world, by)
  await deed({ ...scope, actor, now: at, requestId: newId() }, world)
}
