import { inBrackets, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { formatDecimal } from '#kernel/ratio.ts'
import {
  BarList,
  ChipLabel,
  ChipRow,
  DescriptionList,
  Disclosure,
  Heading,
  Section,
  Table,
} from '#web/ui/index.ts'
import { statisticPaths } from '../../statistics/index.ts'
import { numberFacts } from '../number-facts.ts'
import { type QuestionTable, type TableRow, tabulate } from '../question.ts'
import type { NumberSummary, ResultQuestion } from '../results.ts'
import { sentences } from '../sentences.ts'
import { CrossLinks, CrossTables } from './cross-tables.tsx'
import { WaveSection } from './wave-table.tsx'

interface QuestionProps {
  lang: Language
  city: City
  survey: string
  question: ResultQuestion
}

/** 43.7%（45）, or what a document prints where that is no number: 約75. */
const shareText = ({ percent, count, printed }: TableRow, lang: Language): string => {
  const share = percent ? formatDecimal(percent) : printed
  if (share === undefined) return count === undefined ? '' : formatNumber(count)
  if (count === undefined) return `${share}%`
  return `${share}%${inBrackets(formatNumber(count), lang)}`
}

const heightOf = ({ percent, printed }: TableRow): number =>
  percent ? Number(formatDecimal(percent)) : Number(/\d+(\.\d+)?/.exec(printed ?? '')?.[0] ?? 0)

type FiguresProps = Pick<QuestionProps, 'lang' | 'question'> & { readonly figures: QuestionTable }

function Chart({ lang, question, figures }: FiguresProps) {
  const words = sentences[lang]
  const { rows, n } = figures
  const hasCounts = rows.some(({ count }) => count !== undefined)
  return (
    <BarList
      id={`chart-${question.counted.code}`}
      caption={n === undefined ? words.chart : words.n(formatNumber(n))}
      headings={{
        label: words.choice,
        value: hasCounts ? `${words.percent}・${words.count}` : words.percent,
      }}
      max={Math.max(50, ...rows.map(heightOf))}
      bars={rows.map((row) => ({
        label: row.label[lang],
        value: heightOf(row),
        text: shareText(row, lang),
      }))}
    />
  )
}

const countText = (row: TableRow, lang: Language) =>
  row.count === undefined ? (
    sentences[lang].missing
  ) : (
    <>
      {formatNumber(row.count)}
      {row.reconstructed && (
        <>
          <span aria-hidden="true">{sentences[lang].reconstructedMark}</span>
          <span class="hidden-text"> {sentences[lang].reconstructed}</span>
        </>
      )}
    </>
  )

function Figures({ lang, question, figures }: FiguresProps) {
  const words = sentences[lang]
  const { rows, total } = figures
  return (
    <Disclosure summary={words.table}>
      <Table
        lang={lang}
        id={`table-${question.counted.code}`}
        caption={question.counted.label[lang]}
        columns={[
          { label: words.choice, heading: true, cell: (row) => row.label[lang] },
          { label: words.count, numeric: true, cell: (row) => countText(row, lang) },
          {
            label: words.percent,
            numeric: true,
            cell: ({ percent, printed }) =>
              percent ? formatDecimal(percent) : (printed ?? words.missing),
          },
        ]}
        rows={rows}
        foot={
          total && [
            words.total,
            formatNumber(total.count),
            total.percent ? formatDecimal(total.percent) : words.missing,
          ]
        }
      />
    </Disclosure>
  )
}

function Totals({ lang, table, kind }: { lang: Language; table: QuestionTable; kind: string }) {
  const words = sentences[lang]
  const { total, sums, n } = table
  return (
    <>
      {sums.length > 0 && (
        <DescriptionList
          items={sums.map(({ label, percent }) => ({
            term: label[lang],
            description: `${formatDecimal(percent)}%`,
          }))}
        />
      )}
      {kind === 'multiple' && total?.percent && n !== undefined && (
        <p class="note">
          {words.totalTicks(
            formatNumber(total.count),
            formatDecimal(total.percent),
            formatNumber(n),
          )}
        </p>
      )}
    </>
  )
}

function Numbers({ lang, summary }: { lang: Language; summary: NumberSummary }) {
  return <DescriptionList items={numberFacts(summary, lang)} />
}

function Texts({ lang, question }: Pick<QuestionProps, 'lang' | 'question'>) {
  const words = sentences[lang]
  if (question.groups.length === 0) return null
  return (
    <>
      <Heading level={3}>{words.texts}</Heading>
      <p class="note">{words.textsLead}</p>
      {question.groups.map(({ title, answer, count, texts }) => (
        <section key={title}>
          <Heading level={4}>
            {title} {words.textCount(count)}
          </Heading>
          <ul>
            {texts.map((text, at) => (
              <li key={at}>{text}</li>
            ))}
          </ul>
          <DescriptionList
            items={[{ term: words.cityAnswer, description: answer || words.noAnswerYet }]}
          />
        </section>
      ))}
    </>
  )
}

/** One question: chart and table, beside earlier surveys, crossed with others, in people's own words. */
export function QuestionSection({ lang, city, survey, question }: QuestionProps) {
  const words = sentences[lang]
  const { counted, name, number, waves, crosses, notes, table } = question
  const figures = tabulate(counted)
  return (
    <Section id={`question-${counted.code}`} title={`${name[lang]}　${counted.label[lang]}`}>
      <ChipRow>
        {counted.choices.length > 0 && <ChipLabel>{words[counted.kind]}</ChipLabel>}
        {figures.isReference && <ChipLabel tone="warning">{words.reference}</ChipLabel>}
      </ChipRow>
      {counted.choices.length > 0 && (
        <>
          <Chart lang={lang} question={question} figures={figures} />
          <Totals lang={lang} table={figures} kind={counted.kind} />
          <Figures lang={lang} question={question} figures={figures} />
        </>
      )}
      {number && <Numbers lang={lang} summary={number} />}
      {waves && (
        <WaveSection lang={lang} code={counted.code} title={counted.label[lang]} table={waves} />
      )}
      {crosses.length > 0 && <CrossTables lang={lang} question={question} />}
      {crosses.length === 0 && question.crossedBy.length > 0 && (
        <CrossLinks lang={lang} city={city} survey={survey} question={question} />
      )}
      <Texts lang={lang} question={question} />
      {notes.length > 0 && (
        <ul class="note">
          {notes.map((note) => (
            <li key={note.ja}>{note[lang]}</li>
          ))}
        </ul>
      )}
      {table && (
        <p>
          <a href={statisticPaths.table(city.slug, table.id)}>
            {words.toTable}
            {inBrackets(table.title[lang], lang)}
          </a>
        </p>
      )}
    </Section>
  )
}
