import { colon, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { EmptyState, Heading, Lead, Section, Table } from '#web/ui/index.ts'
import { type StatisticTable, statisticPaths } from '../../statistics/index.ts'
import { aboutSentences } from '../sentences/about.ts'
import type { Sources } from '../sources.ts'
import { Documents } from './documents.tsx'

type OpenDataProps = {
  readonly lang: Language
  readonly city: City
  readonly tables: readonly StatisticTable[]
  readonly sources: Sources
}

const Tables = ({ lang, city, tables, sources }: OpenDataProps) => {
  const words = aboutSentences[lang]
  return (
    <Table
      lang={lang}
      id="tables"
      caption={words.dataCaption}
      captionHidden
      rows={tables}
      columns={[
        {
          label: words.dataName,
          heading: true,
          cell: (table) => (
            <a href={statisticPaths.table(city.slug, table.id)}>{table.title[lang]}</a>
          ),
        },
        { label: words.dataUnit, cell: (table) => table.unit[lang] },
        {
          label: words.dataRows,
          numeric: true,
          cell: (table) => formatNumber(table.rows.length * table.columns.length),
        },
        {
          label: words.dataFile,
          cell: (table) => (
            <a href={statisticPaths.csv(city.slug, table.id)}>
              {words.csv}
              <span class="hidden-text">
                {colon[lang]}
                {table.title[lang]}
              </span>
            </a>
          ),
        },
        { label: words.dataSource, cell: (table) => sources.textOf(table.source) },
      ]}
    />
  )
}

/** What can be downloaded now, and under which licence. */
export const OpenDataPage = (props: OpenDataProps) => {
  const { lang, city, tables, sources } = props
  const words = aboutSentences[lang]
  const { openDataLicence } = city.settings
  return (
    <>
      <Heading level={1}>{words.dataTitle}</Heading>
      <Lead>{words.dataLead(openDataLicence)}</Lead>
      <Section id="tables-title" title={words.dataTables}>
        {tables.length === 0 ? (
          <EmptyState title={words.dataEmpty}>{words.dataEmptyHelp}</EmptyState>
        ) : (
          <Tables {...props} />
        )}
      </Section>
      {sources.documents.length > 0 && (
        <Section id="documents" title={words.documents}>
          <Documents documents={sources.documents} />
        </Section>
      )}
      <Section id="how" title={words.dataHow}>
        <ul class="text-list">
          {Object.values(words.dataHowPoints).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Section>
      <Section id="credit" title={words.dataCredit}>
        <p>{words.dataCreditText(city.name[lang], openDataLicence)}</p>
      </Section>
    </>
  )
}
