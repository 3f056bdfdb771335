import { colon, type Language, say } from '#kernel/bilingual.ts'
import { isPlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { momentText } from '#web/moment.ts'
import { Heading, Pagination, Section, Timeline } from '#web/ui/index.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterRules } from '../preset.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import { sentences } from '../sentences.ts'
import { type RosterChange, tracesShown, type Viewing } from '../trace.ts'
import { officeName } from '../words-of.ts'

type Around = { readonly lang: Language; readonly rules: RosterRules }

/** A word of a trace as people read it: days as days, codes by their names. */
export const traceWord = (field: string, word: string, { lang, rules }: Around): string => {
  const words = sentences[lang]
  if (word === '') return ''
  if (isPlainDate(word)) return formatDate(word, lang)
  if (field === 'office')
    return word
      .split(' ')
      .map((code) => say(officeName(rules, code), lang))
      .join(lang === 'ja' ? '・' : ', ')
  if (field === 'age_band') return say(nameOfCode(rules.ageBands, word), lang)
  if (field === 'citizen' || field === 'voting') return word === 'yes' ? words.yes : words.no
  return field === 'account' ? words.hasAccount : word
}

/** What an entry said and says; of one that is new, only what it says. */
const changeText = (field: string, { kind, before, after }: RosterChange, around: Around) => {
  const now = traceWord(field, after?.[field] ?? '', around)
  return kind === 'added'
    ? now
    : sentences[around.lang].intake.from(traceWord(field, before?.[field] ?? '', around), now)
}

const Details = ({ change, ...around }: Around & { change: RosterChange }) => {
  const words = sentences[around.lang]
  const labels: Readonly<Record<string, string>> = words.columns
  // In the order of the columns: the database keeps the words, not their order.
  const fields = Object.keys(labels).filter(
    (field) => (change.before?.[field] ?? '') !== (change.after?.[field] ?? ''),
  )
  return (
    <>
      {change.kind !== 'struck' && fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field}>
              {labels[field] ?? field}
              {colon[around.lang]}
              {changeText(field, change, around)}
            </li>
          ))}
        </ul>
      )}
      {change.reason && <p class="prose">{words.traces.reason(change.reason)}</p>}
    </>
  )
}

/** What was changed, the newest first. */
export const Changes = ({ changes, ...around }: Around & { changes: readonly RosterChange[] }) => {
  const words = sentences[around.lang].traces
  if (changes.length === 0) return <p>{words.noChanges}</p>
  return (
    <Timeline
      lang={around.lang}
      events={changes.map((change) => ({
        time: momentText(change.at, around.lang),
        title: words.did(change.name, words.kind[change.kind]),
        by: change.actorName,
        children: <Details {...around} change={change} />,
      }))}
    />
  )
}

const Viewings = ({ lang, viewings }: { lang: Language; viewings: readonly Viewing[] }) => {
  const words = sentences[lang].traces
  if (viewings.length === 0) return <p>{words.noViewings}</p>
  return (
    <Timeline
      lang={lang}
      events={viewings.map((viewing) => ({
        time: momentText(viewing.at, lang),
        title: words.saw(viewing.viewerName),
        children: <p class="prose">{words.reason(viewing.reason)}</p>,
      }))}
    />
  )
}

/** The record of a roster: changes, and staff who looked. */
export const TracesPage = (
  props: Around & {
    readonly city: City
    readonly head: RosterHead
    readonly changes: readonly RosterChange[]
    readonly total: number
    readonly page: number
    readonly viewings: readonly Viewing[]
  },
) => {
  const { lang, city, head, total, page, viewings } = props
  const words = sentences[lang].traces
  return (
    <>
      <Heading level={1} over={sentences[lang].titleOf(head.name)}>
        {words.title}
      </Heading>
      <Section id="viewings" title={words.viewings}>
        <p>{words.viewingsText}</p>
        <Viewings lang={lang} viewings={viewings} />
      </Section>
      <Section id="changes" title={words.changes}>
        <Changes {...props} />
        <Pagination
          lang={lang}
          page={page}
          pageSize={tracesShown}
          total={total}
          hrefOf={(number) => paths.changes(city.slug, head.id, number)}
        />
      </Section>
    </>
  )
}
