import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { Card, ChipLabel, EmptyState, Heading, Lead, ResourceList } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Plan } from '../plan.ts'
import { adoptedText, levelCountsText, periodText } from '../plan-text.ts'
import { sentences } from '../sentences.ts'
import type { LevelCount } from '../tally.ts'
import { PlanChips } from './plan-chips.tsx'

interface PlanListProps {
  lang: Language
  city: City
  plans: readonly (Plan & { readonly levelCounts: readonly LevelCount[] })[]
  today: PlainDate
  /** False where no plan of the city sets any. */
  hasIndicators: boolean
}

/** The city's plans, each with what it is and how large. */
export function PlanList({ lang, city, plans, today, hasIndicators }: PlanListProps) {
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.plans}</Heading>
      <Lead>{words.plansLead(city.name[lang])}</Lead>
      {plans.length === 0 ? (
        <EmptyState title={words.noPlans}>
          <p>{words.noPlansHelp}</p>
        </EmptyState>
      ) : (
        <ResourceList>
          {plans.map((plan) => (
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
      {hasIndicators && (
        <p>
          <a href={paths.indicators(city.slug)}>{words.indicatorsOf}</a>
        </p>
      )}
    </>
  )
}
