import type { Language } from '#kernel/bilingual.ts'
import { isPlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import type { LiveValue } from '#web/capability.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import type { LiveTable } from '#web/live-table.ts'
import {
  Card,
  ChipLabel,
  EmptyState,
  Heading,
  KeyNumbers,
  Lead,
  ResourceList,
  Section,
} from '#web/ui/index.ts'
import { latestOf } from '../latest.ts'
import { placeOfLive } from '../live.ts'
import { paths } from '../paths.ts'
import type { StatisticTable } from '../preset.ts'
import { sentences } from '../sentences.ts'

export interface StatisticsPageProps {
  lang: Language
  city: City
  tables: readonly StatisticTable[]
  /** Numbers counted now. */
  live: readonly LiveValue[]
  /** Tables that are counted when they are opened. */
  liveTables: readonly LiveTable[]
  /** Where a table stands, in words. */
  sourceOf: (source: string) => string
  /** What later capabilities add. */
  panels?: readonly View[]
}

const baseDates = (table: StatisticTable, lang: Language): string => {
  const days = table.columns.flatMap(({ asOf }) =>
    asOf !== undefined && isPlainDate(asOf) ? [formatDateInBothEras(asOf, lang)] : [],
  )
  return [...new Set(days)].join(lang === 'ja' ? '、' : '; ') || sentences[lang].asOfNone
}

const wholes = (table: StatisticTable, lang: Language): string =>
  [...new Set(table.columns.flatMap(({ n }) => (n === undefined ? [] : [formatNumber(n)])))].join(
    lang === 'ja' ? '、' : '; ',
  )

function TableCard({
  lang,
  city,
  table,
  sourceOf,
}: Pick<StatisticsPageProps, 'lang' | 'city' | 'sourceOf'> & { table: StatisticTable }) {
  const words = sentences[lang]
  const n = wholes(table, lang)
  const latest = latestOf(table, lang)
  return (
    <Card
      title={table.title[lang]}
      href={paths.table(city.slug, table.id)}
      labels={<ChipLabel>{words.kinds[table.kind]}</ChipLabel>}
      facts={[
        { term: words.asOf, description: baseDates(table, lang) },
        ...(n === '' ? [] : [{ term: words.n, description: n }]),
        { term: words.unit, description: table.unit[lang] },
        { term: words.source, description: sourceOf(table.source) },
      ]}
    >
      {latest.length > 0 && (
        <KeyNumbers
          numbers={latest.map(({ label, value, unit, when }) => ({
            label,
            value,
            unit,
            note: when,
          }))}
        />
      )}
      {table.notes.length > 0 && (
        <ul>
          {table.notes.map((note) => (
            <li key={note.ja}>{note[lang]}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Live({ lang, live }: Pick<StatisticsPageProps, 'lang' | 'live'>) {
  if (live.length === 0) return null
  const words = sentences[lang]
  return (
    <Section id="live" title={words.live}>
      <p class="note">{words.liveNote}</p>
      <KeyNumbers
        numbers={live.map(({ label, value, unit, note, path }) => ({
          label: label[lang],
          value: typeof value === 'string' ? value : value[lang],
          unit: unit[lang],
          note: note[lang],
          ...(path ? { href: path } : {}),
        }))}
      />
    </Section>
  )
}

/** Tables of the register, each beside what the city printed of the same. */
function LiveTables({ lang, city, tables, liveTables }: StatisticsPageProps) {
  if (liveTables.length === 0) return null
  const words = sentences[lang]
  return (
    <Section id="live-tables" title={words.countedTables}>
      <p class="note">{words.countedTablesNote}</p>
      <ResourceList>
        {liveTables.map((live) => (
          <Card
            key={live.code}
            title={live.title[lang]}
            href={paths.table(city.slug, placeOfLive(live, tables))}
            labels={<ChipLabel>{words.kinds[live.kind]}</ChipLabel>}
          >
            <p>{live.definition[lang]}</p>
          </Card>
        ))}
      </ResourceList>
    </Section>
  )
}

/** All tables of a city, by theme. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { lang, city, tables, live } = props
  const words = sentences[lang]
  const themes = [...new Set(tables.map(({ theme }) => theme))]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead(city.name[lang])}</Lead>
      <Live lang={lang} live={live} />
      <LiveTables {...props} />
      {props.panels}
      {tables.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneHelp}</p>
        </EmptyState>
      )}
      {themes.map((theme) => (
        <Section key={theme} id={`theme-${theme}`} title={words.themes[theme]}>
          <ResourceList>
            {tables
              .filter((table) => table.theme === theme)
              .map((table) => (
                <TableCard key={table.id} {...props} table={table} />
              ))}
          </ResourceList>
        </Section>
      ))}
    </>
  )
}
