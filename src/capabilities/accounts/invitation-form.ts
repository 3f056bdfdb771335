import { type CityRole, cityRoles, type GroupRole } from '#kernel/actor.ts'
import type { CodeEntry } from '#kernel/city.ts'
import { parseEmail } from '#kernel/contact.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Fault, Sent } from './form.ts'

export type RoleChoice = { readonly role: CityRole; readonly department: string | null }

/** Reads which role is meant, and which department where it is a department's. */
export const readRole = (
  sent: Sent,
  departments: readonly CodeEntry[],
): Result<RoleChoice, readonly Fault[]> => {
  const role = cityRoles.find((one) => one === sent.text('role'))
  if (!role) return refuse([{ field: 'role', reason: 'role' }])
  if (role !== 'department') return ok({ role, department: null })
  const department = departments.find((one) => one.code === sent.text('department'))
  return department
    ? ok({ role, department: department.code })
    : refuse([{ field: 'department', reason: 'department' }])
}

/** Reads an invitation to a role of the city. */
export const readRoleInvitation = (
  sent: Sent,
  departments: readonly CodeEntry[],
): Result<RoleChoice & { readonly email: string }, readonly Fault[]> => {
  const email = parseEmail(sent.text('email'))
  const chosen = readRole(sent, departments)
  if (email.ok && chosen.ok) return ok({ email: email.value, ...chosen.value })
  return refuse([
    ...(email.ok ? [] : [{ field: 'email', reason: 'email' } as const]),
    ...(chosen.ok ? [] : chosen.error),
  ])
}

/** Reads an invitation to a place in a group, of those the sender may give. */
export const readMemberInvitation = (
  sent: Sent,
  places: readonly GroupRole[],
): Result<{ readonly email: string; readonly place: GroupRole }, readonly Fault[]> => {
  const email = parseEmail(sent.text('email'))
  const place = places.find((one) => one === sent.text('place'))
  if (email.ok && place) return ok({ email: email.value, place })
  return refuse([
    ...(email.ok ? [] : [{ field: 'email', reason: 'email' } as const]),
    ...(place ? [] : [{ field: 'place', reason: 'place' } as const]),
  ])
}
