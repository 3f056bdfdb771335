import type { PlainDate } from '#kernel/calendar.ts'
import { isPlainDate } from '#kernel/calendar.ts'
import { findDeadline } from '#kernel/deadline.ts'
import { type Answers, numberAnswer, rowsAnswer, textAnswer } from '../forms/index.ts'
import type { EligibilityRule } from './preset.ts'

/** What the rules look at: the answers, which file fields hold something, and the day they are judged on. */
export type Applicant = {
  readonly answers: Answers
  readonly files: ReadonlySet<string>
  readonly today: PlainDate
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

/** Whole numbers are compared, so that exactly half is half. More than all is a slip that the form tells. */
const residency: Judge = ({ value = 0 }, { answers }) => {
  const members = numberAnswer(answers, 'members')
  const inCity = numberAnswer(answers, 'members_in_city')
  if (members === null || inCity === null || members === 0) return ['members_in_city']
  return inCity * 100 >= value * members ? [] : ['members_in_city']
}

/** Months are full when their last day is over (民法143条): founded on 1 April, a year is full on 1 April. */
const activity: Judge = ({ value = 0 }, { answers, today }) => {
  const founded = textAnswer(answers, 'founded')
  if (!isPlainDate(founded)) return ['founded']
  const last = findDeadline(founded, { months: value, inclusive: true, roll: 'none' })
  return today > last ? [] : ['founded']
}

const legalForm: Judge = ({ codes = [] }, { answers }) =>
  codes.includes(textAnswer(answers, 'legal_form')) ? [] : ['legal_form']

const isAnswered = (code: string, { answers, files }: Applicant): boolean => {
  const answer = answers[code]
  if (Array.isArray(answer)) return answer.length > 0
  return (answer !== undefined && answer !== '') || files.has(code)
}

const answered: Judge = ({ codes = [] }, applicant) =>
  codes.filter((code) => !isAnswered(code, applicant))

const judges: Readonly<Record<EligibilityRule['kind'], Judge>> = {
  min_members: atLeast('members'),
  min_households: atLeast('households'),
  officers_min: atLeast('officers'),
  residency_percent: residency,
  activity_months: activity,
  legal_form_in: legalForm,
  field_required: answered,
}

/** Every rule that is not met, in the order of the rules. */
export const findViolations = (
  rules: readonly EligibilityRule[],
  applicant: Applicant,
): readonly Violation[] =>
  rules
    .map((rule) => ({ rule, fields: judges[rule.kind](rule, applicant) }))
    .filter(({ fields }) => fields.length > 0)

/** True when the rule refuses the registration. */
export const isBlocking = ({ rule }: Violation): boolean => rule.severity === 'block'
