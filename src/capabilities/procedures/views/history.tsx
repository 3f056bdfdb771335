import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { momentText } from '#web/moment.ts'
import { Section, Timeline, type TimelineEvent } from '#web/ui/index.ts'
import { actorText, roleText } from '../role.ts'
import { sentences } from '../sentences.ts'
import type { TimelineEntry } from '../timeline.ts'

const Details = ({ entry, lang }: { entry: TimelineEntry; lang: Language }) => {
  const words = sentences[lang]
  const channel = words.channel[entry.channel]
  return (
    <>
      {entry.reason && (
        <p class="prose">
          {words.reason}
          {colon[lang]}
          {entry.reason}
        </p>
      )}
      {entry.documentNumber && (
        <p>
          {words.documentNumber}
          {colon[lang]}
          {entry.documentNumber}
        </p>
      )}
      {channel && <p>{channel}</p>}
    </>
  )
}

type Around = { readonly lang: Language; readonly city: City; readonly withNames: boolean }

const toEvent = (entry: TimelineEntry, { lang, city, withNames }: Around): TimelineEvent => ({
  time: momentText(entry.at, lang),
  title: say(entry.title, lang),
  by: withNames
    ? actorText({ role: entry.actorRole, name: entry.actorName }, city, lang)
    : roleText(entry.actorRole, city, lang),
  ...(entry.reason || entry.documentNumber || entry.channel !== 'web'
    ? { children: <Details entry={entry} lang={lang} /> }
    : {}),
})

/** What has happened so far. Names are shown to those concerned only. */
export const History = ({ entries, ...around }: Around & { entries: readonly TimelineEntry[] }) => (
  <Section id="history" title={sentences[around.lang].historyTitle}>
    {entries.length === 0 ? (
      <p>{sentences[around.lang].historyEmpty}</p>
    ) : (
      <Timeline lang={around.lang} events={entries.map((entry) => toEvent(entry, around))} />
    )}
  </Section>
)
