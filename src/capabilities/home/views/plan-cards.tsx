import type { Language } from '#kernel/bilingual.ts'
import { Card, ChipLabel, ResourceList } from '#web/ui/index.ts'
import { type ListedPlan, levelCountsText, periodText, planPaths } from '../../plans/index.ts'
import { homeSentences } from '../sentences/home.ts'

/** The plans in force, each with its period and how much it holds. */
export const PlanCards = ({
  lang,
  citySlug,
  plans,
}: {
  lang: Language
  citySlug: string
  plans: readonly ListedPlan[]
}) => {
  const words = homeSentences[lang]
  return (
    <ResourceList columns={2}>
      {plans.map((plan) => (
        <Card
          key={plan.id}
          title={plan.title[lang]}
          href={planPaths.plan(citySlug, plan.id)}
          labels={
            plan.status === 'draft' && <ChipLabel tone="warning">{words.planDraft}</ChipLabel>
          }
          facts={[
            { term: words.planPeriod, description: periodText(plan, lang) },
            {
              term: words.planHolds,
              description: levelCountsText(plan, plan.levelCounts, lang),
            },
          ]}
        >
          <p class="clamped">{plan.about[lang]}</p>
        </Card>
      ))}
    </ResourceList>
  )
}
