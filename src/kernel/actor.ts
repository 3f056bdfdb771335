/** Roles that a city gives to accounts. What each may do stands in the capabilities' policies. */
export const cityRoles = ['centre', 'office', 'department', 'reviewer', 'city_admin'] as const
export type CityRole = (typeof cityRoles)[number]

/** Places a person can have in a group. */
export const groupRoles = ['representative', 'manager', 'member'] as const
export type GroupRole = (typeof groupRoles)[number]

export type Membership = { readonly groupId: string; readonly role: GroupRole }

/** Somebody who has signed in. */
export type Person = {
  readonly kind: 'person'
  readonly accountId: string
  readonly name: string
  readonly roles: readonly CityRole[]
  /** Departments for which the person holds the role `department`. */
  readonly departments: readonly string[]
  readonly memberships: readonly Membership[]
  /** True once a second factor was given in this session, or none is required of this person. */
  readonly trusted: boolean
}

/** Who acts: a visitor, a person, or the product itself (a job, the operator's command line). */
export type Actor =
  | { readonly kind: 'visitor' }
  | Person
  | { readonly kind: 'system'; readonly name: string }

export const visitor: Actor = { kind: 'visitor' }

/** The product acting on its own, named for the audit (`job:mail`, `operator`). */
export const system = (name: string): Actor => ({ kind: 'system', name })

/** True when the actor holds one of the roles in this city, with its second factor given. */
export const hasRole = (actor: Actor, ...roles: readonly CityRole[]): boolean =>
  actor.kind === 'person' && actor.trusted && actor.roles.some((role) => roles.includes(role))

/** True when the actor works for that department. */
export const isOfDepartment = (actor: Actor, department: string): boolean =>
  hasRole(actor, 'department') && actor.kind === 'person' && actor.departments.includes(department)

/** True when the actor may act for the group: any place, or one of the places given. */
export const isOfGroup = (
  actor: Actor,
  groupId: string,
  ...places: readonly GroupRole[]
): boolean =>
  actor.kind === 'person' &&
  actor.memberships.some(
    (held) => held.groupId === groupId && (places.length === 0 || places.includes(held.role)),
  )

/** True for people who work for the city or its centre. */
export const isStaff = (actor: Actor): boolean =>
  hasRole(actor, 'centre', 'office', 'department', 'city_admin')

/** The account's id, or null for visitors and the product itself. */
export const accountOf = (actor: Actor): string | null =>
  actor.kind === 'person' ? actor.accountId : null

/** The name that timeline and audit keep. */
export const nameOf = (actor: Actor): string => (actor.kind === 'visitor' ? '—' : actor.name)
