import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { parseYen, type Yen } from '#kernel/money.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import type { Call } from './call.ts'
import { problemTexts } from './problem-texts.ts'
import { checkSchedule, isChanged, type Schedule, type ScheduleProblem } from './schedule.ts'

/** What must be mended: the input's name, and how. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string }

/** Names of the fields for the step at a place of the calendar. */
export const stepField = (end: 'from' | 'to', at: number): string => `${end}_${at}`

export type ScheduleReading = {
  readonly wanted: Schedule
  readonly reason: string
  readonly problems: readonly FieldProblem[]
}

type Collector = { readonly sent: Sent; readonly problems: FieldProblem[] }

const readDay = ({ sent, problems }: Collector, name: string, before: PlainDate): PlainDate => {
  const read = parseDate(sent.text(name))
  if (read.ok) return read.value
  problems.push({ name, text: problemTexts.date })
  return before
}

const readTime = ({ sent, problems }: Collector): string | null => {
  const typed = sent.text('closes_at').normalize('NFKC').replaceAll(' ', '')
  if (typed === '' || typed === '24:00') return null
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(typed) ?? []
  const time = `${hour.padStart(2, '0')}:${minute}`
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time
  problems.push({ name: 'closes_at', text: problemTexts.time })
  return null
}

const readEnvelope = ({ sent, problems }: Collector, before: Yen | null): Yen | null => {
  const typed = sent.text('envelope')
  if (typed.trim() === '') return null
  const read = parseYen(typed)
  if (read.ok) return read.value
  problems.push({ name: 'envelope', text: problemTexts.money })
  return before
}

const fieldOf = ({ at, kind }: ScheduleProblem): string =>
  stepField(kind === 'opening-fixed' || kind === 'over' ? 'from' : 'to', at)

/** Reads a reason that must be given, and says so where it is not. */
export const readReason = (sent: Sent): { reason: string; problems: readonly FieldProblem[] } => {
  const reason = cleanText(sent.text('reason'))
  if (reason === '') return { reason, problems: [{ name: 'reason', text: problemTexts.reason }] }
  return countCharacters(reason) > 1_000
    ? { reason, problems: [{ name: 'reason', text: problemTexts.reasonLong }] }
    : { reason, problems: [] }
}

/** Reads the settings form of a call and holds it against the rules for changing dates. */
export const readSchedule = (sent: Sent, call: Call, now: Date): ScheduleReading => {
  const problems: FieldProblem[] = []
  const collector = { sent, problems }
  const calendar = call.calendar.map((step, at) => ({
    ...step,
    from: readDay(collector, stepField('from', at), step.from),
    to: readDay(collector, stepField('to', at), step.to),
  }))
  const closesAt = readTime(collector)
  const wanted = { calendar, closesAt, envelope: readEnvelope(collector, call.envelope) }
  for (const problem of checkSchedule(call, wanted, now))
    problems.push({ name: fieldOf(problem), text: problemTexts[problem.kind] })
  const given = readReason(sent)
  // What everybody has read already is changed with a reason, before it is public without one.
  if (call.state !== 'planned') problems.push(...given.problems)
  if (problems.length === 0 && !isChanged(call, wanted))
    problems.push({ name: stepField('from', 0), text: problemTexts.unchanged })
  return { wanted, reason: given.reason, problems }
}
