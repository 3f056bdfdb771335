import { cityHallDays, rollDay } from '#kernel/business-day.ts'
import { addDays, daysBetween, type PlainDate } from '#kernel/calendar.ts'

/** Days before a deadline on which a department is reminded; after it, the day after and each week. */
export const remindedBefore = [7, 1] as const

const workingDay = (day: PlainDate, roll: 'next_business' | 'prev_business'): PlainDate =>
  rollDay(day, roll, cityHallDays())

/** The days on which a department is to be reminded of a deadline, those up to today. */
const momentsUntil = (dueOn: PlainDate, today: PlainDate): readonly PlainDate[] => {
  const before = remindedBefore.map((days) => workingDay(addDays(dueOn, -days), 'prev_business'))
  const weeks = Math.max(0, Math.floor((daysBetween(dueOn, today) - 1) / 7))
  const after = Array.from({ length: weeks + 1 }, (_, week) =>
    workingDay(addDays(dueOn, 1 + week * 7), 'next_business'),
  )
  return [...before, ...after].filter((day) => day <= today)
}

/**
 * Whether a department that has not sent is written to today: a day of reminding has come that nothing was
 * written for. What was asked for after that day needs no reminder of it.
 */
export const isRemindedOn = (
  today: PlainDate,
  asked: {
    readonly dueOn: PlainDate
    readonly askedOn: PlainDate
    readonly remindedOn: PlainDate | null
  },
): boolean => {
  const latest = momentsUntil(asked.dueOn, today).at(-1)
  if (!latest || latest <= asked.askedOn) return false
  return asked.remindedOn === null || asked.remindedOn < latest
}
