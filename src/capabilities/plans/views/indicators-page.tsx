import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { type Documents, sourceText } from '#kernel/source.ts'
import {
  BarList,
  DescriptionList,
  EmptyState,
  Heading,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Indicator, Plan } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { NoteList } from './notes.tsx'

interface IndicatorProps {
  lang: Language
  plan: Plan
  indicator: Indicator
  documents: Documents
}

const withUnit = (value: number, unit: string): string => `${value}${unit}`

/** Base and targets side by side, each with its year. */
function Values({ lang, plan, indicator }: Omit<IndicatorProps, 'documents'>) {
  const words = sentences[lang]
  const { base, targets, unit } = indicator
  const points = [{ ...base, kind: 'base' as const }, ...targets]
  return (
    <BarList
      id={`${plan.id}-${indicator.code}`}
      caption={indicator.title[lang]}
      headings={{ label: words.year, value: words.value }}
      max={unit === '%' || unit === '％' ? 100 : undefined}
      bars={points.map(({ year, value, kind }) => ({
        label: words.pointInTime(formatFiscalYear(year, lang), words[kind]),
        value,
        text: withUnit(value, unit),
      }))}
    />
  )
}

/** Notes on the document that concern this indicator: their codes begin with its code. */
const notesOn = (plan: Plan, indicator: Indicator): Plan['warnings'] =>
  plan.warnings.filter(({ code }) => code.startsWith(`${indicator.code}-`))

function IndicatorSection({ lang, plan, indicator, documents }: IndicatorProps) {
  const words = sentences[lang]
  const notes = notesOn(plan, indicator)
  const source = sourceText(indicator.source, documents)
  return (
    <section class="flow" aria-labelledby={`h-${plan.id}-${indicator.code}`}>
      <Heading level={3} id={`h-${plan.id}-${indicator.code}`}>
        {indicator.title[lang]}
      </Heading>
      <Values lang={lang} plan={plan} indicator={indicator} />
      {notes.length > 0 && (
        <NotificationBanner lang={lang} kind="warning" level={4} heading={words.warning}>
          <NoteList lang={lang} plan={plan} documents={documents} notes={notes} />
        </NotificationBanner>
      )}
      <DescriptionList
        items={[
          { term: words.unit, description: indicator.unit },
          { term: words.direction, description: words[indicator.direction] },
          ...(indicator.measuredBy
            ? [{ term: words.measuredBy, description: indicator.measuredBy[lang] }]
            : []),
          ...(source === '' ? [] : [{ term: words.source, description: source }]),
        ]}
      />
    </section>
  )
}

interface IndicatorsPageProps {
  lang: Language
  city: City
  plans: readonly { readonly plan: Plan; readonly indicators: readonly Indicator[] }[]
  documents: Documents
}

/** Every indicator of the city's plans, with base and targets as printed. */
export function IndicatorsPage({ lang, city, plans, documents }: IndicatorsPageProps) {
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.indicatorsTitle}</Heading>
      {plans.length === 0 ? (
        <EmptyState
          title={words.noIndicators}
          action={<a href={paths.plans(city.slug)}>{words.plans}</a>}
        >
          <p>{words.noIndicatorsHelp}</p>
        </EmptyState>
      ) : (
        <Lead>{words.indicatorsLead}</Lead>
      )}
      {plans.map(({ plan, indicators }) => (
        <Section
          key={plan.id}
          id={`plan-${plan.id}`}
          title={plan.title[lang]}
          more={{ href: paths.plan(city.slug, plan.id), label: words.content }}
        >
          {indicators.map((indicator) => (
            <IndicatorSection key={indicator.code} {...{ lang, plan, indicator, documents }} />
          ))}
        </Section>
      ))}
    </>
  )
}
