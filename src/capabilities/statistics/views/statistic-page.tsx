import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  BarList,
  ButtonLink,
  ChipLabel,
  ChipRow,
  DescriptionList,
  Heading,
  Section,
} from '#web/ui/index.ts'
import { type Chart, chartOf } from '../chart.ts'
import { type Figure, readFigures } from '../figure.ts'
import { paths } from '../paths.ts'
import type { StatisticTable } from '../preset.ts'
import { sentences } from '../sentences.ts'
import { FigureTable } from './figure-table.tsx'
import { LineChart } from './line-chart.tsx'

export interface StatisticPageProps {
  lang: Language
  city: City
  table: StatisticTable
  /** Where the figures stand, in words. */
  source: string
}

function Bars({ lang, table, chart }: { chart: Extract<Chart, { kind: 'bars' }> } & Shown) {
  const words = sentences[lang]
  return (
    <>
      {chart.groups.map(({ label, points }, at) => (
        <BarList
          key={label}
          id={`bars-${at + 1}`}
          caption={label}
          headings={{
            label: words.item,
            value:
              chart.measure === 'percent' ? words.chartPercent : words.chartValue(table.unit[lang]),
          }}
          max={chart.max}
          bars={points}
        />
      ))}
    </>
  )
}

type Shown = Pick<StatisticPageProps, 'lang' | 'table'>

function ChartSection({ lang, table }: Shown) {
  const words = sentences[lang]
  const chart = chartOf(table, lang)
  if (!chart) return null
  return (
    <Section id="chart" title={words.chart}>
      {chart.kind === 'lines' ? (
        <LineChart lang={lang} title={table.title[lang]} chart={chart} />
      ) : (
        <Bars lang={lang} table={table} chart={chart} />
      )}
    </Section>
  )
}

/** Where print and arithmetic disagree, each with its numbers. */
function Differences({ lang, figures }: { lang: Language; figures: readonly Figure[] }) {
  const words = sentences[lang]
  const different = figures.filter(({ check }) => check === 'floor' || check === 'different')
  if (different.length === 0) return null
  return (
    <>
      <p>{words.differentNote}</p>
      <ul>
        {different.map(({ row, column, printed, percent, value, of, check }) => (
          <li key={`${row.code} ${column.key}`}>
            {words.differentRow(
              `${row.label[lang]}・${column.label[lang]}`,
              printed ?? '',
              percent ?? '',
              `${formatNumber(value ?? 0)}/${formatNumber(of ?? 0)}`,
            )}
            {check === 'floor' && ` ${words.differentFloor}`}
          </li>
        ))}
      </ul>
    </>
  )
}

const ruleText = ({ lang, table }: Shown): string => {
  const words = sentences[lang]
  const decimals = table.percent?.decimals ?? 1
  return table.percent?.rounding === 'floor' ? words.ruleFloor(decimals) : words.rule(decimals)
}

/** How to read the table: what each sign says, how shares were found, what the document notes. */
function Notes(props: Shown) {
  const { lang, table } = props
  const words = sentences[lang]
  const figures = readFigures(table).flat()
  return (
    <Section id="notes" title={words.notes}>
      {table.kind === 'multiple' && <p>{words.multipleNote}</p>}
      {table.kind === 'single' && <p>{words.singleNote}</p>}
      {figures.some(({ percent }) => percent !== undefined) && <p>{ruleText(props)}</p>}
      {figures.some(({ reconstructed }) => reconstructed) && <p>{words.reconstructedNote}</p>}
      <Differences lang={lang} figures={figures} />
      {table.notes.length > 0 && (
        <ul>
          {table.notes.map((note) => (
            <li key={note.ja}>{note[lang]}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** One table of a document: its figures, its chart, how to read it, where it stands. */
export function StatisticPage({ lang, city, table, source }: StatisticPageProps) {
  const words = sentences[lang]
  return (
    <>
      <Heading level={1} over={words.themes[table.theme]}>
        {table.title[lang]}
      </Heading>
      <ChipRow>
        <ChipLabel tone="key">{words.kinds[table.kind]}</ChipLabel>
      </ChipRow>
      <Section id="figures" title={words.figures}>
        <FigureTable lang={lang} table={table} />
        <p>
          <ButtonLink kind="secondary" icon="download" href={paths.csv(city.slug, table.id)}>
            {words.download}
          </ButtonLink>
        </p>
      </Section>
      <ChartSection lang={lang} table={table} />
      <Notes lang={lang} table={table} />
      <DescriptionList items={[{ term: words.source, description: source }]} />
      <p>
        <a href={paths.statistics(city.slug)}>{words.back}</a>
      </p>
    </>
  )
}
