import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { Card, ChipLabel, EmptyState, Heading, Lead, ResourceList, Section } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { currentOf, type Plan } from '../plan.ts'
import { adoptedText, levelCountsText, periodText, versionText } from '../plan-text.ts'
import { sentences } from '../sentences.ts'
import type { LevelCount } from '../tally.ts'
import { PlanChips } from './plan-chips.tsx'

interface PlanListProps {
  lang: Language
  city: City
  plans: readonly (Plan & { readonly levelCounts: readonly LevelCount[] })[]
  today: PlainDate
  /** What those who keep plans do with them. */
  tools?: View | undefined
  /** What later capabilities add. */
  panels?: readonly View[] | undefined
}

/** What was published before: versions that a newer one replaced. */
function OlderVersions({ lang, city, plans }: Pick<PlanListProps, 'lang' | 'city' | 'plans'>) {
  const current = currentOf(plans)
  const older = plans.filter((plan) => !current.includes(plan))
  if (older.length === 0) return null
  return (
    <Section id="versions" title={sentences[lang].otherVersions}>
      <ul>
        {older.map((plan) => (
          <li key={plan.id}>
            <a href={paths.plan(city.slug, plan.id)}>{plan.title[lang]}</a>{' '}
            <span class="note">{versionText(plan, lang)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The city's plans, each with what it is and how large. */
export function PlanList({ lang, city, plans, today, tools, panels }: PlanListProps) {
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.plans}</Heading>
      <Lead>{words.plansLead(city.name[lang])}</Lead>
      {tools}
      {plans.length === 0 ? (
        <EmptyState title={words.noPlans}>
          <p>{words.noPlansHelp}</p>
        </EmptyState>
      ) : (
        <ResourceList>
          {currentOf(plans).map((plan) => (
            <Card
              key={plan.id}
              title={plan.title[lang]}
              href={paths.plan(city.slug, plan.id)}
              level={2}
              labels={
                <>
                  <ChipLabel tone="key">{words.kinds[plan.kind]}</ChipLabel>
                  <PlanChips lang={lang} plan={plan} today={today} />
                </>
              }
              facts={[
                { term: words.period, description: periodText(plan, lang) },
                { term: words.adopted, description: adoptedText(plan, lang) },
                {
                  term: words.items,
                  description: levelCountsText(plan, plan.levelCounts, lang),
                },
              ]}
            />
          ))}
        </ResourceList>
      )}
      <OlderVersions lang={lang} city={city} plans={plans} />
      {panels}
    </>
  )
}
