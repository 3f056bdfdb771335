import { type Actor, hasRole } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { sentences } from './sentences.ts'

/**
 * In which role somebody appears in a history or a conversation. Kept as a code, so that each reader
 * gets it in their own language; a department is named by its own code (`department:planning`).
 */
export type RoleCode =
  | Exclude<keyof (typeof sentences)['ja']['actors'], 'centre'>
  | 'centre'
  | `department:${string}`

const departmentMark = 'department:'

/** The department in whose name somebody acts. */
export const departmentRole = (department: string): RoleCode => `${departmentMark}${department}`

/** In which role the actor appears to others. */
export const roleCodeOf = (actor: Actor): RoleCode => {
  if (actor.kind === 'system') return actor.name === 'operator' ? 'operator' : 'system'
  if (actor.kind === 'visitor') return 'visitor'
  if (hasRole(actor, 'office')) return 'office'
  if (hasRole(actor, 'centre')) return 'centre'
  if (hasRole(actor, 'department') && actor.departments[0])
    return departmentRole(actor.departments[0])
  if (hasRole(actor, 'reviewer')) return 'reviewer'
  if (hasRole(actor, 'city_admin')) return 'city_admin'
  return actor.memberships.length > 0 ? 'group' : 'resident'
}

/** The role as the city calls it, in the reader's language. */
export const roleText = (role: string, city: City, lang: Language): string => {
  if (role === 'centre') return say(city.centre, lang)
  if (role.startsWith(departmentMark))
    return say(nameOfCode(city.departments, role.slice(departmentMark.length)), lang)
  const words: Readonly<Record<string, string>> = sentences[lang].actors
  return words[role] ?? role
}

/** The role and the name of who acted; the product itself has no name of its own. */
export const actorText = (
  acted: { readonly role: string; readonly name: string },
  city: City,
  lang: Language,
): string => {
  const role = roleText(acted.role, city, lang)
  if (acted.role === 'system' || acted.role === 'operator') return role
  return `${role}${lang === 'ja' ? '　' : ', '}${acted.name}`
}
