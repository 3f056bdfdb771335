import type { Language } from '#kernel/bilingual.ts'
import { say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { RoleGrant } from './account.ts'
import type { Invitation } from './invitation.ts'
import { sentences } from './sentences.ts'

/** A role as the city calls it: the department by its own name, the centre by its own. */
export const roleNameIn = (
  city: City,
  held: Pick<RoleGrant, 'role' | 'department'>,
  lang: Language,
): string => {
  const words = sentences[lang]
  if (held.role === 'department' && held.department)
    return words.inDepartment(say(nameOfCode(city.departments, held.department), lang))
  return words.roleNames[held.role]
}

/** What an invitation is to, in words: a role, or a place in a group. */
export const giftNameIn = (
  city: City,
  invitation: Pick<Invitation, 'gift' | 'groupName'>,
  lang: Language,
): string => {
  const { gift, groupName } = invitation
  if (gift.kind === 'role') return roleNameIn(city, gift, lang)
  return sentences[lang].inGroup(groupName ?? '', sentences[lang].groupRoles[gift.groupRole])
}
