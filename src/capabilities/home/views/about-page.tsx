import { type Bilingual, inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { DescriptionList, Disclosure, Heading, Lead, Section } from '#web/ui/index.ts'
import type { CityPreset } from '../../cities/index.ts'
import { aboutSentences } from '../sentences/about.ts'
import type { Sources } from '../sources.ts'
import { Documents } from './documents.tsx'
import { Contents } from './text-page.tsx'

/** A slip in the documents, as noticed at import. */
export type Warning = { readonly text: Bilingual; readonly source: string }

export type AboutPageProps = {
  readonly lang: Language
  readonly city: City
  readonly profile: CityPreset
  readonly warnings: readonly Warning[]
  readonly sources: Sources
}

type PartName =
  | 'principles'
  | 'terms'
  | 'ordinances'
  | 'history'
  | 'bodies'
  | 'documents'
  | 'warnings'

const Source = ({ lang, text }: { lang: Language; text: string }) =>
  text === '' ? null : <span class="source">{aboutSentences[lang].sourceOf(text)}</span>

type Named = {
  readonly code: string
  readonly name: Bilingual
  readonly note?: Bilingual | undefined
  readonly source: string
}

const NamedList = ({ lang, items }: Pick<AboutPageProps, 'lang'> & { items: readonly Named[] }) => (
  <DescriptionList
    items={items.map((item) => ({
      term: say(item.name, lang),
      description: item.note ? <p>{say(item.note, lang)}</p> : '',
    }))}
  />
)

/** Where each line of a part stands in the documents, once below it for whoever wants to look it up. */
const SourceList = ({
  lang,
  places,
  sources,
}: Pick<AboutPageProps, 'lang' | 'sources'> & {
  places: readonly { readonly name: string; readonly source: string }[]
}) => {
  const words = aboutSentences[lang]
  const known = places.filter(({ source }) => sources.textOf(source) !== '')
  if (known.length === 0) return null
  return (
    <Disclosure summary={words.sourcesOf(known.length)}>
      <DescriptionList
        items={known.map(({ name, source }) => ({
          term: name,
          description: sources.textOf(source),
        }))}
      />
    </Disclosure>
  )
}

const Principles = ({ lang, profile, sources }: AboutPageProps) => {
  const groups = [...new Set(profile.principles.map((one) => say(one.group, lang)))]
  return (
    <>
      {groups.map((group) => {
        const items = profile.principles.filter((one) => say(one.group, lang) === group)
        return (
          <Disclosure
            key={group}
            summary={`${group}${inBrackets(items.length, lang)}`}
            open={group === groups[0]}
          >
            <NamedList lang={lang} items={items} />
          </Disclosure>
        )
      })}
      <SourceList
        lang={lang}
        sources={sources}
        places={profile.principles.map(({ name, source }) => ({ name: say(name, lang), source }))}
      />
    </>
  )
}

const Ordinances = ({ lang, profile, sources }: AboutPageProps) => {
  const words = aboutSentences[lang]
  return (
    <>
      {profile.ordinances.map((ordinance) => (
        <section key={ordinance.code} class="ordinance">
          <h3>{say(ordinance.title, lang)}</h3>
          {ordinance.enacted && (
            <p>
              {words.enacted} {ordinance.enacted}
            </p>
          )}
          {ordinance.articles.map((article) => (
            <Disclosure
              key={article.no}
              summary={`${words.article(article.no)} ${say(article.title, lang)}`}
            >
              <ul class="text-list">
                {article.points.map((point) => (
                  <li key={point.ja}>{say(point, lang)}</li>
                ))}
              </ul>
            </Disclosure>
          ))}
          <SourceList
            lang={lang}
            sources={sources}
            places={[
              { name: say(ordinance.title, lang), source: ordinance.source },
              ...ordinance.articles.map(({ no, title, source }) => ({
                name: `${words.article(no)} ${say(title, lang)}`,
                source,
              })),
            ]}
          />
        </section>
      ))}
    </>
  )
}

const History = ({ lang, profile, sources }: AboutPageProps) => (
  <>
    <DescriptionList
      items={profile.history.map((event) => ({
        term: say(event.when, lang),
        description: <p>{say(event.what, lang)}</p>,
      }))}
    />
    <SourceList
      lang={lang}
      sources={sources}
      places={profile.history.map(({ when, source }) => ({ name: say(when, lang), source }))}
    />
  </>
)

const Warnings = ({ lang, warnings, sources }: AboutPageProps) => {
  const words = aboutSentences[lang]
  return (
    <>
      <p>{words.warningsText}</p>
      <Disclosure summary={words.warningsCount(warnings.length)}>
        <ul class="text-list">
          {warnings.map((warning, at) => (
            <li key={at}>
              {say(warning.text, lang)} <Source lang={lang} text={sources.textOf(warning.source)} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}

const partsOf = (
  props: AboutPageProps,
): readonly { readonly id: PartName; readonly body: ReturnType<typeof Principles> }[] => {
  const { lang, profile, warnings, sources } = props
  const named = (items: readonly Named[]) => (
    <>
      <NamedList lang={lang} items={items} />
      <SourceList
        lang={lang}
        sources={sources}
        places={items.map(({ name, source }) => ({ name: say(name, lang), source }))}
      />
    </>
  )
  const parts = [
    { id: 'principles', count: profile.principles.length, body: <Principles {...props} /> },
    { id: 'terms', count: profile.terms.length, body: named(profile.terms) },
    { id: 'ordinances', count: profile.ordinances.length, body: <Ordinances {...props} /> },
    { id: 'history', count: profile.history.length, body: <History {...props} /> },
    { id: 'bodies', count: profile.bodies.length, body: named(profile.bodies) },
    {
      id: 'documents',
      count: sources.documents.length,
      body: <Documents documents={sources.documents} />,
    },
    { id: 'warnings', count: warnings.length, body: <Warnings {...props} /> },
  ] as const
  return parts.filter(({ count }) => count > 0)
}

/** How the city thinks of collaboration: principles, words, ordinances, history, bodies, each with its source. */
export const AboutPage = (props: AboutPageProps) => {
  const { lang, city } = props
  const words = aboutSentences[lang]
  const parts = partsOf(props).map((part) => ({ ...part, title: words[part.id] }))
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead(city.name[lang])}</Lead>
      <Contents lang={lang} parts={parts} />
      {parts.map(({ id, title, body }) => (
        <Section key={id} id={id} title={title}>
          {body}
        </Section>
      ))}
    </>
  )
}
