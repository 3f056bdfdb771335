import { colon, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  BarList,
  ButtonLink,
  ChipLabel,
  ChipRow,
  DescriptionList,
  Heading,
  LineChart,
  Section,
} from '#web/ui/index.ts'
import { type Chart, chartOf } from '../chart.ts'
import { type Figure, readFigures } from '../figure.ts'
import { countedHere, type Shown as ShownTable } from '../live.ts'
import { paths } from '../paths.ts'
import type { StatisticTable } from '../preset.ts'
import { sentences } from '../sentences.ts'
import { FigureTable } from './figure-table.tsx'

export interface StatisticPageProps {
  lang: Language
  city: City
  shown: ShownTable
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

type Shown = { lang: Language; table: StatisticTable }

function ChartSection({ lang, table }: Shown) {
  const words = sentences[lang]
  const chart = chartOf(table, lang)
  if (!chart) return null
  return (
    <Section id="chart" title={words.chart}>
      {chart.kind === 'lines' ? (
        <LineChart
          ticks={chart.ticks}
          lines={chart.lines}
          breaks={chart.breaks}
          words={{
            alt: words.chartAlt(table.title[lang]),
            lines: words.lines,
            breakMark: words.breakMark,
            breakNote: words.chartBreak,
            spacing: words.chartSpacing,
          }}
        />
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

/** Where figures cannot be compared, and why. */
function Breaks({ lang, table }: Shown) {
  if (table.breaks.length === 0) return null
  const labels = new Map(table.columns.map(({ key, label }) => [key, label[lang]]))
  return (
    <DescriptionList
      items={table.breaks.map(({ before, text }) => ({
        term: sentences[lang].breakBefore(labels.get(before) ?? before),
        description: text[lang],
      }))}
    />
  )
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
      <Breaks {...props} />
    </Section>
  )
}

/** Which of a city's figures these are: printed, counted now, or both. */
const chipOf = ({ table, live }: ShownTable, lang: Language): string => {
  const words = sentences[lang]
  if (!live) return words.kinds[table.kind]
  return table.source === countedHere.ja ? words.countedOnly : words.counted
}

/** The other sort of figures about the same, which stands in a table of its own. */
function Other({ lang, city, shown }: Pick<StatisticPageProps, 'lang' | 'city' | 'shown'>) {
  const words = sentences[lang]
  if (!shown.other) return null
  return (
    <p>
      {shown.live ? words.printedFigures : words.countedOnly}
      {colon[lang]}
      <a href={paths.table(city.slug, shown.other.id)}>{shown.other.title[lang]}</a>
    </p>
  )
}

/** One table: its figures, its chart, how to read it, where it stands. */
export function StatisticPage({ lang, city, shown, source }: StatisticPageProps) {
  const words = sentences[lang]
  const { table, live } = shown
  return (
    <>
      <Heading level={1} over={words.themes[table.theme]}>
        {table.title[lang]}
      </Heading>
      <ChipRow>
        <ChipLabel tone="key">{chipOf(shown, lang)}</ChipLabel>
      </ChipRow>
      <Section id="figures" title={words.figures}>
        <FigureTable lang={lang} table={table} />
        <p>
          <ButtonLink kind="secondary" icon="download" href={paths.csv(city.slug, table.id)}>
            {words.download}
          </ButtonLink>
        </p>
        <Other lang={lang} city={city} shown={shown} />
      </Section>
      <ChartSection lang={lang} table={table} />
      <Notes lang={lang} table={table} />
      <DescriptionList
        items={[
          ...(live ? [{ term: words.definition, description: live.definition[lang] }] : []),
          {
            term: words.source,
            description: table.source === countedHere.ja ? countedHere[lang] : source,
          },
        ]}
      />
      <p>
        <a href={paths.statistics(city.slug)}>{words.back}</a>
      </p>
    </>
  )
}
