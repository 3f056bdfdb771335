import type { Bilingual } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanLine, countCharacters } from '#kernel/text.ts'
import type { Appointment } from './consultation.ts'
import { consultationSentences } from './consultation-sentences.ts'
import type { Problem } from './figures.ts'

const word = (pick: (words: (typeof consultationSentences)['ja']) => string): Bilingual => ({
  ja: pick(consultationSentences.ja),
  en: pick(consultationSentences.en),
})

/** Reads the day, time and place on which a group is to be met. */
export const readAppointment = (
  sent: { text(name: string): string },
  now: Date,
): Result<Pick<Appointment, 'on' | 'detail'>, readonly Problem[]> => {
  const on = parseDate(sent.text('planned_on'))
  const detail = cleanLine(sent.text('planned_detail'))
  const inTime = on.ok && on.value >= tokyoDayOf(now)
  const problems: readonly Problem[] = [
    ...(inTime ? [] : [{ name: 'planned_on', text: word((words) => words.plannedOnWrong) }]),
    ...(detail === ''
      ? [{ name: 'planned_detail', text: word((words) => words.plannedDetailMissing) }]
      : []),
    ...(countCharacters(detail) > 100
      ? [{ name: 'planned_detail', text: word((words) => words.plannedDetailLong) }]
      : []),
  ]
  return on.ok && problems.length === 0 ? ok({ on: on.value, detail }) : refuse(problems)
}
