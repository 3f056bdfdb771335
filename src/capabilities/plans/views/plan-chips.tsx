import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { ChipLabel } from '#web/ui/index.ts'
import { isOver, type Plan } from '../plan.ts'
import { sentences } from '../sentences.ts'

/** Whether a plan is a draft or adopted, and whether its years are over. */
export const PlanChips = ({
  lang,
  plan,
  today,
}: {
  lang: Language
  plan: Pick<Plan, 'status' | 'period'>
  today: PlainDate
}) => {
  const words = sentences[lang]
  return (
    <>
      <ChipLabel tone={plan.status === 'final' ? 'success' : 'warning'}>
        {words.status[plan.status]}
      </ChipLabel>
      {isOver(plan, today) && <ChipLabel tone="plain">{words.periodOver}</ChipLabel>}
    </>
  )
}
