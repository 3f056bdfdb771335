import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  DescriptionList,
  Heading,
  Lead,
  Section,
  Table,
  When,
} from '#web/ui/index.ts'
import type { Entry } from '../catalogue.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { codeTablesOf, columnsOf } from '../table.ts'
import { ContactText } from './contact.tsx'
import { FileLinks } from './file-links.tsx'
import { LicenceLink } from './licence.tsx'

type DatasetPageProps = { readonly lang: Language; readonly entry: Entry }

const Dictionary = ({ lang, entry: { dataset, city } }: DatasetPageProps) => {
  const words = sentences[lang]
  return (
    <Section id="dictionary-title" title={words.dictionary}>
      <p>
        <a href={paths.dictionary(city.slug, dataset.code)}>{words.dictionaryFile}</a>
      </p>
      <Table
        lang={lang}
        id="dictionary"
        caption={words.dictionaryCaption(say(dataset.title, lang))}
        captionHidden
        rows={columnsOf(dataset)}
        columns={[
          { label: words.column, heading: true, cell: ({ name }) => say(name, lang) },
          { label: words.code, cell: ({ code }) => <code>{code}</code> },
          { label: words.type, cell: ({ type }) => words.types[type] },
          { label: words.unit, cell: ({ unit }) => (unit ? say(unit, lang) : '') },
          { label: words.definition, cell: ({ definition }) => say(definition, lang) },
        ]}
      />
    </Section>
  )
}

const CodeTables = ({ lang, entry: { dataset, city } }: DatasetPageProps) => {
  const words = sentences[lang]
  const tables = codeTablesOf(dataset)
  if (tables.length === 0) return null
  return (
    <Section id="code-tables" title={words.codeTables}>
      <p>{words.codeTablesLead}</p>
      <ul class="text-list">
        {tables.map((table) => (
          <li key={table.name}>
            <a href={paths.codes(city.slug, table.name)}>
              {words.codeTableFile(say(table.title, lang), table.entries(city).length)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One data set: its files, what its columns mean, its code tables. */
export const DatasetPage = (props: DatasetPageProps) => {
  const { lang, entry } = props
  const { dataset, city, tally } = entry
  const words = sentences[lang]
  return (
    <>
      <Heading level={1} over={words.title}>
        {say(dataset.title, lang)}
      </Heading>
      <Lead>{say(dataset.description, lang)}</Lead>
      <DescriptionList
        items={[
          { term: words.records, description: words.recordsOf(formatNumber(tally.n)) },
          {
            term: words.changed,
            description: tally.changed ? (
              <When time={dayText(tokyoDayOf(tally.changed), lang)} />
            ) : (
              words.never
            ),
          },
          { term: words.frequency, description: words.frequencies[dataset.changes] },
          { term: words.licence, description: <LicenceLink lang={lang} city={city} /> },
          { term: words.contact, description: <ContactText lang={lang} city={city} /> },
        ]}
      />
      <Section id="files" title={words.files}>
        <p>
          <FileLinks lang={lang} city={city} dataset={dataset} />
        </p>
        <p>
          <a href={paths.unmappable(city.slug, dataset.code)}>{words.cp932Report}</a>
        </p>
      </Section>
      <Dictionary {...props} />
      <CodeTables {...props} />
      <ButtonRow>
        <ButtonLink href={dataset.page(city.slug)} kind="secondary">
          {words.readMore}
        </ButtonLink>
        <ButtonLink href={paths.catalogue(city.slug)} kind="text">
          {words.back}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
