import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { Band, EmptyState, Pagination, ResourceList, SearchBox, Section } from '#web/ui/index.ts'
import { EntryCard, type Found, kindName, marksOf, searchPageSize } from '../../publishing/index.ts'
import type { KnownCities } from '../city-list.ts'
import { paths } from '../paths.ts'
import { portalSentences } from '../sentences/portal.ts'
import { CityCards } from './city-cards.tsx'

type PortalResultsProps = {
  readonly lang: Language
  readonly found: Found
  /** Cities whose own name was asked for. */
  readonly foundCities: readonly City[]
  readonly cities: KnownCities
  readonly now: Date
}

const Entries = ({ lang, found, cities, now }: PortalResultsProps) => (
  <ResourceList>
    {found.entries.flatMap((entry) => {
      const city = cities.byId.get(entry.cityId)
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

/** Which word is in the way, and words that look like it. */
const Nothing = ({ lang, found }: PortalResultsProps) => {
  const words = portalSentences[lang]
  const { alone, nearby } = found.help
  const all = alone.length > 0 ? alone.map(({ word }) => word) : found.question.words
  const meant = nearby.map(({ word, instead }) =>
    all.map((one) => (one === word ? instead : one)).join(' '),
  )
  return (
    <EmptyState title={words.nothing}>
      <p>{words.nothingHelp}</p>
      {meant.length > 0 && (
        <p>
          {words.didYouMean}
          {meant.map((q) => (
            <>
              {' '}
              <a href={paths.portal({ q })}>{q}</a>
            </>
          ))}
        </p>
      )}
      {alone.length > 0 && (
        <ul>
          {alone.map(({ word, count }) => (
            <li key={word}>
              {count === 0 ? (
                words.aloneNothing(word)
              ) : (
                <a href={paths.portal({ q: word })}>{words.aloneFound(word)}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
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
      {isNothing && <Nothing {...props} />}
      {found.total > 0 && (
        <>
          <p role="status">{words.found(formatNumber(found.total), found.more)}</p>
          {found.more && <p class="note">{words.foundMore}</p>}
          {found.parted.length > 0 && (
            <p class="note">
              {words.parted(typed, found.parted.map((word) => `「${word}」`).join(''))}
            </p>
          )}
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
