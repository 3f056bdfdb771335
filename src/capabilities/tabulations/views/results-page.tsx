import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { formatDecimal } from '#kernel/ratio.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  DescriptionList,
  Heading,
  KeyNumbers,
  Lead,
  Section,
  Table,
} from '#web/ui/index.ts'
import { outlineOf, readingNotes } from '../outline.ts'
import { paths } from '../paths.ts'
import type { Results } from '../results.ts'
import { rateReturns } from '../returns.ts'
import { sentences } from '../sentences.ts'
import { QuestionSection } from './question-section.tsx'

export interface ResultsPageProps {
  lang: Language
  city: City
  results: Results
  /** Where printed figures stand, in words. */
  source?: string | undefined
  /** The questionnaire's own page; printed surveys have none. */
  questionnaire?: string | undefined
  /** What only staff see above the results. */
  above?: Child
  /** Files are offered of what is public. */
  downloads: boolean
}

function Downloads({ lang, city, results }: Pick<ResultsPageProps, 'lang' | 'city' | 'results'>) {
  const words = sentences[lang]
  return (
    <Section id="downloads" title={words.downloads}>
      <ButtonRow>
        <ButtonLink kind="secondary" icon="download" href={paths.report(city.slug, results.survey)}>
          {words.report}
        </ButtonLink>
        <ButtonLink kind="secondary" icon="download" href={paths.excel(city.slug, results.survey)}>
          {words.excel}
        </ButtonLink>
        <ButtonLink kind="secondary" icon="download" href={paths.csv(city.slug, results.survey)}>
          {words.csv}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}

/** How many were asked, how many answered, and by what way. */
export function ReturnsSection({ lang, results }: Pick<ResultsPageProps, 'lang' | 'results'>) {
  const words = sentences[lang]
  if (!results.returns) return null
  const rates = rateReturns(results.returns)
  const ofSent = rates.sent === undefined ? '' : `${words.sent} ${formatNumber(rates.sent)}`
  return (
    <Section id="returns" title={words.returns}>
      <KeyNumbers
        numbers={[
          {
            label: words.valid,
            value: formatNumber(rates.valid),
            unit: results.unit[lang],
            note: ofSent,
          },
          ...(rates.validRate
            ? [
                {
                  label: words.validRate,
                  value: formatDecimal(rates.validRate),
                  unit: '%',
                  note: `${formatNumber(rates.valid)}/${formatNumber(rates.sent ?? 0)}`,
                },
              ]
            : []),
        ]}
      />
      <Table
        lang={lang}
        id="modes"
        caption={words.mode}
        captionHidden
        columns={[
          { label: words.mode, heading: true, cell: ({ label }) => label[lang] },
          { label: words.valid, numeric: true, cell: ({ valid }) => formatNumber(valid) },
          {
            label: words.percent,
            numeric: true,
            cell: ({ shareOfValid }) =>
              shareOfValid ? formatDecimal(shareOfValid) : words.missing,
          },
          ...(rates.sent === undefined
            ? []
            : [
                {
                  label: words.rateOfSent,
                  numeric: true,
                  cell: ({ shareOfSent }: (typeof rates.modes)[number]) =>
                    shareOfSent ? formatDecimal(shareOfSent) : words.missing,
                },
              ]),
        ]}
        rows={rates.modes}
      />
    </Section>
  )
}

function Contents({ lang, results }: Pick<ResultsPageProps, 'lang' | 'results'>) {
  if (results.questions.length < 3) return null
  return (
    <Section id="contents" title={sentences[lang].contents}>
      <ul>
        {results.questions.map(({ counted, name }) => (
          <li key={counted.code}>
            <a href={`#question-${counted.code}`}>
              {name[lang]}　{counted.label[lang]}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** All results of one survey. */
export function ResultsPage(props: ResultsPageProps) {
  const { lang, city, results, source, questionnaire, above, downloads } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1} over={words.title}>
        {results.title[lang]}
      </Heading>
      {source !== undefined && (
        <ChipRow>
          <ChipLabel tone="key">{words.printedTitle}</ChipLabel>
        </ChipRow>
      )}
      {above}
      {results.lead[lang] && <Lead>{results.lead[lang]}</Lead>}
      <Section id="outline" title={words.outline}>
        <DescriptionList items={outlineOf(results, lang)} />
        {questionnaire && (
          <p>
            <a href={questionnaire}>{words.questionnaire}</a>
          </p>
        )}
      </Section>
      <ReturnsSection lang={lang} results={results} />
      {downloads && <Downloads lang={lang} city={city} results={results} />}
      <Contents lang={lang} results={results} />
      {results.questions.map((question) => (
        <QuestionSection
          key={question.counted.code}
          lang={lang}
          city={city}
          survey={results.survey}
          question={question}
        />
      ))}
      <Section id="notes" title={words.notes}>
        <ul>
          {readingNotes(results, lang).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        {source && <DescriptionList items={[{ term: words.source, description: source }]} />}
      </Section>
      <p>
        <a href={paths.list(city.slug)}>{words.back}</a>
      </p>
    </>
  )
}
