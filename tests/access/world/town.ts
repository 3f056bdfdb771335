import type { Scope } from '#data/scope.ts'
import type { Actor, Person } from '#kernel/actor.ts'
import type { Result } from '#kernel/result.ts'
import { hashToken, newToken } from '#kernel/tokens.ts'
import type { TestCity } from '../../world/city.ts'
import type { Cast, PersonName } from './cast.ts'
import type { Say } from './typed.ts'

/** A thing of the city that addresses name: its kind, how it stands, and the parameters of its address. */
export type Subject = {
  readonly kind: string
  readonly state: string
  readonly params: Readonly<Record<string, string>>
}

/** A city in which people have done something of everything. */
export type Town = {
  readonly here: TestCity
  readonly people: Readonly<Record<PersonName, Person>>
  readonly cast: Cast
  readonly say: Say
  /** With one or two of what a larger one has in every state. */
  readonly small: boolean
  readonly subjects: Subject[]
}

/** Keeps a thing under its kind and state; the pair is unique. */
export const put = (
  { subjects }: Pick<Town, 'subjects'>,
  subject: Subject,
): Readonly<Record<string, string>> => {
  if (subjects.some(({ kind, state }) => kind === subject.kind && state === subject.state))
    throw new Error(`two subjects ${subject.kind}:${subject.state}`)
  subjects.push(subject)
  return subject.params
}

/** The parameters of the thing of that kind in that state. */
export const paramsOf = (
  { subjects }: Pick<Town, 'subjects'>,
  kind: string,
  state: string,
): Readonly<Record<string, string>> => {
  const found = subjects.find((one) => one.kind === kind && one.state === state)
  if (!found) throw new Error(`no subject ${kind}:${state}`)
  return found.params
}

/** The id of the thing of that kind in that state. */
export const idOf = (town: Pick<Town, 'subjects'>, kind: string, state: string): string =>
  paramsOf(town, kind, state).id ?? ''

/** What an action gave back. @throws Error with the reason when it refused */
export const must = <T>(result: Result<T, unknown>): T => {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.error)?.slice(0, 2_000)}`)
}

let seconds = 0

/** Ten in the morning in Tokyo on that day, each call a second later, so that the history has an order. */
export const on = (day: string): Date => {
  seconds += 1
  return new Date(new Date(`${day}T01:00:00Z`).getTime() + seconds * 1000)
}

/** Lets a person do something on a day, as the database knows them now. */
export const act = async <T>(
  town: Pick<Town, 'here' | 'people'>,
  who: PersonName,
  day: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> => town.here.as(await town.here.reload(town.people[who]), work, on(day))

/** Signs the person in without a page; a password alone when `proved` is false. @returns the token */
export const openSession = async (
  here: TestCity,
  person: Person,
  proved: boolean,
  now: Date,
): Promise<string> => {
  const token = newToken()
  const system: Actor = { kind: 'system', name: 'tests' }
  await here.as(system, (scope) =>
    scope.db
      .insertInto('sessions')
      .values({
        city_id: scope.city.id,
        token_hash: hashToken(token),
        account_id: person.accountId,
        created_at: now,
        seen_at: now,
        expires_at: new Date(now.getTime() + 8 * 3_600_000),
        second_factor: proved,
      })
      .execute(),
  )
  return token
}
