import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { formatDate, formatDateInBothEras } from '#kernel/date-text.ts'
import { Card, ChipLabel, type Description, type HeadingLevel } from '#web/ui/index.ts'
import type { Entry, EntryKind } from '../entry.ts'
import { excerptOf, markWords } from '../marking.ts'
import { sentences } from '../sentences.ts'

/** A text with the words that were looked for marked in it. */
export const MarkedText = ({ text, words }: { text: string; words: readonly string[] }) => (
  <>
    {markWords(text, words).map((stretch, at) =>
      stretch.marked ? <mark key={at}>{stretch.text}</mark> : stretch.text,
    )}
  </>
)

interface WindowProps {
  lang: Language
  entry: Entry
  today: PlainDate
}

/** Whether one can apply for it today, in words. */
function WindowLabel({ lang, entry, today }: WindowProps) {
  const { opensOn, closesOn } = entry
  const words = sentences[lang]
  if (!closesOn) return null
  if (closesOn < today) return <ChipLabel>{words.closed}</ChipLabel>
  if (opensOn && opensOn > today)
    return <ChipLabel tone="info">{words.opens(formatDate(opensOn, lang))}</ChipLabel>
  return <ChipLabel tone="success">{words.open(formatDate(closesOn, lang))}</ChipLabel>
}

/** Kinds whose day says little: documents are printed without one, schemes run for years. */
const undated: ReadonlySet<EntryKind> = new Set(['plan', 'plan-item', 'statistic', 'programme'])

interface EntryCardProps extends WindowProps {
  /** What this city calls its kind. */
  kind: string
  /** Words that were looked for. */
  words?: readonly string[]
  level?: HeadingLevel
}

const dateOf = (entry: Entry, lang: Language): Description => ({
  term: sentences[lang].date,
  description: (
    <time datetime={entry.happenedOn}>{formatDateInBothEras(entry.happenedOn, lang)}</time>
  ),
})

/** One public thing among others: what it is, its name, what it is about. */
export function EntryCard({ lang, entry, today, kind, words = [], level = 2 }: EntryCardProps) {
  const summary = excerptOf(entry.summary[lang], words)
  return (
    <Card
      title={<MarkedText text={entry.title[lang]} words={words} />}
      href={entry.url}
      level={level}
      labels={
        <>
          <ChipLabel tone="key">{kind}</ChipLabel>
          <WindowLabel lang={lang} entry={entry} today={today} />
        </>
      }
      facts={undated.has(entry.kind) ? [] : [dateOf(entry, lang)]}
    >
      {summary !== '' && (
        <p>
          <MarkedText text={summary} words={words} />
        </p>
      )}
    </Card>
  )
}
