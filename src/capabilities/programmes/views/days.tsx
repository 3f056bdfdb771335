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

const hourOf = (time: string | null | undefined): string => (time ? ` ${time}` : '')

/** Both ends of a period; where the year is the same it is said once, in the place where one reads it. */
const endsOf = ({ lang, from, to, closesAt }: PeriodProps): readonly [TimeText, TimeText] => {
  const [start, end] = [bothEras(from, lang), bothEras(to, lang, closesAt)]
  if (splitDate(from).year !== splitDate(to).year) return [start, end]
  return lang === 'ja'
    ? [start, { ...end, text: `${formatMonthDay(to, lang)}${hourOf(closesAt)}` }]
    : [{ ...start, text: formatMonthDay(from, lang) }, end]
}

/** From a day to a day, both of them included. */
export const Period = (props: PeriodProps) => {
  const { lang, from, to, closesAt } = props
  const words = sentences[lang]
  if (from === to && !closesAt) return <When time={bothEras(from, lang)} />
  const [start, end] = endsOf(props)
  return (
    <span>
      <When time={start} />
      {words.to}
      <When time={end} />
      {words.till}
    </span>
  )
}
