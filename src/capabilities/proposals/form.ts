import type { Bilingual } from '#kernel/bilingual.ts'
import { addDays, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine, cleanText, countCharacters } from '#kernel/text.ts'
import type { Appointment, ConsultationRecord } from './consultation.ts'
import { consultationSentences } from './consultation-sentences.ts'
import type { Problem } from './figures.ts'
import type { ProposalState } from './proposal.ts'
import { sentences } from './sentences.ts'

/** The part of a sent form that reading needs. */
type Sent = { text(name: string): string }

const longestReason = 2_000
/** A correction may be due at most so many days from now: nobody should wait longer for an answer. */
const furthestDue = 90

const word = (pick: (words: (typeof sentences)['ja']) => string): Bilingual => ({
  ja: pick(sentences.ja),
  en: pick(sentences.en),
})
const consultationWord = (
  pick: (words: (typeof consultationSentences)['ja']) => string,
): Bilingual => ({ ja: pick(consultationSentences.ja), en: pick(consultationSentences.en) })

/** What the office can decide about papers, by the state they are in. */
export const checkOptions = {
  submitted: ['pass', 'return', 'rule-out'],
  returned: ['extend', 'rule-out'],
  negotiating: ['reassign', 'go-on'],
} as const satisfies Partial<Record<ProposalState, readonly string[]>>
export type CheckDecision = (typeof checkOptions)[keyof typeof checkOptions][number]

/** The decisions open in a state; none where the office has nothing to decide here. */
export const optionsIn = (state: ProposalState): readonly CheckDecision[] =>
  state in checkOptions ? checkOptions[state as keyof typeof checkOptions] : []

export type Check =
  | { readonly decision: 'pass'; readonly department: string }
  | { readonly decision: 'return' | 'extend'; readonly reason: string; readonly dueOn: PlainDate }
  | { readonly decision: 'rule-out' | 'go-on'; readonly reason: string }
  | { readonly decision: 'reassign'; readonly department: string; readonly reason: string }

/** What the office may choose from. */
export type CheckBounds = {
  readonly state: ProposalState
  /** The department now, and the only one possible where a theme set it. */
  readonly department: string | null
  readonly departments: readonly string[]
  readonly now: Date
}

const readReason = (sent: Sent, problems: Problem[]): string => {
  const reason = cleanText(sent.text('reason'))
  if (reason === '')
    problems.push({ name: 'reason', text: word(({ check }) => check.reasonMissing) })
  if (countCharacters(reason) > longestReason)
    problems.push({ name: 'reason', text: word(({ check }) => check.reasonLong) })
  return reason
}

const readDue = (sent: Sent, now: Date, problems: Problem[]): PlainDate => {
  const today = tokyoDayOf(now)
  const read = parseDate(sent.text('due_on'))
  if (!read.ok) {
    problems.push({ name: 'due_on', text: word(({ check }) => check.dueMissing) })
    return today
  }
  if (read.value <= today || read.value > addDays(today, furthestDue))
    problems.push({ name: 'due_on', text: word(({ check }) => check.duePast) })
  return read.value
}

const readDepartment = (sent: Sent, bounds: CheckBounds, problems: Problem[]): string => {
  const department = sent.text('department')
  if (!bounds.departments.includes(department))
    problems.push({ name: 'department', text: word(({ check }) => check.chooseDepartment) })
  return department
}

const readDecided = (
  decision: CheckDecision,
  sent: Sent,
  given: { readonly bounds: CheckBounds; readonly problems: Problem[] },
): Check => {
  const { bounds, problems } = given
  switch (decision) {
    case 'pass':
      return { decision, department: readDepartment(sent, bounds, problems) }
    case 'return':
    case 'extend':
      return {
        decision,
        reason: readReason(sent, problems),
        dueOn: readDue(sent, bounds.now, problems),
      }
    case 'reassign': {
      const department = readDepartment(sent, bounds, problems)
      if (department === bounds.department)
        problems.push({ name: 'department', text: word(({ check }) => check.anotherDepartment) })
      return { decision, department, reason: readReason(sent, problems) }
    }
    default:
      return { decision, reason: readReason(sent, problems) }
  }
}

/** Reads what the office decided about the papers. */
export const readCheck = (sent: Sent, bounds: CheckBounds): Result<Check, readonly Problem[]> => {
  const decision = optionsIn(bounds.state).find((one) => one === sent.text('decision'))
  if (!decision)
    return refuse([{ name: 'decision', text: word(({ check }) => check.chooseDecision) }])
  const problems: Problem[] = []
  const check = readDecided(decision, sent, { bounds, problems })
  return problems.length === 0 ? ok(check) : refuse(problems)
}

/** Reads why a proposal is taken back. */
export const readWithdrawal = (sent: Sent): Result<string, readonly Problem[]> => {
  const reason = cleanText(sent.text('reason'))
  if (reason === '')
    return refuse([{ name: 'reason', text: word(({ withdrawal }) => withdrawal.reasonMissing) }])
  if (countCharacters(reason) > longestReason)
    return refuse([{ name: 'reason', text: word(({ withdrawal }) => withdrawal.reasonLong) }])
  return ok(reason)
}

/** What staff say when they met before the day that was named. */
export const heldEarlierField = 'held_earlier'

/** A record before the day that was named is a slip, unless they really met earlier. */
const isTooEarly = (
  held: PlainDate,
  {
    sent,
    appointment,
  }: { readonly sent: Sent; readonly appointment: Pick<Appointment, 'on'> | null },
): boolean => appointment !== null && held < appointment.on && sent.text(heldEarlierField) !== 'yes'

type ConsultationWords = (typeof consultationSentences)['ja']

/** Reads what staff wrote down after a consultation for which a day may have been named. */
export const readConsultationRecord = (
  sent: Sent,
  now: Date,
  appointment: Pick<Appointment, 'on'> | null = null,
): Result<ConsultationRecord, readonly Problem[]> => {
  const problems: Problem[] = []
  const held = parseDate(sent.text('held_on'))
  const advisor = cleanLine(sent.text('advisor'))
  const note = cleanText(sent.text('note'))
  const wrong = (name: string, when: boolean, pick: (words: ConsultationWords) => string) => {
    if (when) problems.push({ name, text: consultationWord(pick) })
  }
  wrong('held_on', !held.ok || held.value > tokyoDayOf(now), (words) => words.heldOnWrong)
  if (held.ok)
    wrong(
      heldEarlierField,
      isTooEarly(held.value, { sent, appointment }),
      (words) => words.heldEarlierWrong,
    )
  wrong('advisor', advisor === '', (words) => words.advisorMissing)
  wrong('advisor', countCharacters(advisor) > 100, (words) => words.advisorLong)
  wrong('note', note === '', (words) => words.noteMissing)
  wrong('note', countCharacters(note) > 5_000, (words) => words.noteLong)
  return held.ok && problems.length === 0
    ? ok({ heldOn: held.value, advisor, note })
    : refuse(problems)
}

/** Reads why a consultation is called off. */
export const readCancellation = (sent: Sent): Result<string, readonly Problem[]> => {
  const reason = cleanText(sent.text('cancel_reason'))
  const name = 'cancel_reason'
  if (reason === '')
    return refuse([{ name, text: consultationWord((words) => words.reasonMissing) }])
  if (countCharacters(reason) > longestReason)
    return refuse([{ name, text: consultationWord((words) => words.reasonLong) }])
  return ok(reason)
}
