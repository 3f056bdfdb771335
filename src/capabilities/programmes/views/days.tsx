import type { Language } from '#kernel/bilingual.ts'
import { type PlainDate, splitDate } from '#kernel/calendar.ts'
import { formatDateInBothEras, formatMonthDay } from '#kernel/date-text.ts'
import { type TimeText, When } from '#web/ui/index.ts'
import { sentences } from '../sentences.ts'

/** A day with its year in both calendars, and the hour where it is not the end of the day. */
export const bothEras = (day: PlainDate, lang: Language, time?: string | null): TimeText => ({
  iso: time ? `${day}T${time}+09:00` : day,
  text: `${formatDateInBothEras(day, lang)}${time ? ` ${time}` : ''}`,
})

type PeriodProps = {
  readonly lang: Language
  readonly from: PlainDate
  readonly to: PlainDate
  readonly closesAt?: string | null | undefined
}

/** From a day to a day; the year is said once where it is the same. */
export const Period = ({ lang, from, to, closesAt }: PeriodProps) => {
  const words = sentences[lang]
  if (from === to && !closesAt) return <When time={bothEras(from, lang)} />
  const sameYear = splitDate(from).year === splitDate(to).year
  const end =
    sameYear && lang === 'ja'
      ? { iso: to, text: `${formatMonthDay(to, lang)}${closesAt ? ` ${closesAt}` : ''}` }
      : bothEras(to, lang, closesAt)
  return (
    <span>
      <When time={bothEras(from, lang)} /> {words.to} <When time={end} /> {words.till}
    </span>
  )
}
