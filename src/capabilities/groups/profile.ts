import { type Bilingual, languages } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatMonth } from '#kernel/date-text.ts'
import {
  type Answers,
  answerText,
  dayAnswer,
  type FormDefinition,
  type FormField,
  type Visibility,
} from '../forms/index.ts'
import { type PublicRules, publicFields } from './visibility.ts'

/** One answer that everyone may read, with the words it had when the group was registered. */
export type ProfileEntry = {
  readonly code: string
  readonly kind: FormField['kind']
  readonly label: Bilingual
  readonly text: Bilingual
}

/**
 * What everyone may know of a group, as it stood when the registration was approved. Nothing else of the
 * answers is ever read for a public page.
 */
export type PublicProfile = {
  readonly summary: Bilingual
  readonly entries: readonly ProfileEntry[]
}

export const emptyProfile: PublicProfile = { summary: { ja: '', en: '' }, entries: [] }

/** Papers and promises are for the file, not for the public page. */
const neverShown: readonly FormField['kind'][] = ['file', 'declaration', 'table']

const summaryLength = 90

const cut = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ')]
  return characters.length <= summaryLength
    ? characters.join('')
    : `${characters.slice(0, summaryLength - 1).join('')}…`
}

const toEntry = (field: FormField, answers: Answers, city: City): ProfileEntry => {
  const day = field.code === 'founded' ? dayAnswer(answers, field.code) : null
  const [ja, en] = languages.map((lang) =>
    // Groups know the month in which they began; forms tell them to write its first day.
    day ? formatMonth(day, lang) : answerText(field, answers[field.code], { lang, city }),
  )
  return {
    code: field.code,
    kind: field.kind,
    label: field.label,
    text: { ja: ja ?? '', en: en ?? '' },
  }
}

/** The public text of that answer, or undefined when it is not public or not answered. */
export const entryOf = (profile: PublicProfile, code: string): ProfileEntry | undefined =>
  profile.entries.find((entry) => entry.code === code)

/** True where a group has made public that beginners are welcome. */
export const welcomesBeginners = (profile: PublicProfile): boolean =>
  entryOf(profile, 'beginners')?.text.en.toLowerCase() === 'yes'

/** What a city says that decides nothing: every form and every group chooses. */
const noRules: PublicRules = { alwaysPublic: [], alwaysPrivate: [], onConsent: false }

/** Chooses and words the answers that the city, the form, or the group itself opened to everyone. */
export const composeProfile = (
  sheet: {
    readonly definition: FormDefinition
    readonly answers: Answers
    readonly visibility: Readonly<Record<string, Visibility>>
  },
  city: City,
  rules: PublicRules = noRules,
): PublicProfile => {
  const entries = publicFields(sheet, rules)
    .filter((field) => !neverShown.includes(field.kind))
    .map((field) => toEntry(field, sheet.answers, city))
    .filter(({ text }) => text.ja !== '')
  const told = entries.find(({ code }) => code === 'activities')?.text
  const aim = entries.find(({ code }) => code === 'purpose')?.text
  const text = told ?? aim ?? { ja: '', en: '' }
  return { summary: { ja: cut(text.ja), en: cut(text.en) }, entries }
}
