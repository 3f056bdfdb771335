import { type Language, say } from '#kernel/bilingual.ts'
import { Band, EmptyState, Hero, Pagination, SearchBox, Section } from '#web/ui/index.ts'
import { indicatorPaths } from '../../indicators/index.ts'
import type { Entry } from '../../publishing/index.ts'
import { citiesAtOnce, citiesToShow, type KnownCities } from '../city-list.ts'
import { paths } from '../paths.ts'
import { portalSentences } from '../sentences/portal.ts'
import { CityCards } from './city-cards.tsx'
import { NumberedSteps } from './numbered-steps.tsx'
import { LatestEntries, OpenEntries } from './open-entries.tsx'

type PortalPageProps = {
  readonly lang: Language
  readonly now: Date
  readonly cities: KnownCities
  /** Code of the prefecture asked for, or nothing. */
  readonly prefecture: string
  readonly page: number
  readonly open: readonly Entry[]
  readonly latest: readonly Entry[]
}

const Prefectures = ({ lang, cities }: Pick<PortalPageProps, 'lang' | 'cities'>) => {
  const words = portalSentences[lang]
  return (
    <nav aria-label={words.prefectures}>
      <ul class="prefectures">
        {cities.prefectures.map(({ code, name, count }) => (
          <li key={code}>
            <a href={`${paths.portal({ prefecture: code })}#cities`}>{say(name, lang)}</a>{' '}
            <span>{words.cityCount(count)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Cities = ({ lang, cities, prefecture, page }: PortalPageProps) => {
  const words = portalSentences[lang]
  const { shown, total } = citiesToShow(cities, prefecture, page)
  const isLong = cities.all.length > citiesAtOnce
  return (
    <Section id="cities" title={words.chooseCity}>
      <p>{words.chooseCityLead}</p>
      {isLong && prefecture === '' && <Prefectures lang={lang} cities={cities} />}
      {isLong && prefecture !== '' && (
        <p>
          <a href={`${paths.portal({})}#cities`}>{words.allPrefectures}</a>
        </p>
      )}
      {shown.length > 0 && <CityCards lang={lang} cities={shown} />}
      {prefecture !== '' && total > citiesAtOnce && (
        <Pagination
          lang={lang}
          page={page}
          pageSize={citiesAtOnce}
          total={total}
          hrefOf={(to) => `${paths.portal({ prefecture, page: to })}#cities`}
        />
      )}
    </Section>
  )
}

/** What one can do here, in which cities, and what is open now. */
export const PortalPage = (props: PortalPageProps) => {
  const { lang, now, cities, open, latest } = props
  const words = portalSentences[lang]
  const cityOf = (id: number) => cities.byId.get(id)
  return (
    <>
      <Hero title={words.hero} lead={words.lead}>
        <SearchBox lang={lang} action="/" label={words.search} labelHidden={false} />
      </Hero>
      <Band>
        <Cities {...props} />
      </Band>
      <Band tinted>
        <Section id="open" title={words.open}>
          {open.length === 0 ? (
            <EmptyState title={words.openEmpty}>{words.openEmptyHelp}</EmptyState>
          ) : (
            <>
              <p>{words.openLead}</p>
              <OpenEntries lang={lang} now={now} entries={open} cityOf={cityOf} namesCity />
            </>
          )}
        </Section>
      </Band>
      {latest.length > 0 && (
        <Band>
          <Section id="latest" title={words.latest}>
            <LatestEntries lang={lang} entries={latest} cityOf={cityOf} namesCity />
          </Section>
        </Band>
      )}
      <Band tinted={latest.length > 0}>
        <Section id="what" title={words.what}>
          <NumberedSteps steps={Object.values(words.lines)} />
          <p>
            <a href={indicatorPaths.shared}>{words.compareIndicators}</a>
          </p>
        </Section>
      </Band>
      <Band>
        <Section id="for-cities" title={words.forCities}>
          <p>{words.forCitiesText}</p>
          <p>{words.forCitiesReadme(lang === 'ja' ? 'README.ja.md' : 'README.md')}</p>
        </Section>
      </Band>
    </>
  )
}
