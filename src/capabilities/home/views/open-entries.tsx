import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { formatMoment } from '#kernel/window.ts'
import { dayText } from '#web/moment.ts'
import { Card, ChipLabel, Deadline, ResourceList, type TimeText } from '#web/ui/index.ts'
import { type Entry, kindName } from '../../publishing/index.ts'

type OpenEntriesProps = {
  readonly lang: Language
  readonly now: Date
  readonly entries: readonly Entry[]
  /** The city of an entry, and whether to name it. */
  readonly cityOf: (id: number) => City | undefined
  readonly namesCity?: boolean
}

/** Until when, with the hour where the last day ends early. */
const lastMoment = (day: PlainDate, time: string | undefined, lang: Language): TimeText => ({
  iso: time ? `${day}T${time}+09:00` : day,
  text: formatMoment({ day, time }, lang),
})

const OpenCard = ({
  lang,
  now,
  entry,
  city,
  namesCity,
}: {
  lang: Language
  now: Date
  entry: Entry
  city: City
  namesCity: boolean
}) => (
  <Card
    title={entry.title[lang]}
    href={entry.url}
    labels={
      <>
        {namesCity && <ChipLabel filled>{city.name[lang]}</ChipLabel>}
        <ChipLabel tone="key">{kindName(city, entry.kind, lang)}</ChipLabel>
      </>
    }
  >
    {entry.summary[lang] !== '' && <p class="clamped">{entry.summary[lang]}</p>}
    {entry.closesOn && (
      <p>
        <Deadline
          lang={lang}
          time={lastMoment(entry.closesOn, entry.closesAt, lang)}
          daysLeft={countDaysLeft(entry.closesOn, now)}
        />
      </p>
    )}
  </Card>
)

/** What can be applied for today, the first to close first. */
export const OpenEntries = ({
  lang,
  now,
  entries,
  cityOf,
  namesCity = false,
}: OpenEntriesProps) => (
  <ResourceList columns={2}>
    {entries.flatMap((entry) => {
      const city = cityOf(entry.cityId)
      return city
        ? [
            <OpenCard
              key={`${entry.cityId}/${entry.kind}/${entry.id}`}
              lang={lang}
              now={now}
              entry={entry}
              city={city}
              namesCity={namesCity}
            />,
          ]
        : []
    })}
  </ResourceList>
)

/** What happened or became public last, one line each. */
export const LatestEntries = ({
  lang,
  entries,
  cityOf,
  namesCity = false,
}: Omit<OpenEntriesProps, 'now'>) => (
  <ul class="news">
    {entries.flatMap((entry) => {
      const city = cityOf(entry.cityId)
      if (!city) return []
      const time = dayText(entry.happenedOn, lang)
      return [
        <li key={`${entry.cityId}/${entry.kind}/${entry.id}`}>
          <p class="news-head">
            <time datetime={time.iso}>{time.text}</time>
            {namesCity && <ChipLabel filled>{city.name[lang]}</ChipLabel>}
            <ChipLabel tone="key">{kindName(city, entry.kind, lang)}</ChipLabel>
          </p>
          <a href={entry.url}>{entry.title[lang]}</a>
        </li>,
      ]
    })}
  </ul>
)
