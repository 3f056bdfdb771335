import { type Actor, hasRole } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { sentences } from './sentences.ts'

const word = (key: keyof (typeof sentences)['ja']['roles']): Bilingual => ({
  ja: sentences.ja.roles[key],
  en: sentences.en.roles[key],
})

/** In which role the actor appears to others, as the city calls it. */
export const roleNameOf = (actor: Actor, city: City): Bilingual => {
  if (actor.kind === 'system') return { ja: '自動処理', en: 'Automatic' }
  if (actor.kind === 'visitor') return { ja: '来訪者', en: 'Visitor' }
  if (hasRole(actor, 'office')) return word('office')
  if (hasRole(actor, 'centre')) return city.centre
  if (hasRole(actor, 'department') && actor.departments[0])
    return nameOfCode(city.departments, actor.departments[0])
  if (hasRole(actor, 'reviewer')) return word('reviewer')
  if (hasRole(actor, 'city_admin')) return word('city_admin')
  return actor.memberships.length > 0 ? word('group') : { ja: '市民等', en: 'Resident' }
}
