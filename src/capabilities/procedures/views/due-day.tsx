import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText } from '#web/moment.ts'
import { Deadline } from '#web/ui/index.ts'

type DueDayProps = {
  readonly lang: Language
  readonly now: Date
  readonly day: PlainDate | null
  /** What stands where nobody has to act by a day. */
  readonly none: string
}

/** By when somebody acts, in a cell of a worklist under a heading that says so. */
export const DueDay = ({ lang, now, day, none }: DueDayProps) =>
  day ? (
    <Deadline
      lang={lang}
      label=""
      time={dayText(day, lang)}
      daysLeft={countDaysLeft(day, now)}
      passed="overdue"
    />
  ) : (
    <span>{none}</span>
  )
