import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { Card, ResourceList } from '#web/ui/index.ts'
import {
  isOver,
  type ListedPlan,
  levelCountsText,
  PlanChips,
  periodText,
  planPaths,
} from '../../plans/index.ts'
import { homeSentences } from '../sentences/home.ts'

/** The city's plans, each with its period and how much it holds. */
export const PlanCards = ({
  lang,
  citySlug,
  plans,
  today,
}: {
  lang: Language
  citySlug: string
  plans: readonly ListedPlan[]
  today: PlainDate
}) => {
  const words = homeSentences[lang]
  return (
    <ResourceList columns={2}>
      {plans.map((plan) => (
        <Card
          key={plan.id}
          title={plan.title[lang]}
          href={planPaths.plan(citySlug, plan.id)}
          labels={<PlanChips lang={lang} plan={plan} today={today} />}
          facts={[
            { term: words.planPeriod, description: periodText(plan, lang) },
            {
              term: words.planHolds,
              description: levelCountsText(plan, plan.levelCounts, lang),
            },
          ]}
        >
          {isOver(plan, today) && <p>{words.planOver}</p>}
          <p class="clamped">{plan.about[lang]}</p>
        </Card>
      ))}
    </ResourceList>
  )
}
