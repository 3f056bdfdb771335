import type { Person } from '#kernel/actor.ts'
import type { Audience } from '../route.ts'

/** `sign-in` when an account would help, `role` when it would not, `second-factor` when only that is missing. */
export type AudienceVerdict = 'ok' | 'sign-in' | 'role' | 'second-factor'

/** Whether this person may reach a route that is for that audience. */
export const admits = (
  audience: readonly Audience[],
  person: Person | undefined,
): AudienceVerdict => {
  if (audience.includes('everyone')) return 'ok'
  if (!person) return 'sign-in'
  if (audience.includes('person')) return 'ok'
  // Memberships are unknown until the second factor is given, so members are asked for it first.
  if (audience.includes('member') && !person.trusted) return 'second-factor'
  if (audience.includes('member') && person.memberships.length > 0) return 'ok'
  const held = person.roles.some((role) => audience.includes(role))
  if (!held) return 'role'
  return person.trusted ? 'ok' : 'second-factor'
}
