import { type Answers, listAnswer, numberAnswer } from '../forms/index.ts'
import { entryOf, type PublicProfile } from './profile.ts'

/** When groups are active, as the registration asks (`day_kinds`). */
export const dayKinds = [
  'weekday-day',
  'weekday-evening',
  'saturday',
  'sunday',
  'irregular',
] as const
export type DayKind = (typeof dayKinds)[number]

/** What the directory is narrowed down and ordered by, besides the fields. Nothing that is not public. */
export type GroupFacets = {
  readonly areas: readonly string[]
  readonly days: readonly string[]
  readonly beginners: boolean
  readonly publicMembers: number | null
}

/** Taken from the answers that the group made public, and from no others. */
export const facetsOf = (profile: PublicProfile, answers: Answers): GroupFacets => {
  const isPublic = (code: string): boolean => entryOf(profile, code) !== undefined
  const chosen = (code: string) => (isPublic(code) ? [...new Set(listAnswer(answers, code))] : [])
  const known: ReadonlySet<string> = new Set(dayKinds)
  return {
    areas: chosen('areas'),
    days: chosen('day_kinds').filter((day) => known.has(day)),
    beginners: isPublic('beginners') && answers.beginners === true,
    publicMembers: isPublic('members') ? numberAnswer(answers, 'members') : null,
  }
}
