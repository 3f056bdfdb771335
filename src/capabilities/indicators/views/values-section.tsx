import { colon, type Language } from '#kernel/bilingual.ts'
import { LineChart, NotificationBanner, Section, Table } from '#web/ui/index.ts'
import { chartOf, type Series } from '../chart.ts'
import { fewestYears } from '../forecast.ts'
import { isDisputed } from '../indicator.ts'
import { type PointRow, pointRows } from '../points.ts'
import { sentences } from '../sentences.ts'
import type { Shown } from '../shown.ts'
import { boundedText, yearText } from '../value-text.ts'

interface ValuesProps {
  lang: Language
  shown: Shown
  /** Where a number stands, in words. */
  sourceOf: (source: string) => string
}

const seriesName = (lang: Language, { kind, place }: Series): string => {
  const words = sentences[lang]
  return place === undefined ? words.series[kind] : words.seriesPlace(words.series[kind], place)
}

function Chart({ lang, shown }: Omit<ValuesProps, 'sourceOf'>) {
  const words = sentences[lang]
  const chart = chartOf(shown.indicator, shown, lang)
  if (!chart) return null
  return (
    <Section id="chart" title={words.chart}>
      <LineChart
        ticks={chart.ticks}
        lines={chart.series.map((one) => ({
          label: seriesName(lang, one),
          points: one.points,
          dotsOnly: one.dotsOnly,
        }))}
        breaks={chart.breaks}
        joinsGaps
        words={{
          alt: words.chartAlt(shown.indicator.title[lang]),
          lines: words.lines,
          breakMark: words.breakMark,
          breakNote: words.breakNote,
          ...(chart.isEven ? {} : { spacing: words.spacing }),
        }}
      />
    </Section>
  )
}

/** Each number that two sources give differently, with what both of them say. */
export function Conflicts({ lang, shown }: Omit<ValuesProps, 'sourceOf'>) {
  const words = sentences[lang]
  const { indicator, values } = shown
  const disputed = values.filter(isDisputed)
  if (disputed.length === 0) return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.conflict}>
      <p>{words.conflictLead}</p>
      {disputed.map((one) => (
        <div key={one.year} class="flow">
          <p>
            <strong>
              {words.conflictOf(yearText(indicator, one.year, lang), words.kinds[one.role])}
            </strong>
          </p>
          <ul>
            {one.claims.map((claim, at) => (
              <li key={at}>
                <strong>{boundedText(claim, indicator.unit, lang)}</strong>
                {colon[lang]}
                {claim.said ? claim.said[lang] : words.fromPlan}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </NotificationBanner>
  )
}

/** Columns that no row fills are left out. */
const columnsFor = (lang: Language, rows: readonly PointRow[]) => {
  const words = sentences[lang]
  const has = (what: (row: PointRow) => boolean): boolean => rows.some(what)
  return [
    { label: words.year, heading: true, cell: (row: PointRow) => row.when },
    { label: words.kind, cell: (row: PointRow) => row.kind },
    { label: words.value, numeric: true, cell: (row: PointRow) => row.value },
    ...(has(({ counts }) => counts !== '')
      ? [{ label: words.counts, numeric: true, cell: (row: PointRow) => row.counts }]
      : []),
    ...(has(({ measuredOn }) => measuredOn !== '')
      ? [{ label: words.measuredOn, cell: (row: PointRow) => row.measuredOn }]
      : []),
    { label: words.source, cell: (row: PointRow) => row.source },
    ...(has(({ notes }) => notes.length > 0)
      ? [
          {
            label: words.note,
            cell: (row: PointRow) => row.notes.map((note) => <p key={note}>{note}</p>),
          },
        ]
      : []),
  ]
}

/** The chart, the same figures as a table, and how the forecast is made. */
export function ValuesSections({ lang, shown, sourceOf }: ValuesProps) {
  const words = sentences[lang]
  const rows = pointRows(shown, lang, sourceOf)
  return (
    <>
      <Chart lang={lang} shown={shown} />
      <Section id="values" title={words.table}>
        {rows.length === 0 ? (
          <p>{words.standingNone}</p>
        ) : (
          <Table
            lang={lang}
            id="values-table"
            caption={words.tableCaption(shown.indicator.title[lang])}
            captionHidden
            stacks
            columns={columnsFor(lang, rows)}
            rows={rows}
          />
        )}
        {shown.indicator.targets.length > 0 && (
          <p class="note">
            {shown.ahead.length > 0 ? words.forecastText : words.noForecast(fewestYears)}
          </p>
        )}
      </Section>
    </>
  )
}
