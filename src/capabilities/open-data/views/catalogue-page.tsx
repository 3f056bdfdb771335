import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { dayText } from '#web/moment.ts'
import { Card, DescriptionList, Heading, Lead, ResourceList, Section, When } from '#web/ui/index.ts'
import type { Entry } from '../catalogue.ts'
import { licenceOf } from '../licence.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { ContactText } from './contact.tsx'
import { FileLinks } from './file-links.tsx'
import { LicenceLink } from './licence.tsx'

type CataloguePageProps = {
  readonly lang: Language
  readonly city: City
  readonly entries: readonly Entry[]
  readonly changed: Date | null
}

const Changed = ({ lang, at }: { readonly lang: Language; readonly at: Date | null }) =>
  at ? <When time={dayText(tokyoDayOf(at), lang)} /> : <span>{sentences[lang].never}</span>

const Datasets = ({ lang, city, entries }: CataloguePageProps) => {
  const words = sentences[lang]
  return (
    <ResourceList columns={2}>
      {entries.map(({ dataset, tally }) => (
        <Card
          key={dataset.code}
          title={say(dataset.title, lang)}
          href={paths.dataset(city.slug, dataset.code)}
          facts={[
            { term: words.records, description: words.recordsOf(formatNumber(tally.n)) },
            { term: words.changed, description: <Changed lang={lang} at={tally.changed} /> },
            {
              term: words.files,
              description: <FileLinks lang={lang} city={city} dataset={dataset} />,
            },
          ]}
        >
          <p>{say(dataset.description, lang)}</p>
        </Card>
      ))}
    </ResourceList>
  )
}

const Machines = ({ lang, city }: Pick<CataloguePageProps, 'lang' | 'city'>) => {
  const words = sentences[lang]
  const feeds = ['rss', 'atom', 'json'] as const
  const names = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const
  return (
    <Section id="machines" title={words.machines}>
      <p>{words.machinesLead}</p>
      <ul class="text-list">
        <li>
          <a href={paths.dcat(city.slug)}>{words.dcat}</a>
        </li>
        <li>
          <a href={`${paths.api(city.slug)}/package_list`}>{words.api}</a>
        </li>
        <li>
          {words.feedsTitle}
          {feeds.map((format) => (
            <span key={format}>
              {'　'}
              <a href={paths.feed(city.slug, format)}>{names[format]}</a>
            </span>
          ))}
        </li>
      </ul>
    </Section>
  )
}

/** Everything the city gives as open data, and how it may be used. */
export const CataloguePage = (props: CataloguePageProps) => {
  const { lang, city, changed } = props
  const words = sentences[lang]
  const licence = licenceOf(city.settings.openDataLicence)
  const name = say(city.name, lang)
  const lead = licence.open ? words.lead : words.leadOther
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{lead(name, say(licence.title, lang))}</Lead>
      <DescriptionList
        items={[
          { term: words.licence, description: <LicenceLink lang={lang} city={city} /> },
          { term: words.changed, description: <Changed lang={lang} at={changed} /> },
          { term: words.contact, description: <ContactText lang={lang} city={city} /> },
        ]}
      />
      <Section id="datasets-title" title={words.datasets}>
        <Datasets {...props} />
      </Section>
      <Section id="how" title={words.how}>
        <ul class="text-list">
          {Object.values(words.howPoints).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Section>
      <Section id="credit" title={words.credit}>
        <p>{words.creditText(name, city.settings.openDataLicence)}</p>
      </Section>
      <Machines lang={lang} city={city} />
    </>
  )
}
