import { type Answers, listAnswer, numberAnswer, textAnswer } from '../forms/index.ts'
import type { Introduction } from './introduction.ts'
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

/** What the directory is narrowed down and ordered by. Nothing that is not public. */
export type GroupFacets = {
  readonly fields: readonly string[]
  readonly recruiting: boolean
  readonly areas: readonly string[]
  readonly days: readonly string[]
  readonly beginners: boolean
  readonly publicMembers: number | null
  /** Empty where it is not published. */
  readonly legalForm: string
}

const workdays: ReadonlySet<string> = new Set(['mon', 'tue', 'wed', 'thu', 'fri'])

/** The same of the days and times that the group names in its introduction. */
const kindsIn = ({ weekdays, bands }: Introduction): DayKind[] => {
  const works = weekdays.some((day) => workdays.has(day))
  const byDay = bands.length === 0 || bands.some((band) => band !== 'evening')
  return [
    ...(works && byDay ? (['weekday-day'] as const) : []),
    ...(works && bands.includes('evening') ? (['weekday-evening'] as const) : []),
    ...(weekdays.includes('sat') ? (['saturday'] as const) : []),
    ...(weekdays.includes('sun') ? (['sunday'] as const) : []),
    ...(weekdays.includes('irregular') ? (['irregular'] as const) : []),
  ]
}

/** Taken from the answers that the group made public, from what it tells of itself, and from nothing else. */
export const facetsOf = (
  profile: PublicProfile,
  answers: Answers,
  introduction: Introduction | null = null,
): GroupFacets => {
  const isPublic = (code: string): boolean => entryOf(profile, code) !== undefined
  const chosen = (code: string) => (isPublic(code) ? [...new Set(listAnswer(answers, code))] : [])
  const named = new Set([...chosen('day_kinds'), ...(introduction ? kindsIn(introduction) : [])])
  return {
    fields: chosen('fields'),
    recruiting: isPublic('recruiting') && answers.recruiting === true,
    areas: chosen('areas'),
    days: dayKinds.filter((day) => named.has(day)),
    beginners: isPublic('beginners') && answers.beginners === true,
    publicMembers: isPublic('members') ? numberAnswer(answers, 'members') : null,
    legalForm: isPublic('legal_form') ? textAnswer(answers, 'legal_form') : '',
  }
}
