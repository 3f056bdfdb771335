import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { formatDecimal } from '#kernel/ratio.ts'
import { Disclosure, Heading, Table } from '#web/ui/index.ts'
import { percentOfCell } from '../cross.ts'
import { paths } from '../paths.ts'
import { referenceBelow } from '../question.ts'
import type { NamedCross, ResultQuestion } from '../results.ts'
import { sentences } from '../sentences.ts'

const Hidden = ({ lang }: { lang: Language }) => (
  <>
    <span aria-hidden="true">{sentences[lang].hidden}</span>
    <span class="hidden-text">{sentences[lang].hiddenMeaning}</span>
  </>
)

function Cell({ lang, cross, at }: { lang: Language; cross: NamedCross; at: [number, number] }) {
  const count = cross.counts[at[0]]?.[at[1]]
  if (typeof count !== 'number') return <Hidden lang={lang} />
  const percent = percentOfCell(cross, at[0], at[1])
  return (
    <>
      {formatNumber(count)}
      {percent && <span class="column-note">{formatDecimal(percent)}%</span>}
    </>
  )
}

/** One cross table. */
export function CrossTableView({
  lang,
  question,
  cross,
  captionHidden,
}: {
  lang: Language
  question: ResultQuestion
  cross: NamedCross
  /** Where a heading says the same. */
  captionHidden?: boolean
}) {
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id={`cross-${question.counted.code}-${cross.axis}`}
      caption={words.crossCaption(question.counted.label[lang], cross.axisLabel[lang])}
      captionHidden={captionHidden}
      columns={[
        {
          label: words.choice,
          heading: true,
          cell: (row: { label: string }) => row.label,
        },
        {
          label: words.whole,
          numeric: true,
          cell: (_, r) => formatNumber(cross.totals[r] ?? 0),
        },
        ...cross.columns.map(({ label }, c) => ({
          label: (
            <>
              {label[lang]}
              <span class="column-note">{words.n(formatNumber(cross.bases[c] ?? 0))}</span>
              {(cross.bases[c] ?? 0) < referenceBelow && (
                <span class="column-note">{words.reference}</span>
              )}
            </>
          ),
          numeric: true,
          cell: (_: { label: string }, r: number) => <Cell lang={lang} cross={cross} at={[r, c]} />,
        })),
      ]}
      rows={cross.rows.map(({ label }) => ({ label: label[lang] }))}
    />
  )
}

interface CrossLinksProps {
  lang: Language
  city: City
  survey: string
  question: ResultQuestion
}

/** The ways to the tables of a question by age, area, kind of group: they have pages of their own. */
export function CrossLinks({ lang, city, survey, question }: CrossLinksProps) {
  const words = sentences[lang]
  return (
    <>
      <Heading level={3}>{words.crosses}</Heading>
      <ul>
        {question.crossedBy.map(({ slot, label }) => (
          <li key={slot}>
            <a href={`${paths.crosses(city.slug, survey, slot)}#question-${question.counted.code}`}>
              {words.crossOf(label[lang])}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A question by age, area, kind of group: each table behind its name. */
export function CrossTables({ lang, question }: { lang: Language; question: ResultQuestion }) {
  const words = sentences[lang]
  return (
    <>
      <Heading level={3}>{words.crosses}</Heading>
      {question.crosses.map((cross) => (
        <Disclosure key={cross.axis} summary={words.crossOf(cross.axisLabel[lang])}>
          <CrossTableView lang={lang} question={question} cross={cross} />
        </Disclosure>
      ))}
    </>
  )
}
