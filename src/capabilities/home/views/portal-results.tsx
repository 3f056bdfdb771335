import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { Band, EmptyState, Pagination, ResourceList, SearchBox, Section } from '#web/ui/index.ts'
import { EntryCard, type Found, kindName, marksOf, searchPageSize } from '../../publishing/index.ts'
import { paths } from '../paths.ts'
import { portalSentences } from '../sentences/portal.ts'
import { CityCards } from './city-cards.tsx'

type PortalResultsProps = {
  readonly lang: Language
  readonly found: Found
  /** Cities whose own name was asked for. */
  readonly foundCities: readonly City[]
  readonly cities: readonly City[]
  readonly now: Date
}

const Entries = ({ lang, found, cities, now }: PortalResultsProps) => {
  const byId = new Map(cities.map((city) => [city.id, city]))
  return (
    <ResourceList>
      {found.entries.flatMap((entry) => {
        const city = byId.get(entry.cityId)
        if (!city) return []
        return [
          <EntryCard
            key={`${entry.cityId}/${entry.kind}/${entry.id}`}
            lang={lang}
            entry={entry}
            now={now}
            kind={`${city.name[lang]} ${kindName(city, entry.kind, lang)}`}
            words={marksOf(found.question)}
            level={2}
          />,
        ]
      })}
    </ResourceList>
  )
}

/** What was found in all cities, and the cities of that name. */
export const PortalResults = (props: PortalResultsProps) => {
  const { lang, found, foundCities } = props
  const words = portalSentences[lang]
  const { typed } = found.question
  const isNothing = found.total === 0 && foundCities.length === 0
  return (
    <Band>
      <h1>{words.results(typed)}</h1>
      <SearchBox lang={lang} action="/" label={words.search} labelHidden={false} value={typed} />
      {foundCities.length > 0 && (
        <Section id="found-cities" title={words.foundCities}>
          <CityCards lang={lang} cities={foundCities} />
        </Section>
      )}
      {isNothing && <EmptyState title={words.nothing}>{words.nothingHelp}</EmptyState>}
      {found.total > 0 && (
        <>
          <p>{words.found(formatNumber(found.total), found.more)}</p>
          <Entries {...props} />
          <Pagination
            lang={lang}
            page={found.page}
            pageSize={searchPageSize}
            total={found.total}
            hrefOf={(page) => paths.portal({ q: typed, page })}
          />
        </>
      )}
      <p>
        <a href="/">{words.back}</a>
      </p>
    </Band>
  )
}
