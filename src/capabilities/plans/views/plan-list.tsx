import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Card, ChipLabel, EmptyState, Heading, Lead, ResourceList } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Plan } from '../plan.ts'
import { adoptedText, levelCountsText, periodText } from '../plan-text.ts'
import { sentences } from '../sentences.ts'
import type { LevelCount } from '../tally.ts'

interface PlanListProps {
  lang: Language
  city: City
  plans: readonly (Plan & { readonly levelCounts: readonly LevelCount[] })[]
}

/** The city's plans, each with what it is and how large. */
export function PlanList({ lang, city, plans }: PlanListProps) {
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
                  <ChipLabel tone={plan.status === 'final' ? 'success' : 'warning'}>
                    {words.status[plan.status]}
                  </ChipLabel>
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
      <p>
        <a href={paths.indicators(city.slug)}>{words.indicatorsOf}</a>
      </p>
    </>
  )
}
