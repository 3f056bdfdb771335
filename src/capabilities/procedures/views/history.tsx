import { type Language, say } from '#kernel/bilingual.ts'
import { momentText } from '#web/moment.ts'
import { Section, Timeline, type TimelineEvent } from '#web/ui/index.ts'
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
          {lang === 'ja' ? '：' : ': '}
          {entry.reason}
        </p>
      )}
      {entry.documentNumber && (
        <p>
          {words.documentNumber}
          {lang === 'ja' ? '：' : ': '}
          {entry.documentNumber}
        </p>
      )}
      {channel && <p>{channel}</p>}
    </>
  )
}

const toEvent = (entry: TimelineEntry, lang: Language, withNames: boolean): TimelineEvent => ({
  time: momentText(entry.at, lang),
  title: say(entry.title, lang),
  by: withNames ? `${entry.actorRole}　${entry.actorName}` : entry.actorRole,
  ...(entry.reason || entry.documentNumber || entry.channel !== 'web'
    ? { children: <Details entry={entry} lang={lang} /> }
    : {}),
})

/** What has happened so far. Names are shown to those concerned only. */
export const History = ({
  lang,
  entries,
  withNames,
}: {
  lang: Language
  entries: readonly TimelineEntry[]
  withNames: boolean
}) => (
  <Section id="history" title={sentences[lang].historyTitle}>
    {entries.length === 0 ? (
      <p>{sentences[lang].historyEmpty}</p>
    ) : (
      <Timeline lang={lang} events={entries.map((entry) => toEvent(entry, lang, withNames))} />
    )}
  </Section>
)
