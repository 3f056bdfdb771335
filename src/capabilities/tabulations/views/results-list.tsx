import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Card, EmptyState, Heading, Lead, ResourceList, Section } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** What the list says of one survey's results. */
export type Listed = {
  readonly survey: string
  readonly title: string
  readonly when: string
  readonly answers: string | undefined
}

interface ResultsListProps {
  lang: Language
  city: City
  counted: readonly Listed[]
  printed: readonly Listed[]
}

function Cards({ lang, city, list }: { lang: Language; city: City; list: readonly Listed[] }) {
  const words = sentences[lang]
  return (
    <ResourceList>
      {list.map(({ survey, title, when, answers }) => (
        <Card
          key={survey}
          title={title}
          href={paths.results(city.slug, survey)}
          facts={[
            { term: words.when, description: when },
            ...(answers ? [{ term: words.answers, description: answers }] : []),
          ]}
        />
      ))}
    </ResourceList>
  )
}

/** Results of all surveys: those made here, and those the city has printed. */
export function ResultsListPage({ lang, city, counted, printed }: ResultsListProps) {
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.listLead}</Lead>
      <Section id="counted" title={words.counted}>
        {counted.length === 0 ? (
          <EmptyState title={words.noneCounted}>
            <p>{words.noneHelp}</p>
          </EmptyState>
        ) : (
          <Cards lang={lang} city={city} list={counted} />
        )}
      </Section>
      {printed.length > 0 && (
        <Section id="printed" title={words.printedTitle}>
          <p>{words.printedLead}</p>
          <Cards lang={lang} city={city} list={printed} />
        </Section>
      )}
    </>
  )
}
