import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import { KeyNumbers, NotificationBanner } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import { compareCounts, type RosterCounts } from '../roster.ts'
import { sentences } from '../sentences.ts'

type NumbersProps = {
  readonly lang: Language
  readonly city: City
  readonly head: RosterHead
  readonly day: PlainDate
  readonly today: PlainDate
  readonly counts: RosterCounts
}

/** Members, residents, officers and votes on the day, each with what it counts. */
export const Numbers = ({ lang, day, counts }: NumbersProps) => {
  const words = sentences[lang].counts
  const asOf = words.asOf(formatDate(day, lang))
  const { unit } = words
  return (
    <KeyNumbers
      numbers={[
        { label: words.members, value: formatNumber(counts.members), unit, note: asOf },
        {
          label: words.citizens,
          value: formatNumber(counts.citizens),
          unit,
          note: words.citizensNote(counts.citizensUnknown),
        },
        {
          label: words.officers,
          value: formatNumber(counts.officers),
          unit,
          note: words.officersNote,
        },
        { label: words.voting, value: formatNumber(counts.voting), unit, note: asOf },
      ]}
    />
  )
}

/** Where the roster of today and the registration disagree; of other days the registration says nothing. */
export const Differences = ({ lang, city, head, day, today, counts }: NumbersProps) => {
  const words = sentences[lang]
  const differences = day === today ? compareCounts(counts, head.registered) : []
  if (differences.length === 0 || counts.members === 0) return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.differs}>
      <ul>
        {differences.map(({ what, registered, counted }) => (
          <li key={what}>{words.differsOf[what](registered, counted)}</li>
        ))}
      </ul>
      <p>
        {words.differsText}{' '}
        <a href={groupPaths.registration(city.slug, head.id)}>{words.openRegistration}</a>
      </p>
    </NotificationBanner>
  )
}
