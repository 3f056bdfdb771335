import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  ChipLabel,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  Pagination,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/ui/index.ts'
import { type FacilityKind, mapHref, wholeAddress } from '../facility.ts'
import {
  type FacilityCounts,
  type FacilityFilter,
  type ListedFacility,
  pageSize,
} from '../listing.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

export type FacilityListProps = {
  readonly lang: Language
  readonly city: City
  readonly filter: FacilityFilter
  readonly facilities: readonly ListedFacility[]
  readonly counts: FacilityCounts
  readonly kinds: readonly FacilityKind[]
  /** True for staff who keep the register. */
  readonly keeps: boolean
}

const kindOptions = ({ lang, kinds, counts, filter }: FacilityListProps) =>
  kinds
    .map(({ code, name }) => ({ code, name: say(name, lang), count: counts.byKind.get(code) ?? 0 }))
    .filter(({ code, count }) => count > 0 || code === filter.kind)

const Filters = (props: FacilityListProps) => {
  const { lang, city, filter, keeps } = props
  const words = sentences[lang]
  return (
    <search>
      <FilterForm action={paths.list(city.slug)}>
        <TextInput
          lang={lang}
          name="q"
          id="facility-q"
          label={words.query}
          hint={words.queryHint}
          value={filter.q}
          autocomplete="off"
        />
        <Select
          lang={lang}
          name="kind"
          id="facility-kind"
          label={words.kind}
          emptyLabel={words.anyKind}
          options={kindOptions(props).map(({ code, name, count }) => ({
            value: code,
            label: words.option(name, formatNumber(count)),
          }))}
          value={filter.kind}
        />
        {keeps && (
          <Checkbox
            lang={lang}
            name="closed"
            id="facility-closed"
            label={words.closedToo}
            checked={filter.closed}
          />
        )}
        <Button icon="search">{words.search}</Button>
      </FilterForm>
    </search>
  )
}

const Name = ({
  lang,
  city,
  facility,
}: {
  lang: Language
  city: City
  facility: ListedFacility
}) => (
  <>
    <a href={paths.facility(city.slug, facility.id)}>{facility.name}</a>
    {facility.state === 'closed' && (
      <>
        {' '}
        <ChipLabel>{sentences[lang].closed}</ChipLabel>
      </>
    )}
  </>
)

const MapLink = ({ lang, facility }: { lang: Language; facility: ListedFacility }) => {
  const href = mapHref(facility)
  if (!href) return null
  const words = sentences[lang]
  return (
    <a href={href} rel="external" aria-label={words.mapOf(facility.name)}>
      {words.map}
    </a>
  )
}

const Rows = ({ lang, city, facilities, kinds }: FacilityListProps) => {
  const words = sentences[lang]
  const kindOf = ({ kind }: ListedFacility): string => {
    const found = kinds.find(({ code }) => code === kind)
    return found ? say(found.name, lang) : ''
  }
  return (
    <Table
      lang={lang}
      id="facilities"
      caption={words.crumb}
      captionHidden
      stacks
      rows={facilities}
      columns={[
        {
          label: words.labels.name,
          heading: true,
          cell: (facility) => <Name lang={lang} city={city} facility={facility} />,
        },
        { label: words.kind, cell: kindOf },
        { label: words.place, cell: wholeAddress },
        { label: words.phone, cell: ({ phone }) => phone },
        { label: words.map, cell: (facility) => <MapLink lang={lang} facility={facility} /> },
      ]}
    />
  )
}

const Nothing = ({ lang, city, filter, counts }: FacilityListProps) => {
  const words = sentences[lang]
  if (filter.q === '' && filter.kind === '' && counts.all === 0)
    return <EmptyState title={words.noneYet}>{words.noneYetText}</EmptyState>
  return (
    <EmptyState
      title={words.none}
      action={
        <ButtonLink href={paths.list(city.slug)} kind="secondary">
          {words.reset}
        </ButtonLink>
      }
    >
      {words.noneText}
    </EmptyState>
  )
}

const Results = (props: FacilityListProps) => {
  const { lang, city, filter, facilities, counts } = props
  const words = sentences[lang]
  const narrowed = filter.q !== '' || filter.kind !== ''
  return (
    <Section id="results" title={narrowed ? words.results : words.all}>
      {narrowed && <p>{words.found(formatNumber(counts.found))}</p>}
      {facilities.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <Rows {...props} />
          <Pagination
            lang={lang}
            page={filter.page}
            pageSize={pageSize}
            total={counts.found}
            hrefOf={(page) => paths.list(city.slug, { ...filter, page })}
          />
        </>
      )}
    </Section>
  )
}

const ByKind = (props: FacilityListProps) => {
  const { lang, city, filter } = props
  const words = sentences[lang]
  const options = kindOptions(props)
  if (options.length === 0) return null
  return (
    <Section id="by-kind" title={words.byKind}>
      <ul class="chip-row">
        {options.map(({ code, name, count }) => (
          <li key={code}>
            <a
              href={paths.list(city.slug, { q: filter.q, kind: code })}
              aria-current={code === filter.kind ? 'true' : undefined}
            >
              {words.option(name, formatNumber(count))}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** 施設をさがす: search, kinds, one page of the list. */
export const FacilityListPage = (props: FacilityListProps) => {
  const { lang, city, counts, keeps } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead(formatNumber(counts.all))}</Lead>
      {keeps && (
        <ButtonRow>
          <ButtonLink href={paths.begin(city.slug)} icon="plus" kind="secondary">
            {words.add}
          </ButtonLink>
          <ButtonLink href={`/${city.slug}/desk/imports?kind=facilities`} kind="text">
            {words.import}
          </ButtonLink>
        </ButtonRow>
      )}
      <Filters {...props} />
      <Results {...props} />
      <ByKind {...props} />
      <p>
        <a href={`/${city.slug}/open-data/facilities`}>{words.openData}</a>
        {lang === 'ja' ? '。' : '. '}
        {words.print}
      </p>
    </>
  )
}
