import type { Language } from '#kernel/bilingual.ts'
import { formatDate, formatDateInBothEras } from '#kernel/date-text.ts'
import { formatMoment, windowStateAt } from '#kernel/window.ts'
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
  now: Date
}

/** Whether one can apply for it now, in words. */
function WindowLabel({ lang, entry, now }: WindowProps) {
  const { opensOn, closesOn } = entry
  const words = sentences[lang]
  if (!closesOn) return null
  const closes = { day: closesOn, time: entry.closesAt }
  const state = windowStateAt({ closes, ...(opensOn ? { opens: { day: opensOn } } : {}) }, now)
  if (state === 'closed') return <ChipLabel>{words.closed}</ChipLabel>
  if (opensOn && state === 'not-yet')
    return <ChipLabel tone="info">{words.opens(formatDate(opensOn, lang))}</ChipLabel>
  return <ChipLabel tone="success">{words.open(formatMoment(closes, lang))}</ChipLabel>
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
export function EntryCard({ lang, entry, now, kind, words = [], level = 2 }: EntryCardProps) {
  const summary = excerptOf(entry.summary[lang], words)
  return (
    <Card
      title={<MarkedText text={entry.title[lang]} words={words} />}
      href={entry.url}
      level={level}
      labels={
        <>
          <ChipLabel tone="key">{kind}</ChipLabel>
          <WindowLabel lang={lang} entry={entry} now={now} />
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
