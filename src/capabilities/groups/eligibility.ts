import type { PlainDate } from '#kernel/calendar.ts'
import { isPlainDate } from '#kernel/calendar.ts'
import { findDeadline } from '#kernel/deadline.ts'
import { type Answers, listAnswer, numberAnswer, rowsAnswer, textAnswer } from '../forms/index.ts'
import type { EligibilityRule } from './preset.ts'

/** What the rules look at: the answers, which file fields hold something, and the day they are judged on. */
export type Applicant = {
  readonly answers: Answers
  readonly files: ReadonlySet<string>
  readonly today: PlainDate
  /** Fields that everyone will read, by the form, the group and the city. */
  readonly published?: ReadonlySet<string>
}

/** A rule that is not met, and the answers by which it can be met. */
export type Violation = { readonly rule: EligibilityRule; readonly fields: readonly string[] }

/** A rule finds the answers that do not meet it; none means that it is met. */
type Judge = (rule: EligibilityRule, applicant: Applicant) => readonly string[]

/** An answer that is missing is less than any number: who does not say it has not shown it. */
const atLeast =
  (field: string): Judge =>
  ({ value = 0 }, { answers }) => {
    const count = numberAnswer(answers, field) ?? (rowsAnswer(answers, field).length || null)
    return count !== null && count >= value ? [] : [field]
  }

/**
 * Whole numbers are compared, so that exactly half is half, and is not 過半数. More than all is a slip that
 * the form tells.
 */
const residency: Judge = ({ value = 0, moreThan = false }, { answers }) => {
  const members = numberAnswer(answers, 'members')
  const inCity = numberAnswer(answers, 'members_in_city')
  if (members === null || inCity === null || members === 0) return ['members_in_city']
  const [share, needed] = [inCity * 100, value * members]
  return (moreThan ? share > needed : share >= needed) ? [] : ['members_in_city']
}

/** The last day of so many months after a day (民法143条): they are full when that day is over. */
const endOfMonths = (day: PlainDate, months: number): PlainDate =>
  findDeadline(day, { months, inclusive: true, roll: 'none' })

/** Founded on 1 April, a year is full on 1 April. */
const activity: Judge = ({ value = 0 }, { answers, today }) => {
  const founded = textAnswer(answers, 'founded')
  return isPlainDate(founded) && today > endOfMonths(founded, value) ? [] : ['founded']
}

/** What happens today has been within any time; what is still to come has not been. */
const recentActivity: Judge = ({ value = 0 }, { answers, today }) => {
  const last = textAnswer(answers, 'last_activity')
  const isRecent = isPlainDate(last) && last <= today && today <= endOfMonths(last, value)
  return isRecent ? [] : ['last_activity']
}

const legalForm: Judge = ({ codes = [] }, { answers }) =>
  codes.includes(textAnswer(answers, 'legal_form')) ? [] : ['legal_form']

const activeIn: Judge = ({ codes = [] }, { answers }) =>
  listAnswer(answers, 'fields').some((field) => codes.includes(field)) ? [] : ['fields']

const isAnswered = (code: string, { answers, files }: Applicant): boolean => {
  const answer = answers[code]
  if (Array.isArray(answer)) return answer.length > 0
  return (answer !== undefined && answer !== '') || files.has(code)
}

const answered: Judge = ({ codes = [] }, applicant) =>
  codes.filter((code) => !isAnswered(code, applicant))

const affirmed: Judge = ({ codes = [] }, { answers }) =>
  codes.filter((code) => answers[code] !== true)

/** The visibility of the first of them is where it can be mended. */
const published: Judge = ({ codes = [] }, applicant) =>
  codes.some((code) => applicant.published?.has(code) && isAnswered(code, applicant))
    ? []
    : codes.slice(0, 1)

const judges: Readonly<Record<EligibilityRule['kind'], Judge>> = {
  min_members: atLeast('members'),
  min_households: atLeast('households'),
  officers_min: atLeast('officers'),
  age_min: atLeast('youngest_age'),
  residency_percent: residency,
  activity_months: activity,
  active_within_months: recentActivity,
  legal_form_in: legalForm,
  fields_in: activeIn,
  field_required: answered,
  answer_yes: affirmed,
  declared: affirmed,
  published_one_of: published,
}

const concerns = ({ legalForms }: EligibilityRule, { answers }: Applicant): boolean =>
  legalForms === undefined || legalForms.includes(textAnswer(answers, 'legal_form'))

/** Every rule that is not met, in the order of the rules. */
export const findViolations = (
  rules: readonly EligibilityRule[],
  applicant: Applicant,
): readonly Violation[] =>
  rules
    .filter((rule) => concerns(rule, applicant))
    .map((rule) => ({ rule, fields: judges[rule.kind](rule, applicant) }))
    .filter(({ fields }) => fields.length > 0)

/** True when the rule refuses the registration. */
export const isBlocking = ({ rule }: Violation): boolean => rule.severity === 'block'
