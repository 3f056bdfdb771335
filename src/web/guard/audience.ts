import type { Person } from '#kernel/actor.ts'
import type { Audience } from '../route.ts'

/** `sign-in` when an account would help, `role` when it would not, `second-factor` when only that is missing. */
export type AudienceVerdict = 'ok' | 'sign-in' | 'role' | 'second-factor'

/** Memberships are unknown until the second factor is given, so whoever lacks it may be a member. */
const isMeant = (audience: readonly Audience[], person: Person): boolean =>
  audience.includes('person') ||
  (audience.includes('member') && (!person.trusted || person.memberships.length > 0)) ||
  person.roles.some((role) => audience.includes(role))

/** Whether this person may reach a route that is for that audience. */
export const admits = (
  audience: readonly Audience[],
  person: Person | undefined,
): AudienceVerdict => {
  if (audience.includes('everyone')) return 'ok'
  if (!person) return 'sign-in'
  if (audience.includes('session')) return 'ok'
  if (!isMeant(audience, person)) return 'role'
  return person.trusted ? 'ok' : 'second-factor'
}
