import { insertMembership } from '#capabilities/accounts/index.ts'
import { type CityRole, type Person, visitor } from '#kernel/actor.ts'
import type { TestCity } from '../../world/city.ts'
import type { Say } from './typed.ts'

type Role = CityRole | { readonly department: string }

/**
 * Everybody there is, from the standpoint of the group 川べりの会 (A), its proposals and projects, the first
 * department and the committee. `rep2` leads another group, `dept2` works for another department.
 */
export const personNames = [
  'resident', // raised the issues
  'stranger', // an account and nothing else
  'rep',
  'manager',
  'member',
  'former', // managed A and has left it
  'rep2',
  'centre',
  'centre-in-a', // works at the centre and is a member of A
  'office',
  'office-in-a', // works in the office and is a member of A
  'dept',
  'dept2',
  'reviewer', // sits, has declared and scored
  'reviewer2', // sits, has declared, has handed in nothing
  'recused', // sits, with an interest in A
  'reviewer-in-a', // sits, is a member of A and has declared nothing
  'undeclared', // sits, has declared nothing
  'unseated', // a reviewer of the city on no committee
  'admin',
  'disabled', // held every role until the account was stopped
  'unproved', // holds every role and leads nobody; the second factor is missing
] as const
export type PersonName = (typeof personNames)[number]

/** Whoever may knock: the people, nobody at all, and people of the other city. */
export const knockers = [
  'visitor',
  ...personNames,
  'foreign', // office, centre, reviewer and administrator of the other city, with that city's cookie
  'smuggled', // the same cookie, renamed to this city's
] as const
export type Knocker = (typeof knockers)[number]

export type Departments = readonly [string, string]

/** The people's groups and departments. */
export type Cast = {
  readonly departments: Departments
  /** Tokens of sessions, by person. */
  readonly tokens: Map<PersonName, string>
}

const every = (department: string): readonly Role[] => [
  'centre',
  'office',
  'reviewer',
  'city_admin',
  { department },
]

const rolesOf = (departments: Departments): Partial<Record<PersonName, readonly Role[]>> => ({
  centre: ['centre'],
  'centre-in-a': ['centre'],
  office: ['office'],
  'office-in-a': ['office'],
  dept: [{ department: departments[0] }],
  dept2: [{ department: departments[1] }],
  reviewer: ['reviewer'],
  reviewer2: ['reviewer'],
  recused: ['reviewer'],
  'reviewer-in-a': ['reviewer'],
  undeclared: ['reviewer'],
  unseated: ['reviewer'],
  admin: ['city_admin'],
  disabled: every(departments[0]),
  unproved: every(departments[0]),
})

/** Makes the people, with the roles the city gives them. */
export const makePeople = async (
  here: TestCity,
  departments: Departments,
  say: Say,
): Promise<Readonly<Record<PersonName, Person>>> => {
  const roles = rolesOf(departments)
  const made: Partial<Record<PersonName, Person>> = {}
  for (const name of personNames)
    made[name] = await here.person(say(`name.${name}`), roles[name] ?? [])
  return made as Record<PersonName, Person>
}

/** Puts people into the group. */
export const joinGroup = (
  here: TestCity,
  groupId: string,
  places: readonly (readonly [Person, 'representative' | 'manager' | 'member'])[],
): Promise<void> =>
  here.as(visitor, async (scope) => {
    for (const [{ accountId }, role] of places)
      await insertMembership(scope, { accountId, groupId, role })
  })
