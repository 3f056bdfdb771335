import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { EmptyState, Heading, Lead, Section } from '#web/ui/index.ts'
import { readingNotes } from '../outline.ts'
import { paths } from '../paths.ts'
import type { Axis, Results } from '../results.ts'
import { sentences } from '../sentences.ts'
import { CrossTableView } from './cross-tables.tsx'

interface CrossesPageProps {
  lang: Language
  city: City
  results: Results
  title: string
  axes: readonly Axis[]
  /** The slot by which everything is crossed here. */
  axis: number
}

function OtherAxes({ lang, city, results, axes, axis }: CrossesPageProps) {
  const others = axes.filter(({ slot }) => slot !== axis)
  if (others.length === 0) return null
  return (
    <ul>
      {others.map(({ slot, label }) => (
        <li key={slot}>
          <a href={paths.crosses(city.slug, results.survey, slot)}>
            {sentences[lang].crossedBy(label[lang])}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Every question of a survey by one of them: by age, by area, by kind of group. */
export function CrossesPage(props: CrossesPageProps) {
  const { lang, city, results, title } = props
  const words = sentences[lang]
  const questions = results.questions.filter(({ crosses }) => crosses.length > 0)
  return (
    <>
      <Heading level={1} over={results.title[lang]}>
        {title}
      </Heading>
      {questions.length > 0 && <Lead>{words.crossReading}</Lead>}
      <OtherAxes {...props} />
      {questions.length === 0 && (
        <EmptyState title={words.noCrosses}>
          <p>{words.noCrossesText}</p>
        </EmptyState>
      )}
      {questions.map((question) => (
        <Section
          key={question.counted.code}
          id={`question-${question.counted.code}`}
          title={`${question.name[lang]}　${question.counted.label[lang]}`}
        >
          {question.crosses.map((cross) => (
            <CrossTableView
              key={cross.axis}
              lang={lang}
              question={question}
              cross={cross}
              captionHidden
            />
          ))}
        </Section>
      ))}
      <Section id="notes" title={words.notes}>
        <ul>
          {readingNotes(results, lang).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
      <p>
        <a href={paths.results(city.slug, results.survey)}>
          {words.resultsOf(results.title[lang])}
        </a>
      </p>
    </>
  )
}
